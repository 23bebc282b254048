/** The binder of an indicator: what was collected, on paper and in a ZIP whose hashes can be checked. */
import { env } from 'cloudflare:workers';
import { it } from 'vitest';
import { addDocument, setWithdrawn } from '../../workers/features/evaluation/evidence/documents.ts';
import { fixProofs } from '../../workers/features/evaluation/evidence/fix.ts';
import { readCriterion } from '../../workers/features/evaluation/evidence/queries.ts';
import { packStep } from '../../workers/features/evaluation/packs/jobs.ts';
import { DAY } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { addRow } from '../../workers/regency/edit.ts';
import { doer } from '../support/campaign-people.ts';
import { Desk } from '../support/desk.ts';
import { jpeg } from '../support/images.ts';
import { readPaper } from '../support/paper.ts';
import { addStaff, editor, loadRegency } from '../support/worker.ts';
import { readZip } from '../support/zip.ts';

const FIRST = 'spbe42-1-informasi';
const CONTACT = { name: 'PPID', email: 'ppid@example.id', phone: null, address: null };

const sha256 = async (bytes: Uint8Array) =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

it('holds the state of the moment it was asked for, with hashes that agree', async ({ expect }) => {
  await loadRegency();
  await addRow(await editor(), 'data_officer', 'kontak', CONTACT);
  const to = await doer();
  await fixProofs(env, to, [{ id: FIRST, proofs: ['contacts'] }]);
  const decree = { title: 'SK Tim Pengelola', number: '188/12/2026', datedOn: '2026-01-05' };
  const bytes = jpeg({ width: 16, height: 8, pixel: () => [9, 8, 7] });
  await addDocument(env, { ...to, now: to.now - DAY }, FIRST, { ...decree, bytes });
  const desk = await Desk.of(await addStaff(['admin']));
  const asked = await desk.post('/desk/evaluasi/paket', {
    ...{ kind: 'binder', subject: 'spbe42', key: crypto.randomUUID() },
  });
  const pack = asked.headers.get('location') ?? '';
  // What is withdrawn meanwhile was there when the binder was asked for.
  const [row] = (await readCriterion(openDb(env.DB), FIRST)).documents;
  await setWithdrawn({ ...(await doer()), now: to.now + DAY }, FIRST, row?.id ?? '', true);
  while (await packStep(env, Number(/\d+$/.exec(pack)?.[0])));
  const fetched = async (name: string) =>
    new Uint8Array(await (await desk.send(`${pack}/${name}`)).arrayBuffer());
  const pdf = await fetched('berkas-bukti.pdf');
  const { text, pages } = await readPaper(pdf);
  expect(pages).toBeGreaterThan(1);
  for (const part of ['Tingkat 1 · Informasi', '1 dari 9', 'SK Tim Pengelola', '188/12/2026'])
    expect(text, part).toContain(part);
  // A hash is longer than a line.
  expect(text.replaceAll(' ', '')).toContain(row?.digest);
  const files = readZip(await fetched('berkas-bukti.zip'));
  expect(files.map(({ name }) => name)).toEqual([
    'berkas-bukti.pdf',
    'sha256.txt',
    `bukti-kanal/${FIRST}-contacts.json`,
    `dokumen/${FIRST}-${row?.id.slice(0, 8)}.jpg`,
  ]);
  expect(await sha256(files[0]?.bytes ?? new Uint8Array())).toBe(await sha256(pdf));
  const told = (files[1]?.text ?? '').trimEnd().split('\n');
  expect(told).toEqual(
    await Promise.all(files.slice(2).map(async ({ name, bytes: of }) => `${await sha256(of)}  ${name}`)),
  );
  expect(await desk.text('/desk/evaluasi/bukti/spbe42')).toContain('2 berkas');
  // Who reviews checks the files too, and changes none; a liaison officer has none of them.
  const inspector = await Desk.of(await addStaff(['inspector']));
  expect(await inspector.text('/desk/evaluasi/bukti/spbe42')).toContain(pack);
  expect(await inspector.text(pack)).not.toContain('Hapus paket');
  expect((await inspector.send(`${pack}/berkas-bukti.zip`)).status).toBe(200);
  expect((await inspector.post(`${pack}/hapus`, {})).status).toBe(403);
  const liaison = await Desk.of(await addStaff(['liaison'], ['PUPR']));
  expect((await liaison.send(`${pack}/berkas-bukti.zip`)).status).toBe(403);
  await env.DB.prepare("UPDATE evaluation_packs SET kind = 'meeting'").run();
  expect((await inspector.send(`${pack}/berkas-bukti.zip`)).status).toBe(403);
  await env.DB.prepare("UPDATE evaluation_packs SET kind = 'binder'").run();
  // What is deleted for good is in no binder, either.
  const drop = `/desk/evaluasi/bukti/kriteria/${FIRST}/dokumen/${row?.id}/hapus`;
  await env.DB.prepare("UPDATE evaluation_packs SET status = 'running'").run();
  expect((await desk.post(drop, {})).status).toBe(409);
  await env.DB.prepare("UPDATE evaluation_packs SET status = 'done'").run();
  expect((await desk.post(drop, {})).status).toBe(303);
  expect((await env.FILES.list()).objects).toEqual([]);
  expect((await desk.send(pack)).status).toBe(404);
});
