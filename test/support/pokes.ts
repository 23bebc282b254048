/** Changes that anybody may try on any case at any time; what is not possible then is refused, and changes nothing. */
import { type transitions, verbsFrom, withOffice } from '../../shared/lifecycle/transitions.ts';
import { planExpire } from '../../workers/cases/verbs/expire.ts';
import { planSettle } from '../../workers/cases/verbs/settle.ts';
import type { Stage } from '../../workers/local/lives/play.ts';
import { DAY, HOUR } from '../../workers/platform/clock.ts';
import { commit } from '../../workers/platform/db.ts';
import { AppError } from '../../workers/platform/problem.ts';
import { act, caseRow, testCtx } from './worker.ts';

/** @param which any number chooses among what the state allows @param other code of the case it may be merged into @param at epoch ms */
export async function poke(
  stage: Stage,
  which: number,
  code: string,
  other: string,
  at: number,
): Promise<void> {
  const row = await caseRow(code);
  const office = row.office ?? 'PUPR';
  const another = office === 'DLH' ? 'PUPR' : 'DLH';
  const text = 'Sudah kami lihat di tempat, dan kami tulis di sini.';
  const soon = new Date(at + 5 * DAY).toISOString().slice(0, 10);
  const odd = Math.floor(at / HOUR) % 2 === 1;
  const liaison = `liaison:${office}`;
  const desk = (who: string, verb: string, input: unknown) => act(stage.cast(who), code, verb, input, at);
  const reporter = (verb: string, input: unknown) => act('reporter', code, verb, input, at);
  const byTime = async (plan: typeof planSettle) => {
    const file = await stage.load(stage.db, code);
    if (file) await commit(stage.db, [await plan(await testCtx({ at, actor: 'job:clock' }), file)]);
  };
  const doings: Partial<Record<keyof typeof transitions, () => Promise<unknown>>> = {
    dispose: () => desk('admin', 'dispose', { office: another }),
    decide_return: () => desk('admin', 'decide_return', { office: odd ? office : another }),
    transfer: () => desk('admin', 'transfer', { from: office, office: another }),
    forward: () => desk('admin', 'forward', { office: 'LUAR-PLN', text }),
    close_forwarded: () => desk('admin', 'close_forwarded', { result: 'dijawab_instansi_lain', text }),
    verify: () => desk('admin', 'verify', { kind: 'aspiration' }),
    hold: () => desk('admin', 'hold', { reason: text, accused: [] }),
    free: () => desk('verifier', 'free', { reason: text }),
    pass_to_inspectorate: () => desk('verifier', 'pass_to_inspectorate', { accused: [] }),
    archive: () => desk('admin', 'archive', { category: odd ? 'spam' : 'lainnya', reason: text }),
    reopen: () => desk('admin', 'reopen', { reason: text }),
    merge: () => desk('admin', 'merge', { parent: other, reason: text }),
    unmerge: () => desk('admin', 'unmerge', { reason: text }),
    ask: () => desk(withOffice.includes(row.state) ? liaison : 'admin', 'ask', { question: text }),
    follow_up: () => desk(liaison, 'follow_up', { text, nextStep: text, date: soon }),
    answer: () => desk(liaison, 'answer', { outcome: 'dijelaskan', text }),
    return: () => desk(liaison, 'return', { reason: text, suggestion: another }),
    complete: () => reporter('complete', { text }),
    confirm: () => reporter('confirm', {}),
    contest: () => reporter('contest', { reason: text }),
    withdraw: () => reporter('withdraw', {}),
    expire: () => byTime(planExpire),
    settle: () => byTime(planSettle),
  };
  const possible = verbsFrom(row.state).flatMap((verb) => doings[verb] ?? []);
  try {
    await possible[which % possible.length]?.();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}
