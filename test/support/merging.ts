/** A case and its duplicate, for the tests about merging. */
import { env } from 'cloudflare:workers';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { history } from '../../workers/cases/table.ts';
import { clocks } from '../../workers/clocks/table.ts';
import { reporterView } from '../../workers/features/tracking/queries.ts';
import { deliveries } from '../../workers/messaging/table.ts';
import { openDb } from '../../workers/platform/db.ts';
import { openDesks } from './desk.ts';
import { act, caseRow, loadRegency, MONDAY, newCase, setClock, testCtx } from './worker.ts';

export type Opened = Awaited<ReturnType<typeof openDesks>>;
type People = Opened['people'];

/** An empty regency on Monday, with its desks. */
export async function openFamily(): Promise<Opened> {
  setClock(MONDAY);
  await loadRegency();
  return openDesks();
}

export const REASON = 'Lubang yang sama di depan pasar.';
export const mergeBy = (people: People, child: string, parent: string, at?: number) =>
  act(people.admin, child, 'merge', { parent, reason: REASON }, at);
export const answerBy = (people: People, code: string, at?: number, photos: string[] = []) =>
  act(people.liaison, code, 'answer', { outcome: 'dikerjakan', text: 'Lubang sudah ditambal.', photos }, at);

/** @param office the parent lies with PUPR */
export async function pairOf(people: People, office = true) {
  const parent = await newCase({ title: 'Jalan berlubang', text: 'Punya Bu Rosmini, jalan berlubang.' });
  const child = await newCase({ contact: { email: 'dua@example.id' } });
  if (office) await act(people.admin, parent.code, 'dispose', { office: 'PUPR' });
  return { parent, child };
}

/** Clocks that are not stopped, by name. */
export async function clocksOf(code: string) {
  const { id } = await caseRow(code);
  const rows = await openDb(env.DB)
    .select()
    .from(clocks)
    .where(and(eq(clocks.subject, 'case'), eq(clocks.subjectId, id), isNull(clocks.stoppedAt)));
  return Object.fromEntries(rows.map((row) => [row.clock, row]));
}

export async function chainOf(code: string) {
  const { id } = await caseRow(code);
  return openDb(env.DB).select().from(history).where(eq(history.caseId, id)).orderBy(asc(history.seq));
}

/** What the reporter of a case sees. */
export async function viewOf(code: string) {
  const { db, keys, regency } = await testCtx();
  const found = await reporterView(db, keys, regency, code);
  if (!found) throw new Error(code);
  return found;
}

/** "<case> <recipient>" of each notice of a template. */
export const noticesOf = async (template: string) =>
  (await openDb(env.DB).select().from(deliveries).where(eq(deliveries.template, template))).map(
    ({ caseId, recipient }) => `${caseId} ${recipient}`,
  );
