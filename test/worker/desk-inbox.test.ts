/** The inbox: order, pages, lists, roles that have none, and what it costs. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { readInbox } from '../../workers/features/desk/inbox.ts';
import { listsOf } from '../../workers/features/desk/lists.ts';
import { deadLetters } from '../../workers/messaging/table.ts';
import { DAY, now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { seal } from '../../workers/privacy/seal.ts';
import { Desk } from '../support/desk.ts';
import { counting } from '../support/rows.ts';
import { act, addStaff, loadRegency, MONDAY, newCase, testCtx } from '../support/worker.ts';

beforeEach(() => loadRegency());

/** Open cases of PUPR by SQL, all but a few due at the same time, as the end of a day brings about. */
async function fill(from: number, to: number): Promise<void> {
  const { keys } = await testCtx();
  const at = MONDAY;
  const inserts: D1PreparedStatement[] = [];
  const insert = env.DB.prepare(
    `INSERT INTO cases (id, code, version, head_hash, state, kind, holder, holder_since, office, next_due_at, due_at,
       anonymous, confidential, about_official, channel, title, submitted_by, received_at, routed_at, settings)
     VALUES (?1, 'LT-' || cast(?1 as integer), 1, 'x', 'disposed', 'complaint', 'PUPR', 1, 'PUPR', ?2, ?2, 0, 0, 0, 'web', ?3, 'public', 1, 1, 1)`,
  );
  for (let id = from; id <= to; id++) {
    const title = await seal(keys, { table: 'cases', column: 'title', row: id }, `Judul ${id}`);
    inserts.push(insert.bind(id, id % 10 === 0 ? at + id * DAY : at + DAY, title));
  }
  for (let i = 0; i < inserts.length; i += 100) await env.DB.batch(inserts.slice(i, i + 100));
}

describe('the inbox', () => {
  it('reads the same rows at 50 and at 2,000 cases, on the first page and later', async ({ expect }) => {
    const liaison = await addStaff(['liaison'], ['PUPR']);
    const { keys, regency } = await testCtx();
    const [list] = listsOf(liaison, regency, now());
    if (!list) throw new Error('no list');
    const measure = async () => {
      const { d1, rows } = counting(env.DB);
      const db = openDb(d1);
      const first = await readInbox(db, keys, regency, liaison, { list }, now());
      const read = rows.read;
      await readInbox(db, keys, regency, liaison, { list, cursor: first.next ?? '' }, now());
      return { first: read, second: rows.read - read };
    };
    await fill(1, 50);
    const small = await measure();
    await fill(51, 2_000);
    const large = await measure();
    expect(large.first).toBe(small.first);
    // The second of 50 is the last and shorter.
    expect(large.second).toBeLessThanOrEqual(small.first * 1.5);
  });

  it('shows every case once, by due date, page after page', async ({ expect }) => {
    await fill(1, 70);
    const desk = await Desk.of(await addStaff(['liaison'], ['PUPR']));
    const seen: string[] = [];
    let path: string | undefined = '/desk';
    while (path) {
      const page: string = await desk.text(path);
      seen.push(...[...page.matchAll(/href="\/desk\/kasus\/(LT-\d+)"/g)].map((match) => match[1] ?? ''));
      path = /href="([^"]+)" rel="next"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
    }
    const ids = seen.map((code) => Number(code.slice(3)));
    const at = (id: number) => (id % 10 === 0 ? id * DAY : DAY);
    expect(ids).toHaveLength(70);
    expect(ids).toEqual([...ids].sort((a, b) => at(a) - at(b) || a - b));
    expect((await desk.send('/desk?dari=x')).status).toBe(422);
  });

  it('finds a case by its code, however it is typed', async ({ expect }) => {
    const desk = await Desk.of(await addStaff(['admin']));
    const { code } = await newCase();
    const found = await desk.send(`/desk/cari?kode=${code.toLowerCase().replaceAll('-', '')}`, {
      redirect: 'manual',
    });
    expect(found.headers.get('location')).toBe(`/desk/kasus/${code}`);
    const missed = await desk.send('/desk/cari?kode=LT-9');
    expect(missed.status).toBe(404);
    expect(await missed.text()).toContain('tidak ditemukan');
  });

  it('says in words what is late, and lists it', async ({ expect }) => {
    const admin = await addStaff(['admin']);
    const desk = await Desk.of(admin);
    const late = await newCase({}, { at: now() - 20 * DAY });
    const fresh = await newCase();
    const all = await desk.text('/desk');
    expect(all.indexOf(late.code)).toBeLessThan(all.indexOf(fresh.code));
    expect(all).toMatch(/terlambat \d+ hari kerja/);
    const overdue = await desk.text('/desk?daftar=terlambat');
    expect(overdue).toContain(late.code);
    expect(overdue).not.toContain(fresh.code);
    await act(admin, fresh.code, 'dispose', { office: 'PUPR', copies: ['DLH'] });
    expect(await desk.text('/desk?daftar=belum-opd')).not.toContain(fresh.code);
    const copy = await Desk.of(await addStaff(['liaison'], ['DLH']));
    expect(await copy.text('/desk')).toContain('Tidak ada laporan yang menunggu Anda');
    expect(await copy.text('/desk?daftar=tembusan')).toContain(fresh.code);
    expect((await copy.send('/desk?daftar=semua')).status).toBe(404);
  });

  it('parts what is late from what is due in the rest of the local day', async ({ expect }) => {
    await fill(1, 6);
    const liaison = await addStaff(['liaison'], ['PUPR']);
    const { keys, regency } = await testCtx();
    const midnight = regency.calendar.midnightBefore(MONDAY) + DAY;
    const dues = [MONDAY - DAY, MONDAY - 1, MONDAY, midnight - 1, midnight, midnight + DAY];
    const update = env.DB.prepare('UPDATE cases SET next_due_at = ? WHERE id = ?');
    await env.DB.batch(dues.map((due, index) => update.bind(due, index + 1)));
    const codesOf = async (id: string) => {
      const list = listsOf(liaison, regency, MONDAY).find((one) => one.id === id);
      if (!list) throw new Error(`no list ${id}`);
      const { lines } = await readInbox(openDb(env.DB), keys, regency, liaison, { list }, MONDAY);
      return lines.map(({ code }) => code);
    };
    expect(await codesOf('terlambat')).toEqual(['LT-1', 'LT-2']);
    expect(await codesOf('hari-ini')).toEqual(['LT-3', 'LT-4']);
  });

  it('gives leaders the ordinary cases of all offices, without identity', async ({ expect }) => {
    const admin = await addStaff(['admin']);
    const { code } = await newCase({ title: 'Jalan rusak', contact: { name: 'Siti Aminah' } });
    await act(admin, code, 'dispose', { office: 'PUPR' });
    const desk = await Desk.of(await addStaff(['leader']));
    expect(await desk.text('/desk')).toContain('Jalan rusak');
    const page = await desk.text(`/desk/kasus/${code}`);
    expect(page).toContain('tidak ditampilkan');
    expect(page).not.toContain('S••••');
    expect(page).toContain('Tidak ada yang perlu Anda lakukan');
  });

  it('sends helpers and campaigners to their own pages', async ({ expect }) => {
    const { code } = await newCase();
    for (const [role, home] of [
      ['helper', '/bantu'],
      ['campaigner', '/desk/kampanye'],
    ] as const) {
      const desk = await Desk.of(await addStaff([role]));
      for (const path of ['/desk', '/desk?daftar=tugas', `/desk/cari?kode=${code}`]) {
        const answer = await desk.send(path);
        expect([answer.status, answer.headers.get('location')]).toEqual([303, home]);
      }
      expect((await desk.api('/cases')).status).toBe(403);
    }
  });
});

describe('dead letters', () => {
  it('are shown to admins and sent again', async ({ expect }) => {
    const db = openDb(env.DB);
    const [letter] = await db
      .insert(deadLetters)
      .values({ message: 'm1', queue: 'routing', body: '{"ids":[1]}', at: now() })
      .returning({ id: deadLetters.id });
    const admin = await Desk.of(await addStaff(['admin']));
    const other = await Desk.of(await addStaff(['liaison'], ['PUPR']));
    expect(await admin.text('/desk/antrean')).toContain('Disposisi otomatis');
    expect((await other.send('/desk/antrean')).status).toBe(403);
    expect((await other.api('/dead-letters')).status).toBe(403);
    expect(await (await admin.api('/dead-letters')).json()).toMatchObject([{ queue: 'routing' }]);
    expect((await admin.post(`/desk/antrean/${letter?.id}`, {})).status).toBe(303);
    expect(await (await admin.api('/dead-letters')).json()).toEqual([]);
    expect((await admin.api(`/dead-letters/${letter?.id}/replay`, {})).status).toBe(204);
    expect((await admin.api('/dead-letters/999/replay', {})).status).toBe(404);
  });
});
