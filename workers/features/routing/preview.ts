/**
 * What a change of the rules would have done to the last cases: each is decided by the rules in force and by those that
 * would be. Only of cases that the person may read; nothing is written, and no text leaves here.
 */
import { and, desc, eq, sql } from 'drizzle-orm';
import { standing } from '../../../shared/permissions/index.ts';
import type { Staff } from '../../../shared/permissions/people.ts';
import { decide } from '../../../shared/routing/decide.ts';
import { type Destiny, type Differences, destinyOf, differences } from '../../../shared/routing/destiny.ts';
import type { RouterContext, RoutingInput } from '../../../shared/routing/types.ts';
import { isOrdinary, LATEST, lastCases } from '../../cases/latest.ts';
import { type CaseRow, factsOf } from '../../cases/load.ts';
import { caseAccused, entries } from '../../cases/table.ts';
import type { Db } from '../../platform/db.ts';
import { errorName, log } from '../../platform/log.ts';
import type { Keys } from '../../privacy/keys.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { inputOf } from './plan.ts';
import { type RuleChange, rulesWith } from './rules.ts';

/** Cases among which the last 500 are found: what a person may not read is passed over. */
const AMONG = 700;

/** @param now epoch ms */
export async function previewRules(
  { db, keys, regency, now }: { db: Db; keys: Keys; regency: Regency; now: number },
  person: Staff,
  change: RuleChange,
): Promise<Differences> {
  const [{ before, after }, files] = await Promise.all([
    rulesWith(db, regency, change),
    readLatest(db, person, now),
  ]);
  const found: { code: string; before: Destiny; after: Destiny }[] = [];
  for (const file of files) {
    const input = await readable(keys, file);
    if (input === null) continue;
    const by = (rules: RouterContext) => destinyOf(decide(input, rules), file.row);
    found.push({ code: file.row.code, before: by(before), after: by(after) });
  }
  return differences(found);
}

interface Latest {
  row: CaseRow;
  facts: string;
  words: string | null;
}

/** Null where nothing is left of the text, or nobody can read it. */
async function readable(keys: Keys, file: Latest): Promise<RoutingInput | null> {
  try {
    const input = await inputOf(keys, file);
    return input.text.trim() === '' && !input.title ? null : input;
  } catch (error) {
    log('warn', { event: 'preview_unreadable', caseId: file.row.id, error: errorName(error) });
    return null;
  }
}

/**
 * The last cases to come in that are not spam and that this person may read, in one statement that looks at no more rows
 * however many cases there are: ids grow with time. What is held or berkadar is never opened here.
 */
async function readLatest(db: Db, person: Staff, now: number): Promise<Latest[]> {
  const last = lastCases(db, AMONG);
  const { facts, words } = entries;
  const accused = sql<string>`(select json_group_array(${caseAccused.subject}) from ${caseAccused}
    where ${caseAccused.caseId} = ${last.id})`.as('accused');
  const rows = await db
    .select({ ...last._.selectedFields, facts, words, accused })
    .from(last)
    // From the window to the entries and never the other way round.
    .crossJoin(entries)
    .where(and(isOrdinary(last, now), eq(entries.caseId, last.id), eq(entries.seq, 1)))
    .orderBy(desc(last.id))
    .limit(LATEST);
  return rows.flatMap(({ facts, words, accused, ...row }) => {
    const file = { row, accused: JSON.parse(accused) as string[], copies: [] };
    return standing(person, factsOf(file)) === null ? [] : [{ row, facts, words }];
  });
}
