/** The pack of a meeting: made a file at a time, each once whatever fails, sealed, and only for those who prepare. */
import { env } from 'cloudflare:workers';
import { PDFDocument } from '@cantoo/pdf-lib';
import readXlsxFile from 'read-excel-file/universal';
import { describe, it } from 'vitest';
import { freeze } from '../../workers/features/evaluation/meetings/frozen.ts';
import { packStep } from '../../workers/features/evaluation/packs/jobs.ts';
import { readWhole } from '../../workers/features/evaluation/packs/queries.ts';
import { openDb } from '../../workers/platform/db.ts';
import { newKey, toHex } from '../../workers/platform/ids.ts';
import { openCampaign } from '../support/campaign.ts';
import { doer } from '../support/campaign-people.ts';
import { faulty } from '../support/faulty.ts';
import { foldFigures } from '../support/figures.ts';
import { manyCases } from '../support/many-cases.ts';
import { addMeetingRow } from '../support/meetings.ts';
import { Printer } from '../support/print.ts';

const ROOM = '/desk/evaluasi/paket';
const whole = (id: number) => readWhole(openDb(env.DB), id);

/** Its writes go to this database, its files to this bucket. */
const withParts = (parts: Partial<Pick<Env, 'DB' | 'FILES'>>): Env =>
  new Proxy(env, {
    get: (target, name) => parts[name as 'DB' | 'FILES'] ?? Reflect.get(target, name),
  });

const deaf = new Proxy(env.FILES, {
  get: (target, name) =>
    name === 'put'
      ? () => Promise.reject(new Error('R2 did not answer'))
      : (Reflect.get(target, name) as unknown),
});

describe('a pack of a quarter with 1,000 cases', () => {
  it('is made in steps that can be lost, watched, stopped and fetched', async ({ expect }) => {
    await openCampaign();
    await manyCases(1000, Date.UTC(2026, 3, 2), Date.UTC(2026, 5, 29));
    await foldFigures();
    const leader = await Printer.as('leader');
    const meeting = await addMeetingRow();
    const asked = { kind: 'meeting', subject: String(meeting), key: newKey() };
    const early = await leader.send(ROOM, asked);
    expect([early.status, (await early.text()).includes('Bekukan angkanya')]).toEqual([422, true]);
    await freeze(await doer(), meeting, null);
    const [made, again] = [await leader.send(ROOM, asked), await leader.send(ROOM, asked)];
    const own = made.headers.get('location') ?? '';
    expect([made.status, again.headers.get('location')]).toEqual([303, own]);
    const id = Number(own.split('/').at(-1));
    const { pack } = await whole(id);
    const total = pack?.total ?? 0;
    expect(total).toBeGreaterThanOrEqual(8);

    // The answer of the first file's row is lost: it is there, and only once.
    const lost = faulty(env.DB, 'answer_lost');
    await packStep(withParts({ DB: lost.d1 }), id).catch(() => null);
    expect([lost.struck(), (await whole(id)).parts.length]).toEqual([1, 1]);
    // The bucket does not answer: the same file is made by the next try.
    await expect(packStep(withParts({ FILES: deaf }), id)).rejects.toThrow('R2');
    const running = await leader.send(own);
    expect(running.headers.get('refresh')).toBe('3');
    const shown = await running.text();
    expect(shown).toContain(`<progress max="${total}" value="1"`);
    expect(shown).toContain(`<a href="/desk/evaluasi/rapat/${meeting}">← Rapat uji</a>`);
    // Two machines at the same file make one.
    await Promise.all([packStep(env, id), packStep(env, id)]);
    expect((await whole(id)).parts.map(({ part }) => part)).toEqual([1, 2]);
    await leader.send(`${own}/henti`, {});
    expect(await packStep(env, id)).toBe(false);
    expect((await leader.send(`${own}/lanjut`, {})).status).toBe(303);
    while (await packStep(env, id)) expect((await whole(id)).pack?.status).toBe('running');

    const { pack: done, parts } = await whole(id);
    expect([done?.status, done?.done, parts.length]).toEqual(['done', total, total]);
    const { objects } = await env.FILES.list({ prefix: `evaluation/${id}/` });
    expect(objects.map(({ key }) => key).sort()).toEqual(parts.map(({ objectKey }) => objectKey).sort());
    const [first] = parts;
    const sealed = await (await env.FILES.get(first?.objectKey ?? ''))?.text();
    expect(sealed).not.toContain('%PDF');
    const fetched = async (name: string) =>
      new Uint8Array(await (await leader.send(`${own}/${name}`)).arrayBuffer());
    const page = await fetched('lembar-pimpinan.pdf');
    expect((await PDFDocument.load(page)).getPageCount()).toBe(1);
    expect(toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', page)))).toBe(first?.digest);
    const all = await PDFDocument.load(await fetched('paket-rapat.pdf'));
    const pages = parts.filter(({ name }) => name.endsWith('.pdf') && name !== 'paket-rapat.pdf');
    expect(all.getPageCount()).toBe(pages.reduce((sum, part) => sum + part.pages, 0));

    const [{ n = 0 } = {}] = (
      await env.DB.prepare(
        "SELECT count(*) AS n FROM cases WHERE berkadar = 0 AND state <> 'held' AND routed_at IS NOT NULL",
      ).all<{ n: number }>()
    ).results;
    const [sheet] = await readXlsxFile((await fetched('laporan.xlsx')).buffer);
    expect(sheet?.data).toHaveLength(n + 1);
    expect(sheet?.data.map((row) => row[10]).join()).not.toMatch(/_/);
    const head = await Printer.as('head');
    expect([(await head.send(own)).status, (await head.send(`${own}/angka.pdf`)).status]).toEqual([403, 403]);
    await leader.send(`${own}/hapus`, {});
    expect((await env.FILES.list({ prefix: `evaluation/${id}/` })).objects).toEqual([]);
  });
});
