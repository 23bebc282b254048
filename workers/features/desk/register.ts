/**
 * The register of disclosures as one person may read it. Whoever may not know of a case learns neither its code nor, of
 * an accusation, why somebody opened it; of a case against themselves they learn nothing at all.
 */
import { sql } from 'drizzle-orm';
import { isSecret } from '../../../shared/permissions/accusations.ts';
import { standing } from '../../../shared/permissions/index.ts';
import { identitiesOf, isAccused, type Staff } from '../../../shared/permissions/people.ts';
import { cases } from '../../cases/table.ts';
import type { Db } from '../../platform/db.ts';
import { disclosuresOf, readDisclosures, type Wanted, type Written } from '../../privacy/disclosures.ts';
import type { Keys } from '../../privacy/keys.ts';
import { staffNames } from '../staff/queries.ts';
import { whatWords } from './giving.ts';
import { factsOfRow, selection } from './inbox.ts';
import type { DeskCase } from './queries.ts';
import { actorName } from './words.ts';

export const REGISTER_PAGE = 50;

export interface RegisterLine {
  id: number;
  /** Epoch ms. */
  at: number;
  by: string;
  kind: Written['kind'];
  /** "Identitas pelapor". */
  what: string;
  /** Code of the case; null = one that this person may not know of, or none at all (`ofCase`). */
  code: string | null;
  ofCase: boolean;
  /** Null = withheld with its case. */
  reason: string | null;
}

export type CaseAccessLine = Pick<RegisterLine, 'at' | 'by' | 'what'> & { reason: string };

/**
 * @param before id to go on from, or null
 * @returns lines, newest first, and where the next page begins; rows read do not grow with the register
 */
export async function readRegister(
  db: Db,
  keys: Keys,
  person: Staff,
  before: number | null,
  wanted: Wanted,
  limit = REGISTER_PAGE,
): Promise<{ lines: RegisterLine[]; next: number | null }> {
  const page = await readDisclosures(db, keys, before, limit, wanted);
  const [known, names] = await Promise.all([
    knownCases(
      db,
      person,
      page.lines.flatMap(({ subject }) => caseId(subject) ?? []),
    ),
    staffNames(
      db,
      page.lines.flatMap(({ actor }) => staffId(actor) ?? []),
    ),
  ]);
  const lines = page.lines.flatMap((written): RegisterLine[] => {
    const id = caseId(written.subject);
    const about = id === null ? null : (known.get(id) ?? { code: null, secret: true, against: false });
    if (about?.against) return [];
    return [
      {
        id: written.id,
        at: written.at,
        by: actorName(written.actor, names),
        kind: written.kind,
        what: whatWords(written),
        code: about?.code ?? null,
        ofCase: about !== null,
        reason: about && about.code === null && about.secret ? null : written.reason,
      },
    ];
  });
  return { lines, next: page.next };
}

/** What was opened of one case, newest first, for those who watch over it; null for everybody else. */
export async function accessTo(db: Db, keys: Keys, view: DeskCase): Promise<CaseAccessLine[] | null> {
  if (view.standing !== 'admin' && view.standing !== 'secret_holder') return null;
  const written = await disclosuresOf(db, keys, `case:${view.id}`);
  const names = await staffNames(
    db,
    written.flatMap(({ actor }) => staffId(actor) ?? []),
  );
  return written.map((one) => ({
    at: one.at,
    by: actorName(one.actor, names),
    what: whatWords(one),
    reason: one.reason,
  }));
}

interface Known {
  code: string | null;
  /** An accusation, or nobody has looked yet whether it is one. */
  secret: boolean;
  /** It accuses this person, an office of theirs, or one they act for. */
  against: boolean;
}

async function knownCases(db: Db, person: Staff, ids: readonly number[]): Promise<Map<number, Known>> {
  if (ids.length === 0) return new Map();
  const rows = await selection(db).where(
    sql`${cases.id} in (select value from json_each(${JSON.stringify([...new Set(ids)])}))`,
  );
  return new Map(
    rows.map((row) => {
      const facts = factsOfRow(row);
      const known: Known = {
        code: standing(person, facts) === null ? null : row.code,
        secret: isSecret(facts) || !facts.examined,
        against: identitiesOf(person).some((one) => isAccused(one, facts.accused)),
      };
      return [row.id, known];
    }),
  );
}

const numberAfter = (prefix: string) => (text: string) =>
  text.startsWith(prefix) ? Number(text.slice(prefix.length)) : null;
const caseId = numberAfter('case:');
const staffId = numberAfter('staff:');
