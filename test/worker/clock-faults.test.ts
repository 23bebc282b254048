/** Each stage once, whatever fails, repeats or runs at the same time; and bounded work for whatever is due at once. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { clockStages } from '../../workers/clocks/table.ts';
import { sweep } from '../../workers/features/sweep.ts';
import { deliveries } from '../../workers/messaging/table.ts';
import { MINUTE } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { abortOn, type Fault, faulty } from '../support/faulty.ts';
import { Machine } from '../support/machine.ts';
import { type Officials, office, REPORTER } from '../support/officials.ts';
import { act, caseRow, MONDAY, newCase, setClock } from '../support/worker.ts';

let kanal: Officials;
let machine: Machine;

beforeEach(async () => {
  kanal = await office();
  machine = new Machine();
});

const stages = () => openDb(env.DB).select().from(clockStages);
const notices = async () =>
  (await openDb(env.DB).select().from(deliveries)).filter((row) => row.id.includes('~late'));

/** A case whose first answer has just become late, and the message that tells so. */
async function late() {
  const { code, caseId } = await newCase({}, { at: MONDAY });
  await act(kanal.people.admin, code, 'dispose', { office: 'PUPR' }, MONDAY);
  const at = kanal.regency.calendar.endOfOffice('2026-07-27') + MINUTE;
  setClock(at);
  return { code, caseId, at, message: { queue: 'kanal-clocks', body: { ids: [`case:${caseId}`] } } };
}

/** Every stage of the case that is due by then, told once: to its officer and to the head. */
async function toldOnce() {
  const rows = await stages();
  const keys = rows.map((row) => `${row.subjectId}/${row.clock}/${row.stage}`);
  const told = rows.filter((row) => row.outcome === 'told' && row.stage.startsWith('late')).length;
  return { doubles: keys.length - new Set(keys).size, told, notices: (await notices()).length };
}
const ONCE = { doubles: 0, told: 2, notices: 2 };

describe('a due clock', () => {
  it('fires once when two sweeps and their consumers run at once', async ({ expect }) => {
    const { at } = await late();
    const other = new Machine();
    await Promise.all([sweep(machine.env, at), sweep(other.env, at)]);
    expect(machine.waiting.filter((one) => one.queue === 'kanal-clocks')).toHaveLength(1);
    expect(other.waiting.filter((one) => one.queue === 'kanal-clocks')).toHaveLength(1);
    await Promise.all([machine.drain(), other.drain()]);
    expect(await toldOnce()).toEqual(ONCE);
  });

  it('fires once when its message comes twice, at once and later', async ({ expect }) => {
    const { message } = await late();
    await Promise.all([machine.consume(message), machine.consume(message), machine.consume(message)]);
    await machine.consume(message);
    expect(await toldOnce()).toEqual(ONCE);
  });

  it.for(['before_batch', 'answer_lost'] as Fault[])('survives %s', async (fault, { expect }) => {
    const { at, message } = await late();
    const broken = faulty(env.DB, fault, 2);
    await machine.consume(message, new Machine(broken.d1).env);
    expect(broken.struck()).toBeGreaterThan(0);
    await machine.run(at + MINUTE);
    await machine.run(at + 2 * MINUTE);
    expect(await toldOnce()).toEqual(ONCE);
  });

  it('is told also when the hint to send it is lost', async ({ expect }) => {
    const { at, message } = await late();
    const deaf = new Proxy(machine.env, {
      get: (target, name) =>
        name === 'DELIVERY'
          ? { send: async () => Promise.reject(new Error('queue down')) }
          : Reflect.get(target, name),
    });
    await machine.consume(message, deaf);
    expect(await toldOnce()).toEqual(ONCE);
    const morning = kanal.regency.calendar.nextOfficeTime(at);
    await machine.run(morning + MINUTE);
    expect(machine.to('kepala@example.id')).toHaveLength(1);
    await machine.run(morning + 2 * MINUTE);
    expect(machine.to('kepala@example.id')).toHaveLength(1);
  });

  it.for(['clock_stages', 'clocks', 'deliveries'])(
    'is all or nothing when %s aborts',
    async (table, { expect }) => {
      const { at, message } = await late();
      const repair = await abortOn(table);
      await machine.consume(message);
      expect(await toldOnce()).toEqual({ doubles: 0, told: 0, notices: 0 });
      await repair();
      await machine.run(at + MINUTE);
      expect(await toldOnce()).toEqual(ONCE);
    },
  );

  it('is not told when somebody answers while it is about to be', async ({ expect }) => {
    const { code, message } = await late();
    // The answer comes between the consumer's reading and its writing.
    let answered = false;
    const slow = new Proxy(machine.env.DB, {
      get: (target, name) => {
        if (name !== 'batch') return Reflect.get(target, name);
        return async (statements: D1PreparedStatement[]) => {
          const results = await target.batch(statements);
          if (!answered) {
            answered = true;
            await act(kanal.people.liaison, code, 'answer', {
              outcome: 'dijelaskan',
              text: 'Sudah kami jelaskan di lapangan.',
            });
          }
          return results;
        };
      },
    });
    await machine.consume(message, new Machine(slow).env);
    expect((await caseRow(code)).state).toBe('answered');
    expect(await notices()).toEqual([]);
    expect((await stages()).filter((row) => row.stage.startsWith('late'))).toEqual([]);
  });

  it('of a message that names no case leads to the dead letters', async ({ expect }) => {
    await machine.consume({ queue: 'kanal-clocks', body: { ids: ['rusak'] } });
    await machine.consume({ queue: 'kanal-clocks', body: null });
    expect(await stages()).toEqual([]);
  });
});

describe('an act of time', () => {
  it.for(['before_batch', 'answer_lost'] as Fault[])('settles once: %s', async (fault, { expect }) => {
    const { code, caseId } = await newCase({ contact: { email: REPORTER } }, { at: MONDAY });
    await act(kanal.people.admin, code, 'dispose', { office: 'PUPR' }, MONDAY);
    await act(
      kanal.people.liaison,
      code,
      'answer',
      { outcome: 'dijelaskan', text: 'Sudah kami jelaskan.' },
      MONDAY,
    );
    const due = kanal.regency.calendar.addWorkingDays(MONDAY, 10);
    setClock(due + MINUTE);
    const message = { queue: 'kanal-clocks', body: { ids: [`case:${caseId}`] } };
    const broken = faulty(env.DB, fault, 2);
    await machine.consume(message, new Machine(broken.d1).env);
    await Promise.all([machine.consume(message), machine.consume(message)]);
    await machine.run(due + 2 * MINUTE);
    expect((await caseRow(code)).state).toBe('resolved');
    const settled = (await openDb(env.DB).select().from(deliveries)).filter(
      (row) => row.template === 'settled',
    );
    expect(settled).toHaveLength(1);
  });
});

describe('5,000 clocks due at once', () => {
  it('are all told, once each, in a bounded number of statements an invocation', {
    timeout: 120_000,
  }, async ({ expect }) => {
    const count = 5_000;
    const due = kanal.regency.calendar.endOfOffice('2026-07-27');
    const n = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})`;
    await env.DB.batch([
      env.DB.prepare(
        `${n} INSERT INTO cases (id, code, version, head_hash, state, kind, holder, holder_since, office, next_due_at, due_at,
           anonymous, confidential, about_official, channel, title, submitted_by, received_at, routed_at, settings)
         SELECT i, 'LT-' || i, 2, 'x', 'disposed', 'complaint', 'PUPR', ${MONDAY}, 'PUPR', ${due}, ${due}, 0, 0, 0, 'web', '',
           'public', ${MONDAY}, ${MONDAY}, 1 FROM n`,
      ),
      env.DB.prepare(
        `${n} INSERT INTO clocks (subject, subject_id, clock, started_seq, started_at, days, due_at, next_at, next_stage)
         SELECT 'case', i, 'first_answer', 2, ${MONDAY}, 5, ${due}, ${due}, 'late' FROM n`,
      ),
    ]);
    // Earlier stages were told in their time.
    await env.DB.prepare(
      `${n} INSERT INTO clock_stages (subject, subject_id, clock, started_seq, stage, at, outcome, way, due_at, settings, listed_on)
       SELECT 'case', i, 'first_answer', 2, s.value, ${MONDAY}, 'told', 'digest', ${due}, 1, '2026-07-23'
       FROM n, json_each('["half","three-quarters","today"]') s`,
    ).run();
    setClock(due + MINUTE);
    // Mails are another consumer's work.
    const clocksOnly = new Proxy(machine.env, {
      get: (target, name) => (name === 'DELIVERY' ? { send: async () => {} } : Reflect.get(target, name)),
    });
    await sweep(clocksOnly, due + MINUTE);
    expect(machine.waiting).toHaveLength(count / 100);
    machine.statements = [];
    for (let message = machine.waiting.shift(); message; message = machine.waiting.shift())
      await machine.consume(message, clocksOnly);
    const most = Math.max(...machine.statements);
    console.log(
      `5,000 due at once: ${machine.statements.length} invocations, at most ${most} statements each`,
    );
    expect(most).toBeLessThanOrEqual(900);
    expect(machine.statements.length).toBeLessThanOrEqual(60);
    expect(await toldOnce()).toEqual({ doubles: 0, told: 2 * count, notices: 2 * count });
    await sweep(clocksOnly, due + 2 * MINUTE);
    expect(machine.waiting).toEqual([]);
  });

  it('stay bounded when every batch aborts', async ({ expect }) => {
    const codes = [];
    for (let i = 0; i < 60; i++) {
      const { code, caseId } = await newCase({}, { at: MONDAY });
      await act(kanal.people.admin, code, 'dispose', { office: 'PUPR' }, MONDAY);
      codes.push(`case:${caseId}`);
    }
    setClock(kanal.regency.calendar.endOfOffice('2026-09-01'));
    const repair = await abortOn('clock_stages');
    machine.statements = [];
    await machine.consume({ queue: 'kanal-clocks', body: { ids: codes } });
    expect(machine.statements[0]).toBeLessThanOrEqual(900);
    await repair();
    await machine.consume({ queue: 'kanal-clocks', body: { ids: codes } });
    for (let message = machine.waiting.shift(); message; message = machine.waiting.shift())
      if (message.queue === 'kanal-clocks') await machine.consume(message);
    expect(Math.max(...machine.statements)).toBeLessThanOrEqual(900);
    const settle = (await stages()).filter((row) => row.clock === 'settle' && row.stage === 'late');
    expect(settle).toHaveLength(60);
  });
});
