/** What a meeting tells those who have an account: each thing once, and only the latest of it leaves. */
import { env } from 'cloudflare:workers';
import { asc } from 'drizzle-orm';
import { beforeEach, test } from 'vitest';
import {
  cancelMeeting,
  editMeeting,
  reviveMeeting,
} from '../../workers/features/evaluation/meetings/save.ts';
import { tellInvited } from '../../workers/features/evaluation/meetings/tell.ts';
import { objection } from '../../workers/features/notice-rights.ts';
import { render } from '../../workers/features/notices.ts';
import { deliveries } from '../../workers/messaging/table.ts';
import { openDb } from '../../workers/platform/db.ts';
import { openCampaign } from '../support/campaign.ts';
import { doer, refusal, Visitor } from '../support/campaign-people.ts';
import { faultyDb } from '../support/faulty.ts';
import { addMeetingRow } from '../support/meetings.ts';
import { addStaff, MONDAY } from '../support/worker.ts';

const ROOM = '/desk/evaluasi/rapat';
const db = () => openDb(env.DB);

beforeEach(async () => {
  await openCampaign();
});

async function invite(meeting: number, name: string): Promise<number> {
  const { id } = await addStaff(['liaison'], ['PUPR'], name);
  await env.DB.prepare('INSERT INTO meeting_people (meeting_id, staff_id, invited_at) VALUES (?, ?, 1)')
    .bind(meeting, id)
    .run();
  return id;
}

test('tells everybody once when two press at once or the answer is lost', async ({ expect }) => {
  const id = await addMeetingRow('2026-07-27T08:00');
  const people = await Promise.all([1, 2, 3].map((n) => invite(id, `Orang ${n}`)));
  const { db: broken } = faultyDb('answer_lost');
  await refusal(tellInvited(await doer({ db: broken, at: MONDAY }), id));
  await Promise.all([1, 2].map(async () => tellInvited(await doer({ at: MONDAY }), id)));
  const { results } = await env.DB.prepare('SELECT recipient FROM deliveries').all<{ recipient: string }>();
  expect(results.map(({ recipient }) => recipient).sort()).toEqual(
    people.map((staff) => `staff:${staff}`).sort(),
  );
});

test('tells who was invited that it is moved or cancelled, once, and only the latest of it', async ({
  expect,
}) => {
  const id = await addMeetingRow('2026-07-27T08:00');
  const plan = {
    title: 'Rapat uji',
    period: '2026-Q2',
    startsAt: '2026-07-27T08:00',
    chair: null,
    agenda: [],
  };
  const at = (minute: number) => doer({ at: MONDAY + minute * 60_000 });
  const told = async () => {
    const rows = await db().select().from(deliveries).orderBy(asc(deliveries.createdAt));
    return rows.map(({ template }) => template.replace('staff-meeting', ''));
  };
  await invite(id, 'Satu');
  await invite(id, 'Dua');
  await tellInvited(await at(0), id);
  await invite(id, 'Belum diundang');

  const { db: broken } = faultyDb('before_batch');
  await refusal(editMeeting(await doer({ db: broken }), id, { ...plan, place: 'Baruga' }, 1));
  expect(await told()).toEqual(['', '']);
  expect(await editMeeting(await at(1), id, { ...plan, place: 'Aula', title: 'Lain' }, 1)).toBe(false);
  expect(await editMeeting(await at(2), id, { ...plan, place: 'Baruga' }, 2)).toBe(true);
  expect((await refusal(editMeeting(await at(3), id, { ...plan, place: 'Lapangan' }, 2)))?.kind).toBe(
    'conflict',
  );
  expect(await told()).toEqual(['', '', '-moved', '-moved']);
  await Promise.all([4, 5].map(async (minute) => cancelMeeting(await at(minute), id)));
  expect(await told()).toEqual(['', '', '-moved', '-moved', '-cancelled', '-cancelled']);

  const leader = await Visitor.of('leader');
  expect(await leader.text(`${ROOM}/${id}`)).toContain('Surat pembatalan');
  expect(await leader.text(`${ROOM}/${id}/surat`)).toContain('Pembatalan rapat');

  const post = { env, ...(await at(6)) };
  const rows = await db().select().from(deliveries);
  for (const row of rows) {
    const latest = row.template.endsWith('-cancelled');
    expect([row.template, (await objection(db(), row)) === null]).toEqual([row.template, latest]);
    const { subject = '', text = '' } = (await render(post, row)) ?? {};
    expect(subject).toContain('27 Juli 2026 pukul 08.00 WITA');
    expect(text).toContain(`/desk/evaluasi/rapat/${id}\n`);
    expect(text).toContain(row.template === 'staff-meeting' ? 'Tempat: Aula' : 'Tempat: Baruga');
  }

  // Taken up again it invites anew; what is over is corrected without a word.
  await reviveMeeting(await at(7), id);
  expect(await tellInvited(await at(8), id)).toBe(3);
  expect(await editMeeting(await at(9), id, { ...plan, place: '', startsAt: '2026-07-17T08:00' }, 5)).toBe(
    false,
  );
  await invite(id, 'Terlambat');
  expect((await refusal(tellInvited(await at(10), id)))?.kind).toBe('conflict');
  await cancelMeeting(await at(11), id);
  expect((await told()).slice(6)).toEqual(['', '', '']);
});
