/** Events: everybody is invited once, a hall of phones ticks one list, names and files are sealed and can go. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { markAttendance } from '../../workers/features/campaigns/events/attend.ts';
import { inviteGroup, inviteNames } from '../../workers/features/campaigns/events/invite.ts';
import { giveCode } from '../../workers/features/campaigns/events/link.ts';
import { readInvitees } from '../../workers/features/campaigns/events/people.ts';
import { countsByOffice, eventLine, peopleOf } from '../../workers/features/campaigns/events/queries.ts';
import { addEvent, editEvent, setCancelled } from '../../workers/features/campaigns/events/save.ts';
import { readTrainings } from '../../workers/features/campaigns/events/trainings.ts';
import { DAY, now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { newKey } from '../../workers/platform/ids.ts';
import { openCampaign } from '../support/campaign.ts';
import { doer, refusal } from '../support/campaign-people.ts';
import { Desk, documented } from '../support/desk.ts';
import { abortOn, faultyDb } from '../support/faulty.ts';
import { contains, exif, jpeg } from '../support/images.ts';
import { addStaff } from '../support/worker.ts';

const BIMTEK = {
  ...{ kind: 'bimtek' as const, title: 'Bimtek SP4N', startsAt: '2026-07-20T09:00', place: 'Aula' },
  ...{ area: null, agenda: 'Pengantar', cost: null, program: null },
};
const PAGE = '/desk/kampanye/acara';
const db = () => openDb(env.DB);

let event: number;

beforeEach(async () => {
  await openCampaign();
  event = await addEvent(await doer(), BIMTEK, newKey());
});

const photo = () =>
  new File(
    [jpeg({ width: 16, height: 8, pixel: () => [9, 8, 7], segments: [exif(1, 'KameraRahasia')] })],
    'foto.jpg',
  );

const humas = async () => Desk.of(await addStaff(['campaigner']));

describe('the list of an event', () => {
  it('has everybody once, however often and by how many they are invited', async ({ expect }) => {
    await addStaff(['head'], ['PUPR'], 'Kadis PUPR');
    await addStaff(['liaison'], ['PUPR', 'DPKPP'], 'Lina');
    await addStaff(['liaison'], ['DINKES'], 'Lusi');
    const to = await doer();
    await Promise.all([1, 2, 3].map(() => inviteGroup(to, event, 'heads')));
    const opds = [...to.regency.offices.values()].filter(({ kind }) => kind === 'opd');
    const people = await readInvitees(to, event);
    const again = await (await humas()).post(`${PAGE}/${event}/undang`, { group: 'heads' });
    expect(again.headers.get('location')).toBe(`${PAGE}/${event}/peserta?ok=nihil`);
    expect(people).toHaveLength(opds.length);
    expect(people.filter(({ name }) => name !== null).map(({ name }) => name)).toEqual(['Kadis PUPR']);
    await Promise.all([inviteGroup(to, event, 'liaisons'), inviteGroup(to, event, 'untrained')]);
    expect(await peopleOf(db(), event)).toHaveLength(opds.length + 2);
  });

  it('keeps the ticks of two phones, and takes back only what its own person unticked', async ({
    expect,
  }) => {
    const to = await doer();
    await inviteNames(to, event, 'Ani\nBudi\n\nCici', 'PUPR', newKey());
    const [ani = 0, budi = 0, cici = 0] = (await peopleOf(db(), event)).map(({ id }) => id);
    // Both phones have loaded the list before anybody was ticked.
    await markAttendance(to, event, [], [ani]);
    await markAttendance(to, event, [], [budi]);
    const desk = await humas();
    const page = await desk.text(`${PAGE}/${event}/peserta`);
    expect(page).toContain('2 hadir dari 3 undangan');
    const before = [...page.matchAll(/name="before" value="(\d+)"/g)].map(([, id = '']) => id);
    expect(before).toEqual([String(ani), String(budi)]);
    const sent = await desk.post(`${PAGE}/${event}/hadir`, { before, came: [String(budi), String(cici)] });
    expect(sent.headers.get('location')).toBe(`${PAGE}/${event}/peserta?ok=hadir`);
    expect((await readInvitees(to, event)).map(({ name, attended }) => [name, attended])).toEqual([
      ['Ani', false],
      ['Budi', true],
      ['Cici', true],
    ]);
  });

  it('seals names, adds them once, and loses them without losing the count', async ({ expect }) => {
    const key = newKey();
    await inviteNames(await doer({ db: faultyDb('answer_lost').db }), event, 'Rahmat Daeng', 'PUPR', key);
    await inviteNames(await doer(), event, 'Rahmat Daeng', 'PUPR', key);
    const rows = await peopleOf(db(), event);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('Rahmat');
    const desk = await humas();
    expect(await desk.text(`${PAGE}/${event}/cetak?daftar=hadir`)).toContain('Rahmat Daeng');
    await markAttendance(await doer(), event, [], [rows[0]?.id ?? 0]);
    await desk.post(`${PAGE}/${event}/hapus-nama`, {});
    expect((await peopleOf(db(), event)).map(({ name }) => name)).toEqual([null]);
    expect(await countsByOffice(db(), event)).toEqual([{ office: 'PUPR', invited: 1, attended: 1 }]);
    const tooMany = await refusal(inviteNames(await doer(), event, 'A\n'.repeat(101), null, newKey()));
    expect(tooMany?.fields).toEqual([{ pointer: '/names', message: 'field.names_many' }]);
  });

  it('is not for leaders, and of old events offers to forget all names at once', async ({ expect }) => {
    const desk = await humas();
    const old = await addEvent(await doer(), { ...BIMTEK, startsAt: '2024-07-20T09:00' }, newKey());
    for (const id of [old, event]) {
      await inviteNames(await doer(), id, 'Ani', null, newKey());
      await desk.post(`${PAGE}/${id}/berkas`, { file: photo(), what: 'attendance', title: 'Daftar hadir' });
    }
    expect(await desk.text(PAGE)).toContain('1 acara yang sudah lewat 12 bulan');
    await desk.post(`${PAGE}/hapus-nama`, {});
    const leader = await Desk.of(await addStaff(['leader']));
    expect((await leader.send(`${PAGE}/${event}/peserta`)).status).toBe(403);
    expect(await leader.text(`${PAGE}/${event}`)).not.toContain('Daftar hadir');
    const signed = /berkas\/([0-9a-f]{32})"/.exec(await desk.text(`${PAGE}/${event}`))?.[1];
    expect((await leader.send(`${PAGE}/${event}/berkas/${signed}`)).status).toBe(404);
    const kept = await Promise.all(
      [old, event].map(async (id) => (await peopleOf(db(), id))[0]?.name !== null),
    );
    expect(kept).toEqual([false, true]);
    expect((await env.FILES.list()).objects).toHaveLength(1);
    expect(await desk.text(PAGE)).not.toContain('lewat 12 bulan');
  });
});

describe('an event', () => {
  it('that two people change keeps the first, and shows both to the second', async ({ expect }) => {
    await editEvent(await doer(), event, { ...BIMTEK, place: 'Kantor Bupati' }, 1);
    const typed = { kind: 'bimtek', title: 'Bimtek kedua', startsAt: '2026-07-21T09:00', version: '1' };
    const answer = await (await humas()).post(`${PAGE}/${event}/ubah`, typed);
    const page = await answer.text();
    expect(answer.status).toBe(409);
    for (const words of ['value="Bimtek kedua"', 'Kantor Bupati', 'name="version" value="2"'])
      expect(page).toContain(words);
    expect((await eventLine(db(), event))?.row.title).toBe('Bimtek SP4N');
  });

  it('has one code, however often it is asked for, which follows its title', async ({ expect }) => {
    const to = await doer();
    await Promise.all([giveCode(to, event), giveCode(to, event)]);
    await editEvent(to, event, { ...BIMTEK, title: 'Bimtek baru' }, 1);
    const code = (await eventLine(db(), event))?.code;
    const { results } = await env.DB.prepare("SELECT code, name FROM placements WHERE kind = 'event'").all();
    expect(results).toEqual([{ code, name: 'Bimtek baru' }]);
  });

  it('is to do until its result is written, and takes none before it has begun or when cancelled', async ({
    expect,
  }) => {
    const desk = await humas();
    const later = await addEvent(await doer(), { ...BIMTEK, startsAt: '2099-01-01T09:00' }, newKey());
    const early = await desk.post(`${PAGE}/${later}/hasil`, { version: '1', held: '1', result: 'Belum' });
    expect([early.status, (await early.text()).includes('Acara ini belum dimulai')]).toEqual([422, true]);
    expect(await desk.text(PAGE)).toContain('Perlu dilengkapi');
    const done = { version: '1', held: '1', headcount: '120', result: 'Disepakati tindak lanjut.' };
    expect((await desk.post(`${PAGE}/${event}/hasil`, done)).status).toBe(303);
    expect(await desk.text(PAGE)).not.toContain('Perlu dilengkapi');
    expect(await desk.text(`${PAGE}/semua.csv`)).toContain(',Dilaksanakan,0,0,120,,\r\n');
    await setCancelled(await doer(), later, true);
    expect((await refusal(inviteGroup(await doer(), later, 'heads')))?.detail).toBe('event_cancelled');
  });

  it('by API tells offices and counts, and no name', async ({ expect }) => {
    const desk = await humas();
    await inviteNames(await doer(), event, 'Rahmat Daeng', 'PUPR', newKey());
    const call = async (method: string, path: string, body?: unknown) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': newKey() };
      const address = `/api/v1/campaigns/events${path}`;
      const answer = await desk.send(address, { method, headers, body: JSON.stringify(body) });
      await (await documented()).check(method, address, answer);
      return answer;
    };
    const whole = await (await call('GET', `/${event}`)).text();
    expect(JSON.parse(whole)).toMatchObject({ offices: [{ office: 'PUPR', invited: 1, attended: 0 }] });
    expect(whole).not.toContain('Rahmat');
    const { version: _, ...made } = (await (await call('POST', '', BIMTEK)).json()) as {
      version: number;
      id: number;
    };
    expect((await call('POST', `/${made.id}`, { ...BIMTEK, title: 'Lain', version: 1 })).status).toBe(200);
    const stale = await call('POST', `/${made.id}/result`, {
      held: true,
      headcount: 3,
      result: 'Ya',
      version: 1,
    });
    expect(stale.status).toBe(409);
    const list = (await (await call('GET', '')).json()) as { events: { title: string }[] };
    expect(list.events.map(({ title }) => title).sort()).toEqual(['Bimtek SP4N', 'Lain']);
    expect((await call('POST', '', { ...BIMTEK, startsAt: '2026-02-30T09:00' })).status).toBe(422);
  });
});

describe('a file of an event', () => {
  it('is cleaned and sealed, shown to the campaign only, and goes with its object', async ({ expect }) => {
    const desk = await humas();
    const own = `${PAGE}/${event}/berkas`;
    const fields = { file: photo(), what: 'photo', title: 'Suasana' };
    const without = await desk.post(own, { what: 'attendance', title: 'Suasana' });
    expect(await without.text()).toMatch(/value="attendance" selected[\s\S]*value="Suasana"/);
    expect((await desk.post(own, fields)).status).toBe(303);
    const [object] = (await env.FILES.list()).objects;
    const sealed = await env.FILES.get(object?.key ?? '');
    expect(contains(new Uint8Array((await sealed?.arrayBuffer()) ?? new ArrayBuffer(0)), 'JFIF')).toBe(false);
    const id = /berkas\/([0-9a-f]{32})"/.exec(await desk.text(`${PAGE}/${event}`))?.[1] ?? '';
    const served = await desk.send(`${own}/${id}`);
    const bytes = new Uint8Array(await served.arrayBuffer());
    expect([served.status, served.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(contains(bytes, 'KameraRahasia')).toBe(false);
    const liaison = await Desk.of(await addStaff(['liaison'], ['PUPR']));
    expect((await liaison.send(`${own}/${id}`)).status).toBe(403);
    await desk.post(`${own}/${id}/hapus`, {});
    expect((await env.FILES.list()).objects).toEqual([]);
    expect((await desk.send(`${own}/${id}`)).status).toBe(404);
  });

  it('leaves nothing behind when its row or its object cannot be written', async ({ expect }) => {
    const desk = await humas();
    const fields = () => ({ file: photo(), what: 'photo', title: 'Suasana' });
    const mend = await abortOn('event_files');
    expect((await desk.post(`${PAGE}/${event}/berkas`, fields())).status).toBe(503);
    await mend();
    const full = { ...env, FILES: { put: () => Promise.reject(new Error('R2 is away')) } } as unknown as Env;
    expect((await desk.post(`${PAGE}/${event}/berkas`, fields(), full)).status).toBe(503);
    expect((await env.FILES.list()).objects).toEqual([]);
    expect(await desk.text(`${PAGE}/${event}`)).toContain('Belum ada berkas');
  });
});

describe('trainings', () => {
  it('show first who has nobody, then who is untrained or silent for 30 days', async ({ expect }) => {
    const to = await doer();
    const people = {
      ready: await addStaff(['liaison'], ['PUPR'], 'Siap'),
      silent: await addStaff(['liaison'], ['DINKES'], 'Diam'),
      untrained: await addStaff(['liaison'], ['DLH'], 'Baru'),
      gone: await addStaff(['liaison'], ['DISDIKBUD'], 'Pergi'),
    };
    await inviteGroup(to, event, 'liaisons');
    const rows = await peopleOf(db(), event);
    const trained = [people.ready.id, people.silent.id, people.gone.id];
    await markAttendance(
      to,
      event,
      [],
      rows.filter(({ staffId }) => trained.includes(staffId ?? 0)).map(({ id }) => id),
    );
    const seen = (id: number, at: number) =>
      env.DB.prepare('UPDATE staff SET last_seen_at = ? WHERE id = ?').bind(at, id).run();
    for (const { id } of [people.ready, people.untrained, people.gone]) await seen(id, now());
    await seen(people.silent.id, now() - 31 * DAY);
    await env.DB.prepare('UPDATE staff SET active = 0 WHERE id = ?').bind(people.gone.id).run();
    const states = (await readTrainings(db(), to.regency, now())).map(({ state }) => state);
    expect(states.at(-1)).toBe('fine');
    expect(states.slice(-3)).toEqual(['nobody', 'nobody', 'fine']);
    expect(new Set(states.slice(0, -3))).toEqual(new Set(['none']));
    const desk = await humas();
    const page = await desk.text(`${PAGE}/pelatihan`);
    for (const words of ['belum pernah bimtek', 'masuk terakhir', 'Tanpa pejabat penghubung'])
      expect(page).toContain(words);
    const morning = await (await Desk.of(await addStaff(['admin'], ['DISKOMINFOSP']))).text('/desk');
    expect(morning).toContain('2 instansi belum mempunyai pejabat penghubung yang sudah bimtek');
    const csv = await desk.text(`${PAGE}/pelatihan.csv`);
    expect(csv).toMatch(/Siap,2026-07-20,\d{4}-\d\d-\d\d,Siap/);
  });
});
