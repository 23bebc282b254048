/**
 * What every verb on an existing case shares: history first (its UNIQUE is the lock), then what it says, then the
 * case itself, the request's key and the notices. A verb file holds only what differs.
 */
import { eq, type Placeholder, sql } from 'drizzle-orm';
import { type CaseState, closedStates } from '../../shared/lifecycle/states.ts';
import { isLeftAfterErasure, nextState, type Verb, withOffice } from '../../shared/lifecycle/transitions.ts';
import { outbox } from '../messaging/outbox.ts';
import type { Plan, Statement } from '../platform/db.ts';
import { newToken } from '../platform/ids.ts';
import { insertInto } from '../platform/insert.ts';
import { AppError } from '../platform/problem.ts';
import { idempotencyKeys, proofKey } from '../platform/table.ts';
import { seal } from '../privacy/seal.ts';
import type { Regency } from '../regency/snapshot.ts';
import { settingsVersion } from '../regency/table.ts';
import { GENESIS, hashOf, payloadDigest } from './chain.ts';
import type { Ctx } from './context.ts';
import { newsOf, tellFollowers } from './followers.ts';
import type { CaseFile } from './load.ts';
import { cases, entries, history } from './table.ts';

/** Facts of an entry: offices, dates, rules. Never what a person wrote. */
export type Facts = Record<string, string | number | boolean | null | string[] | object>;
/** What people wrote; sealed as one JSON. */
export type Words = Record<string, string | null | undefined>;

const insertHistory = insertInto(history);
const insertEntry = insertInto(entries);
const insertRequest = insertInto(idempotencyKeys);

export interface Notice {
  template: string;
  /** "reporter", "office:PUPR", "holder:@admin", "staff:12". */
  recipient: string;
  values?: Record<string, string>;
}

export interface Change {
  verb: Exclude<Verb, 'submit'>;
  set?: Partial<typeof cases.$inferInsert>;
  facts?: Facts;
  words?: Words;
  visibility: 'reporter' | 'desk';
  /** Statements of the verb's own. */
  also?: Statement[];
  notices?: Notice[];
}

/** What a verb tells its caller. */
export interface Done {
  caseId: number;
  code: string;
  /** History seq that it wrote. */
  seq: number;
  state: CaseState;
  /** Ids of deliveries written that may leave now, for the queue. */
  deliveries: string[];
}

/**
 * @returns the plan of one change
 * @throws AppError conflict when the transition table does not allow the verb in this state, or what is left of the case does not
 */
export async function planChange(ctx: Ctx, file: CaseFile, change: Change): Promise<Plan<Done>> {
  const { row } = file;
  const state = nextState(change.verb, row.state, row.resumeState);
  if (state === null) throw new AppError('conflict', { detail: 'not_now' });
  if (row.erasedAt !== null && !isLeftAfterErasure(change.verb, row.state))
    throw new AppError('conflict', { detail: 'erased' });
  const seq = row.version + 1;
  const written = await writeEntry(ctx, row.id, seq, row.headHash, change);
  const closing = closedStates.includes(state);
  const urgent = change.set?.urgent ?? row.urgent;
  const notices = noticeRows(ctx, file, seq, change.notices ?? [], urgent);
  const news = newsOf(row, change.verb, state);
  const statements: Statement[] = [
    ...written.statements,
    ctx.db
      .update(cases)
      .set({
        state,
        closedAt: closing ? (row.closedAt ?? ctx.now) : null,
        // What was proposed as the answer is about a case that lies with its office; anywhere else it waits for nobody.
        ...(row.proposalSeq === null || withOffice.includes(state) ? {} : { proposalSeq: null }),
        ...change.set,
        version: seq,
        headHash: written.hash,
        settings: assertSettings(ctx.regency.version),
      })
      .where(eq(cases.id, row.id)),
    ...(change.also ?? []),
    ...keepRequest(ctx, row.id, seq),
    ...notices.statements,
    ...(news === null
      ? []
      : [tellFollowers(ctx.db, row, seq, news, ctx.now, leaveAt(ctx.regency, news, urgent, ctx.now))]),
  ];
  return { statements, result: { caseId: row.id, code: row.code, seq, state, deliveries: notices.ids } };
}

/** The two rows of a history entry and its hash; also used by `submit`, which has no case yet. */
export async function writeEntry(
  ctx: Ctx,
  caseId: number,
  seq: number,
  prevHash: string,
  entry: Pick<Change, 'facts' | 'words' | 'visibility'> & { verb: Verb },
): Promise<{ statements: Statement[]; hash: string }> {
  const salt = newToken();
  const behalf = ctx.onBehalfOf == null ? {} : { onBehalfOf: `staff:${ctx.onBehalfOf}` };
  const bulk = ctx.bulk == null ? {} : { bulk: ctx.bulk };
  const facts = JSON.stringify({ ...entry.facts, ...behalf, ...bulk });
  const words = entry.words && Object.values(entry.words).some(Boolean) ? JSON.stringify(entry.words) : null;
  const link = {
    caseId,
    seq,
    verb: entry.verb,
    actor: ctx.actor,
    at: ctx.now,
    payloadDigest: await payloadDigest(salt, facts, words),
    prevHash: prevHash || GENESIS,
  };
  const hash = await hashOf(link);
  return {
    hash,
    statements: [
      insertHistory(ctx.db, { ...link, hash }),
      insertEntry(ctx.db, {
        caseId,
        seq,
        visibility: entry.visibility,
        facts,
        words: await seal(ctx.keys, { table: 'entries', column: 'words', row: `${caseId}:${seq}` }, words),
        salt,
      }),
    ],
  };
}

/** The settings version in force; NULL, which the column refuses, when it changed since the snapshot was read. */
export function assertSettings(version: number | Placeholder) {
  return sql<number>`(select ${settingsVersion.version} from ${settingsVersion} where ${settingsVersion.version} = ${version})`;
}

/**
 * Remembers that this request was carried out, and that its proof of work is spent. The primary key makes a second time
 * impossible.
 * @param challenge of the proof of work, if it came with one
 */
export function keepRequest(
  ctx: Ctx,
  caseId: number,
  seq: number,
  challenge: string | null = null,
): Statement[] {
  const { key, digest = '' } = ctx.request ?? {};
  const [first, ...rest] = [key, challenge === null ? undefined : proofKey(challenge)]
    .filter((once) => once !== undefined)
    .map((once) => ({ key: once, digest, caseId, seq, at: ctx.now }));
  return first ? [insertRequest(ctx.db, first, ...rest)] : [];
}

function noticeRows(
  ctx: Ctx,
  file: CaseFile,
  seq: number,
  notices: Notice[],
  urgent: boolean,
): { ids: string[]; statements: Statement[] } {
  const wanted = notices.filter((notice) => notice.recipient !== 'reporter' || file.hasEmail);
  const rows = wanted.map((notice) => ({
    id: `${file.row.id}:${seq}:${notice.template}:${notice.recipient}`,
    caseId: file.row.id,
    template: notice.template,
    recipient: notice.recipient,
    values: notice.values ?? {},
    nextAt: leaveAt(ctx.regency, notice.template, urgent, ctx.now),
    createdAt: ctx.now,
  }));
  return {
    ids: rows.filter((row) => row.nextAt <= ctx.now).map((row) => row.id),
    statements: outbox(ctx.db, rows),
  };
}

/**
 * When a notice may leave (epoch ms): in office hours, unless the case is urgent or the notice answers what somebody has
 * just done (domain.md section 3, "Notices without noise").
 */
export function leaveAt(regency: Regency, template: string, urgent: boolean, now: number): number {
  const anytime = urgent || regency.templates.get(template)?.anytime === true;
  return anytime ? now : regency.calendar.nextOfficeTime(now);
}
