/** Keywords, spellings, thresholds and the switch in pages: first what a change would have done, then the change. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { and, desc, eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import { loadPack } from '../../shared/regencies/index.ts';
import type { Topic } from '../../shared/routing/types.ts';
import { app } from '../../workers/app.tsx';
import { cases } from '../../workers/cases/table.ts';
import { routeCases } from '../../workers/features/routing/jobs.ts';
import { readRun } from '../../workers/features/routing/queries.ts';
import { openDb } from '../../workers/platform/db.ts';
import { editRow } from '../../workers/regency/edit.ts';
import { loadRows } from '../../workers/regency/load.ts';
import { rowsOf } from '../../workers/regency/pack-rows.ts';
import { regencyRows, settingChanges, settingsVersion } from '../../workers/regency/table.ts';
import { Desk } from '../support/desk.ts';
import { keptIn, PREVIEW, Settler } from '../support/settings.ts';
import { addStaff, caseRow, editor, loadRegency, MONDAY, newCase } from '../support/worker.ts';

const ORIGIN = 'http://kanal.test';
const WORDS = '/desk/pengaturan/kata-kunci';
const TRY = '/desk/pengaturan/coba-kalimat';
const TOPIC = `${WORDS}/${encodeURIComponent('DPK:1')}`;
const KELAMBU = 'Kelambu di balai warga robek semua.';
const db = () => openDb(env.DB);

let cookie: string;
beforeEach(async () => {
  await loadRegency();
  ({ cookie } = await Desk.of(await addStaff(['admin'], ['DISKOMINFOSP'], 'Andi Admin')));
});

async function call(path: string, form?: Record<string, string | string[]>, as = cookie): Promise<Response> {
  const ctx = createExecutionContext();
  const fields = Object.entries(form ?? {}).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one]),
  );
  const init = form ? { method: 'POST', body: new URLSearchParams(fields) } : {};
  const headers = { cookie: as, origin: ORIGIN };
  const answer = await app.fetch(new Request(`${ORIGIN}${path}`, { ...init, headers }), env, ctx);
  await waitOnExecutionContext(ctx);
  return answer;
}
const page = async (path: string) => (await call(path)).text();

const topic = async (id = 'DPK:1') => {
  const [row] = await db()
    .select()
    .from(regencyRows)
    .where(and(eq(regencyRows.kind, 'topic'), eq(regencyRows.id, id)));
  if (!row) throw new Error(`no topic ${id}`);
  return { ...row, topic: JSON.parse(row.data) as Topic };
};
const version = async () => (await db().select().from(settingsVersion))[0]?.version;

/** Form fields of a topic as the page has them, with one more strong word. */
async function typed(word = 'kelambu') {
  const { topic: now, dataHash } = await topic();
  return { seen: dataHash, strong: `${now.strong}, ${word}`, medium: now.medium, weak: now.weak ?? '' };
}

/** A case that the router left to the administrator. */
async function waiting(text = KELAMBU) {
  const receipt = await newCase({ text }, { unrouted: true });
  await routeCases(env, [receipt.caseId]);
  return receipt;
}

describe('keywords', () => {
  it('are listed by what they speak for, found by any word, and only for administrators', async ({
    expect,
  }) => {
    const list = await page(WORDS);
    expect(list).toContain('Jalan');
    expect(list).toContain('Coba kalimat');
    expect(await page('/desk/pengaturan')).toContain('Kata kunci</a> (96)');
    const found = await page(`${WORDS}?cari=bohlam`);
    expect(found).toContain('1 kata kunci');
    const { cookie: liaison } = await Desk.of(await addStaff(['liaison'], ['PUPR']));
    for (const path of [WORDS, TOPIC, TRY, '/desk/pengaturan/ambang'])
      expect((await call(path, undefined, liaison)).status, path).toBe(403);
  });

  it('are saved only after the page that says what would go elsewhere', async ({ expect }) => {
    const { code } = await waiting();
    const before = { row: await topic(), version: await version(), one: await caseRow(code) };
    const answer = await call(TOPIC, await typed());
    const shown = await answer.text();
    expect(answer.status).toBe(200);
    expect(shown).toContain('Belum ada yang tersimpan.');
    expect(shown).toContain('Ditambah: kelambu');
    expect(shown).toContain('Akibatnya pada 1 laporan terakhir');
    expect(shown).toContain('1 laporan akan ke instansi lain.');
    expect(shown).toContain(`href="/desk/kasus/${code}"`);
    expect(shown).not.toContain('robek');
    expect({ row: await topic(), version: await version(), one: await caseRow(code) }).toEqual(before);
    expect(await db().select().from(settingChanges)).toEqual([]);

    const saved = await call(TOPIC, keptIn(shown));
    expect(saved.status).toBe(303);
    expect((await topic()).topic.strong.endsWith(', kelambu')).toBe(true);
    expect(await db().select().from(settingChanges)).toMatchObject([
      { kind: 'topic', rowId: 'DPK:1', change: 'edited' },
    ]);
    // Nobody said that open cases should change.
    expect(await caseRow(code)).toEqual(before.one);
    expect(await readRun(db())).toBeNull();
    const fresh = await waiting();
    expect(await page(`/desk/kasus/${fresh.code}`)).toContain('kelambu');
  });

  it('touch open cases when the administrator ticks it, and only then', async ({ expect }) => {
    const { code } = await waiting();
    const shown = await (await call(TOPIC, await typed())).text();
    expect(shown).toContain('name="terapkan"');
    expect(shown).not.toMatch(/name="terapkan"[^>]*checked/);
    await call(TOPIC, { ...keptIn(shown), terapkan: '1' });
    expect(await readRun(db())).toMatchObject({ id: 1 });
    expect((await caseRow(code)).state).toBe('received');
  });

  it('show again what was not shown: another change, or other settings meanwhile', async ({ expect }) => {
    const shown = keptIn(await (await call(TOPIC, await typed())).text());
    const other = await call(TOPIC, { ...shown, strong: `${shown.strong}, kasur` });
    expect(other.status).toBe(200);
    expect(await other.text()).toContain('berubah sejak Anda meninjau');
    await env.DB.prepare('UPDATE settings_version SET version = version + 1').run();
    const { forgetRegency } = await import('../../workers/regency/snapshot.ts');
    forgetRegency();
    expect((await call(TOPIC, shown)).status).toBe(200);
    expect((await topic()).updatedBy).toBeNull();
  });

  it('go back to the form with what was typed, and say what collides', async ({ expect }) => {
    const shown = keptIn(await (await call(TOPIC, await typed())).text());
    const again = await (await call(TOPIC, { ...shown, ubah: '1' })).text();
    expect(again).toMatch(/<textarea[^>]*name="strong"[^>]*>[^<]*kelambu/);
    await db()
      .update(regencyRows)
      .set({ dataHash: 'x'.repeat(64) })
      .where(eq(regencyRows.id, 'DPK:1'));
    const collided = await call(TOPIC, shown);
    expect(collided.status).toBe(409);
    expect(await collided.text()).toContain('kelambu');
  });

  it('refuse what the router does not understand, with the entry that is wrong', async ({ expect }) => {
    const form = await typed('@tidakada .. jalan');
    const refused = await call(TOPIC, form);
    expect(refused.status).toBe(422);
    const text = await refused.text();
    expect(text).toContain('tidak ada kelompok kata @tidakada');
    expect(text).toContain('@rusak');
    expect(text).toMatch(/<textarea[^>]*name="strong"[^>]*>[^<]*@tidakada/);
    const empty = await call(TOPIC, { ...form, strong: '', medium: '', weak: ' , ' });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('Isi paling sedikit satu kata');
  });

  it('are added, ended, revived and taken back, each after its preview', async ({ expect }) => {
    const add = { to: 'DLH', strong: 'Kelambu,\nkasur', medium: '', weak: '' };
    const shown = keptIn(await (await call(`${WORDS}/baru`, add)).text());
    const added = await call(`${WORDS}/baru`, shown);
    expect(added.status).toBe(303);
    const [row] = await db()
      .select()
      .from(regencyRows)
      .where(eq(regencyRows.kind, 'topic'))
      .orderBy(desc(regencyRows.position))
      .limit(1);
    expect(row).toMatchObject({ id: expect.stringMatching(/^DLH:x[0-9a-f]{8}$/), packHash: null });
    const address = `${WORDS}/${encodeURIComponent(row?.id ?? '')}`;
    const { code } = await waiting();
    const ending = await (await call(`${address}/akhiri`, { seen: row?.dataHash ?? '' })).text();
    expect(ending).toContain(code);
    expect((await topic(row?.id)).validTo).toBeNull();
    expect((await call(`${address}/akhiri`, keptIn(ending))).status).toBe(303);
    expect((await topic(row?.id)).validTo).not.toBeNull();
    const back = await (await call(`${address}/aktifkan`, {})).text();
    expect((await call(`${address}/aktifkan`, keptIn(back))).status).toBe(303);
    expect((await topic(row?.id)).validTo).toBeNull();
    const [last] = await db().select().from(settingChanges).orderBy(desc(settingChanges.id)).limit(1);
    const undo = `${address}/riwayat/${last?.id}`;
    const undone = await (await call(undo, { seen: row?.dataHash ?? '' })).text();
    expect((await call(undo, keptIn(undone))).status).toBe(303);
    expect((await topic(row?.id)).validTo).not.toBeNull();
  });

  it('stay as they are when nothing was changed, without a preview', async ({ expect }) => {
    const { topic: now, dataHash } = await topic();
    const same = { seen: dataHash, strong: now.strong, medium: now.medium, weak: now.weak ?? '' };
    expect((await call(TOPIC, same)).status).toBe(303);
    expect((await topic()).updatedBy).toBeNull();
  });
});

describe('a keyword that the pack changed too', () => {
  it('takes the pack’s version only after the preview', async ({ expect }) => {
    const pack = await loadPack('luwu-timur');
    const admin = await Settler.of();
    const { topic: now } = await topic();
    await editRow(editor(), 'topic', 'DPK:1', { ...now, strong: `${now.strong}, kelambu` });
    const topics = pack.routing.topics?.map((one) =>
      one.to === 'DPK' && one === pack.routing.topics?.find(({ to }) => to === 'DPK')
        ? { ...one, strong: `${one.strong}, kasur` }
        : one,
    );
    const newer = { ...pack, routing: { ...pack.routing, topics } };
    expect((await loadRows(db(), rowsOf(newer), MONDAY)).conflicts).toEqual(['topic/DPK:1']);
    const { code } = await waiting();
    // The running program has the older pack; what it says is what may be taken.
    const settle = '/desk/pengaturan/benturan';
    const { text } = await admin.get(settle);
    expect(text).toContain('Kata kunci: ');
    const shown = await admin.post(settle, { ...keptIn(text), choose: 'pack' });
    expect(shown.text).toContain(PREVIEW);
    expect(shown.text).toContain(code);
    expect((await topic()).topic.strong).toContain('kelambu');
    expect((await admin.post(settle, keptIn(shown.text))).to).toContain('selesai=paket');
    expect((await topic()).topic).toEqual(now);
  });
});

describe('a sentence', () => {
  it('is tried without being kept, and shows office, reasons and the others', async ({ expect }) => {
    const tables = ['cases', 'entries', 'setting_changes', 'meta'];
    const count = () =>
      Promise.all(tables.map((name) => env.DB.prepare(`SELECT count(*) AS n FROM ${name}`).first('n')));
    const before = await count();
    const text = 'Jalan kabupaten di depan pasar berlubang besar, sampah juga menumpuk.';
    const answer = await call(TRY, { text, kind: 'complaint', category: '', area: '' });
    const shown = await answer.text();
    expect(answer.status).toBe(200);
    expect(shown).toContain('Dinas Pekerjaan Umum');
    expect(shown).toContain('Petunjuk:');
    expect(shown).toContain('Dinas Lingkungan Hidup');
    expect(shown).toContain('berlubang besar');
    expect(await count()).toEqual(before);
    const held = await (await call(TRY, { text: 'Kades minta uang rokok untuk tanda tangan surat.' })).text();
    expect(held).toContain('Ditahan untuk verifikator');
    expect((await call(TRY, { text: ' ' })).status).toBe(422);
  });
});

describe('the other rules', () => {
  it('are the threshold and the switch, and no other row of their kinds', async ({ expect }) => {
    await newCase({ text: 'Jalan kabupaten di depan pasar berlubang besar, aspalnya rusak parah.' });
    const seenIn = (text: string) => /name="seen" value="([0-9a-f]{64})"/.exec(text)?.[1] ?? '';
    const threshold = '/desk/pengaturan/ambang/dispose';
    const form = { seen: seenIn(await page(threshold)), score: '50', share: '90' };
    const shown = await (await call(threshold, form)).text();
    expect(shown).toContain('Kurang dari 5 laporan akan menunggu petugas');
    expect((await call(threshold, keptIn(shown))).status).toBe(303);
    expect((await call(threshold, { ...form, share: '120' })).status).toBe(422);
    for (const path of ['/desk/pengaturan/ambang/groups', '/desk/pengaturan/konfirmasi/demo'])
      expect((await call(path)).status, path).toBe(404);
    const person = '/desk/pengaturan/konfirmasi/demandPerson';
    const on = await (await call(person, { seen: seenIn(await page(person)), on: '1' })).text();
    expect((await call(person, keptIn(on))).status).toBe(303);
    const { code } = await waiting('Jalan kabupaten di depan pasar berlubang besar, aspalnya rusak parah.');
    expect(await caseRow(code)).toMatchObject({ state: 'received', holder: '@admin' });
    const all = await db().select().from(cases);
    expect(all.every(({ office }) => office === null)).toBe(true);
  });

  it('are the offices of categories', async ({ expect }) => {
    const { code } = await newCase({ text: 'Jalan kabupaten berlubang besar, aspalnya rusak parah.' });
    const admin = await Settler.of();
    const path = '/desk/pengaturan/kategori/jalan-jembatan';
    const seen = /name="seen" value="([0-9a-f]{64})"/.exec((await admin.get(path)).text)?.[1] ?? '';
    const form = { seen, name: 'Jalan dan jembatan', lapor: 'Topik Lainnya', office: 'DLH', public: '1' };
    const shown = await admin.post(path, form);
    expect(shown.text).toContain(PREVIEW);
    expect(shown.text).toContain(code);
    expect((await admin.post(path, keptIn(shown.text))).status).toBe(303);
    const fresh = await waiting('Jalan kabupaten berlubang besar, aspalnya rusak parah.');
    expect((await caseRow(fresh.code)).office).toBe('DLH');
  });

  it('and a time limit says how many of the last cases would have been late', async ({ expect }) => {
    await newCase({});
    const limit = { clock: 'verify', appliesTo: 'any', days: '2', legalBasis: 'Peraturan rekaan 1/2026' };
    const add = '/desk/pengaturan/batas-waktu/baru';
    const shown = await (await Settler.of()).post(add, { ...limit, validFrom: '2030-01-07' });
    expect(shown.text).toContain(PREVIEW);
    expect(shown.text).toMatch(/Dari kurang dari 5 laporan terakhir .*, 0 akan lewat batas; .* 0\./);
    expect(shown.text).not.toContain('name="terapkan"');
  });

  it('are spellings, kept as the router compares them', async ({ expect }) => {
    const path = '/desk/pengaturan/ejaan/baru';
    expect((await call(path, { from: 'sama', to: 'Sama!' })).status).toBe(422);
    const shown = keptIn(await (await call(path, { from: ' Lampu-Balai ', to: 'lampu jalan' })).text());
    expect((await call(path, shown)).headers.get('location')).toContain('/ejaan/lampu%20balai');
  });
});
