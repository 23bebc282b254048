/** Meetings and the action plan by API: the same rules as the pages, no names, and every answer as its document says. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import type { Staff } from '../../shared/permissions/people.ts';
import { reportAction } from '../../workers/features/evaluation/actions/report.ts';
import { decide } from '../../workers/features/evaluation/meetings/decide.ts';
import { freeze } from '../../workers/features/evaluation/meetings/frozen.ts';
import { inviteNames } from '../../workers/features/evaluation/meetings/invite.ts';
import { newKey } from '../../workers/platform/ids.ts';
import { bearer, key } from '../support/api.ts';
import { doer } from '../support/campaign-people.ts';
import { Desk } from '../support/desk.ts';
import { addFigures, addMeetingRow } from '../support/meetings.ts';
import { lineOf, openPlan, planned, rows } from '../support/plan.ts';
import { addStaff } from '../support/worker.ts';

const ROOM = '/api/v1/evaluation';
let admin: Desk;
let liaison: Staff;

beforeEach(async () => {
  ({ admin, liaison } = await openPlan());
});

const body = (method: string, sent: unknown, headers: Record<string, string> = {}) => ({
  ...{ method, body: JSON.stringify(sent) },
  headers: { 'content-type': 'application/json', ...headers },
});

describe('the plan', () => {
  it('is told to staff and to keys of figures, without people and notes', async ({ expect }) => {
    const id = await planned({ owner: liaison.id });
    const blocked = { state: 'blocked', progress: 20, note: 'Menunggu cetakan' } as const;
    await reportAction(await doer(), id, blocked, 1, true);
    expect(JSON.stringify(await rows('SELECT * FROM action_steps'))).not.toContain('Menunggu');
    const nobody = await Desk.of(await addStaff(['helper']));
    const headers = await bearer(['figures']);
    const told = { id, state: 'blocked', progress: 20, overdue: false, measured: null, version: 2 };
    for (const [path, expected] of [
      [`${ROOM}/actions?office=PUPR&state=blocked`, [told]],
      [`${ROOM}/actions/${id}`, told],
    ] as const) {
      expect((await nobody.send(path, { headers: await bearer(['campaigns']) })).status).toBe(403);
      const text = await (await nobody.send(path, { headers })).text();
      expect(JSON.parse(text)).toMatchObject(expected);
      for (const words of ['Lina', 'Menunggu']) expect(text).not.toContain(words);
    }
    expect((await admin.send(`${ROOM}/actions?state=lain`)).status).toBe(422);
    expect((await admin.send(`${ROOM}/actions/99`)).status).toBe(404);
  });

  it('is written once by who runs the evaluation, and by nobody else', async ({ expect }) => {
    const item = { activity: 'Bagikan brosur', office: 'PUPR', dueOn: '2026-08-14' };
    const add = (who: Desk, sent: unknown, headers: Record<string, string>) =>
      who.send(`${ROOM}/actions`, body('POST', sent, headers));
    const own = key();
    const made = await add(admin, item, own);
    expect(made.status).toBe(201);
    expect(await made.json()).toMatchObject({ ...item, state: 'planned', progress: 0, version: 1 });
    expect(await (await add(admin, item, own)).json()).toMatchObject({ id: 1 });
    for (const [who, sent, headers, status] of [
      [admin, { ...item, activity: 'Lain' }, own, 422],
      [admin, item, {}, 422],
      [admin, { ...item, dueOn: '2026-07-01' }, key(), 422],
      [admin, { ...item, measure: 'brochures' }, key(), 422],
      [await Desk.of(liaison), item, key(), 403],
      [await Desk.of(await addStaff(['helper'])), item, key(), 403],
      [admin, item, { ...key(), ...(await bearer(['figures'])) }, 403],
    ] as const) {
      const refused = await add(who, sent, headers);
      expect(refused.status).toBe(status);
      expect(await refused.text()).not.toContain('Bagikan brosur');
    }
    expect(await rows('SELECT count(*) AS n FROM actions')).toEqual([{ n: 1 }]);
  });

  it('is reported on by who may on its page, by the version that was read', async ({ expect }) => {
    const id = await planned();
    const report = (who: Desk, sent: unknown, headers = {}) =>
      who.send(`${ROOM}/actions/${id}`, body('PATCH', sent, headers));
    const own = await Desk.of(liaison);
    const first = await report(own, { state: 'running', progress: 40, version: 1 });
    expect(await first.json()).toMatchObject({ state: 'running', progress: 40, version: 2 });
    const done = { state: 'done', note: 'Semua terpasang', version: 2 };
    for (const [who, sent, headers, status] of [
      [own, { state: 'running', progress: 60, version: 1 }, {}, 409],
      [own, { state: 'done', version: 2 }, {}, 422],
      [own, { ...done, state: 'dropped' }, {}, 422],
      [own, { state: 'running' }, {}, 422],
      [await Desk.of(await addStaff(['liaison'], ['DLH'])), done, {}, 403],
      [admin, done, await bearer(['figures']), 403],
    ] as const)
      expect([sent, (await report(who, sent, headers)).status]).toEqual([sent, status]);

    const program = await bearer(['desk']);
    await env.DB.prepare('UPDATE api_keys SET staff_id = ? WHERE scopes = \'["desk"]\'')
      .bind(liaison.id)
      .run();
    expect(await (await report(own, done, program)).json()).toMatchObject({ state: 'done', progress: 100 });
    expect(await own.text(`/desk/evaluasi/rencana-aksi/${id}`)).toContain('Aplikasi terhubung');
    expect((await report(own, { state: 'running', version: 3 })).status).toBe(422);
    expect((await report(admin, { state: 'running', version: 3 })).status).toBe(200);
    expect((await lineOf(id)).row).toMatchObject({ state: 'running', doneAt: null });
  });
});

describe('meetings', () => {
  it('are told with their figures, decisions and what became of them, and without a name', async ({
    expect,
  }) => {
    await addFigures();
    const id = await addMeetingRow();
    const whole = async (init?: RequestInit) => {
      const text = await (await admin.send(`${ROOM}/meetings/${id}`, init)).text();
      for (const words of ['Ibu Camat', 'Lina', 'Sekretaris']) expect(text).not.toContain(words);
      return JSON.parse(text) as { figures: { lines: { id: string; period: { value: number | null } }[] } };
    };
    expect(await whole()).toMatchObject({ state: 'open', figures: null, decisions: [] });
    const to = await doer();
    await env.DB.prepare("UPDATE meetings SET chair = 'Sekretaris Daerah'").run();
    await inviteNames(to, id, { names: 'Ibu Camat', office: null, came: true }, newKey());
    await decide(to, id, 'Baliho di setiap desa', newKey());
    const action = await planned({ decision: 1, owner: liaison.id });
    await freeze(to, id, null);

    const meeting = { id, title: 'Rapat uji', period: '2026-Q2', startsAt: '2026-07-20T08:00' };
    const list = await (await admin.send(`${ROOM}/meetings`)).json();
    expect(list).toMatchObject({ meetings: [{ ...meeting, attended: 1, decisions: 1 }], next: null });
    const told = await whole({ headers: await bearer(['figures']) });
    expect(told).toMatchObject({
      ...meeting,
      figures: { day: '2026-07-20' },
      decisions: [{ decision: 'Baliho di setiap desa', actions: [{ id: action, state: 'planned' }] }],
    });
    // The five that stand on the chair's page, as it tells them.
    expect(told.figures.lines.map((line) => line.id)).toEqual([
      ...['received', 'followed_up', 'promise_kept', 'promise_open', 'follow_up_days'],
    ]);
    expect(told.figures.lines[0]?.period.value).toBe(60);
    // Keys read quarters that are over, here too.
    await env.DB.prepare(`UPDATE meetings SET frozen = json_set(frozen, '$.period', '2026-H1')`).run();
    expect((await whole({ headers: await bearer(['figures']) })).figures).toBeNull();
    expect((await whole()).figures).not.toBeNull();

    for (const [who, path, headers, status] of [
      [admin, `${ROOM}/meetings/99`, {}, 404],
      [admin, `${ROOM}/meetings`, await bearer(['campaigns']), 403],
      [await Desk.of(await addStaff(['helper'])), `${ROOM}/meetings/${id}`, {}, 403],
    ] as const)
      expect((await who.send(path, { headers })).status).toBe(status);
  });
});
