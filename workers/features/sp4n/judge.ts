/** What rows of an export would do: the same judgement for the dry run and for the import itself. */
import type { Mapping } from '../../../shared/sp4n/fields.ts';
import { sp4nFields } from '../../../shared/sp4n/fields.ts';
import { categoryFinder, officeFinder } from '../../../shared/sp4n/match.ts';
import { cellsOf, readRow, type Sp4nRow } from '../../../shared/sp4n/row.ts';
import type { ImportedReport } from '../../cases/import.ts';
import { DAY, MINUTE } from '../../platform/clock.ts';
import type { Db } from '../../platform/db.ts';
import type { Keys } from '../../privacy/keys.ts';
import { macHex } from '../../privacy/mac.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { knownReports } from './queries.ts';
import type { Checked, Part } from './store.ts';

/** A row and, where it does something, what of it. */
export interface Verdict extends Checked {
  report: ImportedReport | null;
  berkadar: boolean;
  /** HMAC of what the row says. */
  digest: string;
  /** The imported case that it updates. */
  caseId: number | null;
}

interface Judging {
  db: Db;
  keys: Keys;
  regency: Regency;
  /** Epoch ms. */
  now: number;
}

/** @param rows at most a part's */
export async function judge(
  { db, keys, regency, now }: Judging,
  { headers, rows }: Part,
  mapping: Mapping,
): Promise<Verdict[]> {
  const read = await Promise.all(
    rows.map(async ({ row, cells, twice }) => {
      const cell = cellsOf(headers, cells, mapping);
      const said = sp4nFields.map(cell);
      return {
        row,
        twice,
        found: readRow(cell),
        digest: await macHex(keys, 'blind-index', 'sp4n-row', ...said),
      };
    }),
  );
  const numbers = read.flatMap(({ found }) => (found.ok ? [found.row.number] : []));
  const known = numbers.length > 0 ? await knownReports(db, numbers) : new Map();
  return read.map(({ row, twice, found, digest }): Verdict => {
    const nothing = { row, report: null, berkadar: false, digest, caseId: null };
    const refused = (number: string | null, reason: string): Verdict => ({
      ...nothing,
      number,
      outcome: 'refused',
      reason,
    });
    if (!found.ok) return refused(found.number, found.refusal);
    const { number, berkadar } = found.row;
    if (twice) return refused(number, 'number_twice');
    const report = reportOf(regency, found.row);
    if (report.receivedAt > now + DAY) return refused(number, 'received_unreadable');
    const before = known.get(number);
    const notes = notesOf(found.row, report);
    if (before === undefined)
      return { ...nothing, number, outcome: 'created', reason: notes, report, berkadar };
    if (before.secret || before.digest === digest)
      return { ...nothing, number, outcome: 'unchanged', reason: null };
    if (before.digest === null || before.merged)
      return { ...nothing, number, outcome: 'linked', reason: null };
    return {
      ...nothing,
      number,
      outcome: 'updated',
      reason: notes,
      report,
      berkadar,
      caseId: before.caseId,
    };
  });
}

/** Finders of a snapshot of the settings, made once. */
const finders = new WeakMap<Regency['offices'], ReturnType<typeof findersOf>>();

function findersOf({ offices, categories, about }: Regency) {
  return {
    office: officeFinder(offices.values(), about),
    category: categoryFinder(categories.values()),
  };
}

function reportOf(regency: Regency, row: Sp4nRow): ImportedReport {
  const find = finders.get(regency.offices) ?? findersOf(regency);
  finders.set(regency.offices, find);
  const at = ({ date, minutes }: NonNullable<Sp4nRow['closed']>) =>
    regency.calendar.startOfDay(date) + minutes * MINUTE;
  const office = row.office && find.office(row.office);
  const { received, closed, berkadar: _, ...rest } = row;
  return {
    ...rest,
    // With an office that has it "Belum ditindaklanjuti" means that it is there.
    state: row.state === 'verified' && office ? 'disposed' : row.state,
    receivedAt: at(received),
    closedAt: closed && at(closed),
    office: office || null,
    category: row.category && find.category(row.category),
  };
}

/** What could not be matched, by the names of fields. */
function notesOf(row: Sp4nRow, report: ImportedReport): string | null {
  const notes = [
    row.office && report.office === null ? 'office_unknown' : '',
    row.category && report.category === null ? 'category_unknown' : '',
  ].filter(Boolean);
  return notes.join() || null;
}
