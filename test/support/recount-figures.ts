/**
 * The figures counted naively, for comparison: every case by itself, from its rows and its history as the domain tells
 * them (domain.md sections 1, 3 to 5). It knows nothing of the fold; what clocks did it works out from the history.
 */
import { env } from 'cloudflare:workers';
import type { Counts } from '../../shared/figures/counts.ts';
import type { Calendar } from '../../shared/working-time.ts';

interface Case {
  id: number;
  state: string;
  kind: string;
  berkadar: number;
  category: string | null;
  area: string | null;
  office: string | null;
  holder: string;
  due_at: number;
  about_official: number;
  freed: number;
  spam: number;
  channel: string;
  placement: string | null;
  sp4n: string | null;
  sp4n_answer_at: number | null;
  outside: string | null;
  outcome: string | null;
  answered_at: number | null;
  rating: number | null;
  received_at: number;
  routed_at: number | null;
  closed_at: number | null;
  imported_at: number | null;
}

interface Event {
  case_id: number;
  seq: number;
  verb: string;
  actor: string;
  at: number;
  facts: string;
}

interface Clock {
  subject_id: number;
  clock: string;
  started_seq: number;
  due_at: number;
}

type By = Record<string, string>;
type Add = (basis: 'received' | 'due', at: number, by: By, counts: Partial<Counts>) => void;

/** As `storedFigures` tells them. */
export async function recounted(calendar: Calendar): Promise<Record<string, Partial<Counts>>> {
  const [cases, events, clocks] = await Promise.all([
    all<Case>('SELECT * FROM cases'),
    all<Event>(
      'SELECT h.*, e.facts FROM history h JOIN entries e USING (case_id, seq) ORDER BY case_id, seq',
    ),
    all<Clock>("SELECT * FROM clocks WHERE subject = 'case'"),
  ]);
  const sums = new Map<string, Record<string, number>>();
  const add: Add = (basis, at, by, counts) => {
    const day = calendar.localDate(at);
    for (const [dimension, value] of Object.entries(by))
      for (const bucket of [day, day.slice(0, 7)]) {
        const key = `${dimension} ${basis} ${bucket} ${value}`;
        const sum = sums.get(key) ?? {};
        sums.set(key, sum);
        for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count;
      }
  };
  for (const one of cases)
    countCase(
      one,
      events.filter((event) => event.case_id === one.id),
      clocks.filter((clock) => clock.subject_id === one.id),
      calendar,
      add,
    );
  const told = [...sums].map(([key, sum]) => [
    key,
    Object.fromEntries(Object.entries(sum).filter(([, n]) => n)),
  ]);
  return Object.fromEntries(told.filter(([, sum]) => Object.keys(sum ?? {}).length > 0));
}

const all = async <T>(sql: string): Promise<T[]> => (await env.DB.prepare(sql).all<T>()).results;

function countCase(one: Case, events: Event[], clocks: Clock[], calendar: Calendar, add: Add): void {
  if (one.routed_at === null && one.freed === 0) return;
  const secret =
    one.state === 'held' || one.berkadar === 1 || ['@verifier', '@inspector', '@leader'].includes(one.holder);
  if (secret || (one.about_official === 1 && one.freed === 0)) {
    add(
      'received',
      one.received_at,
      { kind: 'oversight' },
      { received: 1, settled: one.state === 'resolved' ? 1 : 0 },
    );
    return;
  }
  const by: By = {
    kind: one.kind,
    office: one.office ?? '-',
    area: one.area ?? '-',
    category: one.category ?? '-',
    channel: one.channel,
    placement: one.placement ?? '-',
  };
  const receipt = (counts: Partial<Counts>) => add('received', one.received_at, by, counts);
  if (one.spam === 1) {
    receipt({ spam: 1 });
    return;
  }
  if (one.state === 'merged') receipt({ merged: 1 });
  else receipt({ received: 1, sp4nExpected: 1, [stateWord(one.state)]: 1 });
  if (one.state !== 'merged') {
    if (one.outside) receipt({ forwarded: 1 });
    if (one.state === 'resolved' && one.outcome === 'dikerjakan') receipt({ carriedOut: 1 });
    if (one.sp4n) {
      receipt({ sp4nNumbered: 1 });
      if (one.answered_at) receipt({ sp4nAnswers: 1 });
      if (one.answered_at && one.sp4n_answer_at && one.sp4n_answer_at >= one.answered_at)
        receipt({ sp4nCopied: 1 });
    }
  }
  if (one.imported_at !== null) return;
  const facts = (event: Event) => JSON.parse(event.facts) as Record<string, unknown>;
  const sendings = events.filter((event) => isSending(event.verb, facts(event)));
  const answers = events.filter(({ verb }) => verb === 'answer' || verb === 'close_forwarded');

  if (one.state !== 'merged') {
    const [sent] = sendings;
    const days = (from: number, to: number) => calendar.workingDaysBetween(from, to);
    if (sent) {
      receipt({
        disposed: 1,
        dispositionMs: sent.at - one.received_at,
        dispositionDays: days(one.received_at, sent.at),
      });
      const followed = events.find(
        ({ seq, verb }) => seq > sent.seq && ['follow_up', 'answer'].includes(verb),
      );
      if (followed)
        receipt({
          followUps: 1,
          followUpMs: followed.at - sent.at,
          followUpDays: days(sent.at, followed.at),
        });
    }
    const last = answers.at(-1);
    if (last)
      receipt({
        answered: 1,
        answerMs: last.at - one.received_at,
        answerDays: days(one.received_at, last.at),
      });
    const settling = events.findLast(({ verb }) => ['confirm', 'settle', 'close_forwarded'].includes(verb));
    if (one.state === 'resolved' && settling?.verb === 'confirm') receipt({ confirmed: 1 });
    if (one.rating) receipt({ rated: 1, ratingSum: one.rating });
    const first = answers[0];
    if (first && events.some(({ seq, verb }) => seq > first.seq && ['contest', 'find_fault'].includes(verb)))
      receipt({ reopened: 1 });
  }
  for (const { actor } of sendings)
    add('received', one.received_at, { disposer: actor }, { dispositions: 1 });

  let misrouted = false;
  for (const given of events.filter(({ verb }) => verb === 'return')) {
    const what = events.find(
      ({ seq, verb }) =>
        seq > given.seq && ['decide_return', 'forward', 'archive', 'hold', 'withdraw'].includes(verb),
    );
    if (
      !what ||
      !(what.verb === 'forward' || (what.verb === 'decide_return' && facts(what).accepted === true))
    )
      continue;
    const sent = sendings.findLast(({ seq }) => seq < given.seq);
    if (!sent) continue;
    misrouted = true;
    add(
      'received',
      one.received_at,
      { ...by, office: String(facts(given).from) },
      { returns: 1, holdingMs: given.at - sent.at },
    );
    add('received', one.received_at, { disposer: sent.actor }, { returns: 1 });
  }
  if (misrouted && one.state !== 'merged') receipt({ misrouted: 1 });

  countPromise(one, events, answers[0]?.at ?? null, (counts) => add('due', one.due_at, by, counts));
  for (const clock of clocks) {
    const names = clockNames[clock.clock];
    if (!names) continue;
    const { how, at, office } = lived(clock, events, facts);
    const { office: _, ...elsewhere } = by;
    const whose = clock.clock === 'verify' ? elsewhere : { ...by, office };
    const [due, kept, open] = names;
    const inTime = at !== null && at <= clock.due_at;
    if (how === 'done') add('due', clock.due_at, whose, { [due]: 1, [kept]: inTime ? 1 : 0 });
    else if (!inTime)
      add('due', clock.due_at, whose, {
        [due]: 1,
        [open]: how === 'ended' || one.state === 'merged' ? 0 : 1,
      });
  }
}

const clockNames: Record<string, [keyof Counts, keyof Counts, keyof Counts]> = {
  verify: ['verifyDue', 'verifyKept', 'verifyOpen'],
  first_answer: ['firstDue', 'firstKept', 'firstOpen'],
  settle: ['settleDue', 'settleKept', 'settleOpen'],
};

/** The promise: received → final answer. It waits while the reporter is asked; what is closed without one is left out. */
function countPromise(
  one: Case,
  events: Event[],
  answeredAt: number | null,
  add: (counts: Partial<Counts>) => void,
) {
  if (answeredAt !== null) return add({ promiseDue: 1, promiseKept: answeredAt <= one.due_at ? 1 : 0 });
  const asked = events.findLast(({ verb }) => verb === 'ask')?.at ?? 0;
  if (one.state === 'clarification' && asked <= one.due_at) return;
  if (one.state !== 'archived' && one.state !== 'merged') return add({ promiseDue: 1, promiseOpen: 1 });
  if ((one.closed_at ?? 0) > one.due_at) add({ promiseDue: 1 });
}

function stateWord(state: string): keyof Counts {
  if (state === 'received') return 'unverified';
  if (['verified', 'disposed', 'returned'].includes(state)) return 'waiting';
  if (state === 'clarification') return 'paused';
  if (state === 'resolved') return 'settled';
  return state === 'archived' ? 'archived' : 'process';
}

const isSending = (verb: string, facts: Record<string, unknown>) =>
  ['route', 'dispose', 'pass_to_inspectorate'].includes(verb) ||
  (verb === 'decide_return' && facts.accepted === true);

/** How a clock fared: done, ended without being done, or still running, and when; `paused` = since when it rests. */
function lived(
  clock: Clock,
  events: Event[],
  facts: (event: Event) => Record<string, unknown>,
): { how: 'done' | 'ended' | 'runs'; at: number | null; office: string } {
  const verify = clock.clock === 'verify';
  const start = events.find(({ seq }) => seq === clock.started_seq);
  let office = String((start && facts(start).office) ?? '-');
  // Why it rests, and since when. What rested before a merging rests after it.
  const rests = new Map<'question' | 'return' | 'merged', number>();
  const since = () => (rests.size === 0 ? null : Math.min(...rests.values()));
  let answerStands = false;
  for (const event of events) {
    const { seq, verb, at } = event;
    const told = facts(event);
    const sends = isSending(verb, told);
    if (verb === 'answer') answerStands = true;
    if (['contest', 'find_fault'].includes(verb)) answerStands = false;
    if (seq <= clock.started_seq) continue;
    const done = verify
      ? sends ||
        ['decide_return', 'forward', 'archive', 'follow_up', 'answer'].includes(verb) ||
        (verb === 'free' && answerStands)
      : verb === 'answer' || (clock.clock === 'first_answer' && verb === 'follow_up');
    if (done) return { how: 'done', at: since() ?? at, office };
    const ended =
      ['withdraw', 'expire', 'contest', 'find_fault', 'close_forwarded'].includes(verb) ||
      (!verify && (sends || ['hold', 'forward', 'archive'].includes(verb)));
    if (ended) return { how: 'ended', at: since() ?? at, office };
    if (verb === 'ask') rests.set('question', at);
    if (verb === 'complete') rests.delete('question');
    if (verb === 'return' && !verify) rests.set('return', at);
    if (verb === 'decide_return') rests.delete('return');
    if (verb === 'merge') rests.set('merged', at);
    if (verb === 'unmerge' || (verb === 'hold' && verify)) {
      rests.delete('merged');
      rests.delete('question');
    }
    if (verb === 'transfer' && told.leads === true) office = String(told.office);
  }
  return { how: 'runs', at: since(), office };
}
