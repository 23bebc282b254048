/** The table of everything together: one row for each measure, from … to where it is not exact. Pure. */
import { addCounts, type Counts, noCounts, OVERSIGHT } from '../figures/counts.ts';
import { definitionOf, type FigureId } from '../figures/definitions.ts';
import { LEAST } from '../small-counts.ts';
import type { Range } from '../small-totals.ts';
import { POOLED } from './columns.ts';
import { inFives, partition, partOfWhole } from './safe.ts';
import type { Counted, OpenCell, Sums } from './types.ts';

/** All reports but accusations. */
export function wholeOf(sums: Sums): Counts {
  const whole = noCounts();
  for (const [value, counts] of sums) if (value !== OVERSIGHT) addCounts(whole, counts);
  return whole;
}

/** How many are settled, as told; null while fewer than five were received. */
export const settledOf = ({ received, settled }: Counts): Range | null =>
  received < LEAST ? null : partOfWhole(settled, received);

interface Measure {
  id: string;
  name: string;
  unit: string;
  range: Range | null;
  /** What it counts, and what it leaves out. */
  about: string;
  note?: string;
}

const OPEN = 'Belum selesai: ';
const ABOUT_OPEN = 'Laporan masuk yang belum selesai.';

/** Marks of the public survey of satisfaction (PermenPANRB 14/2017), from the best; only the mark is told. */
const MARKS = [
  { least: 88.31, most: 100, name: 'A (sangat baik)' },
  { least: 76.61, most: 88.3, name: 'B (baik)' },
  { least: 65, most: 76.6, name: 'C (kurang baik)' },
  { least: 25, most: 64.99, name: 'D (tidak baik)' },
] as const;

export function wholeRows(counted: Counted): OpenCell[][] {
  const counts = wholeOf(counted.kind);
  const due = wholeOf(counted.due.kind);
  const measures = [...byState(counts), ...partsOf(counts), ...dueOf(due), ...speedOf(counts), mark(counts)];
  return measures.map(({ id, name, unit, range, about, note = '' }) => [
    id,
    name,
    unit,
    range?.least ?? null,
    range?.most ?? null,
    note,
    about,
  ]);
}

/** Settled first; what is not is divided only where its number is told. */
function byState(counts: Counts): Measure[] {
  const settled = settledOf(counts);
  const received = counts.received < LEAST ? inFives(counts.received) : exact(counts.received);
  const rest = [
    { code: 'archived', name: 'diarsipkan atau ditarik', count: counts.archived },
    {
      code: 'waiting',
      name: 'menunggu verifikasi, disposisi atau kelengkapan',
      count: counts.unverified + counts.waiting + counts.paused,
    },
    { code: 'process', name: 'dalam proses', count: counts.process },
  ];
  const { told, pool } =
    settled?.least === settled?.most && settled !== null
      ? partition(rest)
      : { told: new Map<string, number>(), pool: null };
  return [
    reports('received', received),
    reports('settled', settled),
    {
      ...plain('not_settled', 'Belum selesai', ABOUT_OPEN),
      range: settled && turned(settled, counts.received),
    },
    ...rest.map(({ code, name }) => ({
      ...plain(code, OPEN + name, ABOUT_OPEN),
      range: rangeOf(told.get(code)),
      note: told.has(code) ? '' : POOLED,
    })),
    { ...plain('other', `${OPEN}yang digabung`, ABOUT_OPEN), range: rangeOf(pool ?? undefined) },
  ];
}

/** In steps of five, each by itself. */
function partsOf(counts: Counts): Measure[] {
  const own = (id: FigureId, count: number) => reports(id, inFives(count));
  return [
    own('carried_out', counts.carriedOut),
    own('confirmed', counts.confirmed),
    own('reopened', counts.reopened),
    own('rated', counts.rated),
    own('sp4n_numbered', counts.sp4nNumbered),
    {
      ...plain('merged', 'Laporan kembar', 'Digabung ke laporan lain tentang hal yang sama.'),
      range: inFives(counts.merged),
    },
    own('spam', counts.spam),
  ];
}

/** Kept and not kept side by side. */
function dueOf(due: Counts): Measure[] {
  const pair = (id: string, name: string, figure: FigureId, kept: number, of: number): Measure[] => [
    { ...plain(`${id}_kept`, `${name} tepat waktu`, aboutOf(figure)), range: inFives(kept) },
    {
      ...plain(`${id}_missed`, `${name} tidak tepat waktu`, `Selebihnya dari: ${aboutOf(figure)}`),
      range: inFives(of - kept),
    },
  ];
  return [
    ...pair('promise', 'Janji jawaban akhir', 'promise_kept', due.promiseKept, due.promiseDue),
    reports('promise_open', inFives(due.promiseOpen)),
    ...pair('verify', 'Verifikasi', 'verify_on_time', due.verifyKept, due.verifyDue),
    ...pair('first_answer', 'Jawaban awal', 'first_answer_on_time', due.firstKept, due.firstDue),
  ];
}

/** In whole days: any number of reports can have such a mean, so it tells nothing of how many there were. */
function speedOf(counts: Counts): Measure[] {
  return (['disposition_days', 'follow_up_working_days', 'answer_days'] as const).map((id) => {
    const mean = meanOf(id, counts);
    const { name } = definitionOf(id);
    return {
      id,
      name,
      unit: 'hari kerja',
      about: aboutOf(id),
      range: mean === null ? null : exact(Math.round(mean)),
    };
  });
}

function mark(counts: Counts): Measure {
  const { name, unit } = definitionOf('satisfaction');
  const mean = meanOf('satisfaction', counts);
  const found = mean === null ? undefined : MARKS.find(({ least }) => Math.round(mean * 100) / 100 >= least);
  const about = `${aboutOf('satisfaction')} Hanya mutunya yang terbit.`;
  return { id: 'satisfaction', name, unit, range: found ?? null, note: found?.name ?? '', about };
}

/** Null when there are too few. */
function meanOf(id: FigureId, counts: Counts): number | null {
  const value = definitionOf(id).value(counts);
  return value.kind === 'mean' && value.of >= LEAST ? value.sum / value.of : null;
}

const exact = (count: number): Range => ({ least: count, most: count });
const rangeOf = (count: number | undefined): Range | null => (count === undefined ? null : exact(count));
const turned = ({ least, most }: Range, of: number): Range => ({ least: of - most, most: of - least });
const plain = (id: string, name: string, about: string) => ({ id, name, unit: 'laporan', about });
const reports = (id: FigureId, range: Range | null): Measure => ({
  ...plain(id, definitionOf(id).name, aboutOf(id)),
  range,
});

function aboutOf(id: FigureId): string {
  const { formula, leavesOut } = definitionOf(id);
  return `${formula} Tidak termasuk: ${leavesOut}`;
}
