/** Packs for the printer: made in parts, each once, whatever fails; refused when a code cannot be read; marked, deleted. */

import { env } from 'cloudflare:workers';
import { PDFDocument } from '@cantoo/pdf-lib';
import { beforeEach, describe, it } from 'vitest';
import { codeOf, drawCode } from '../../workers/features/campaigns/print/drawing.ts';
import { printStep } from '../../workers/features/campaigns/print/jobs.ts';
import { qrText } from '../../workers/features/campaigns/print/qr.ts';
import { createApiKey } from '../../workers/features/staff/accounts.ts';
import { openDb } from '../../workers/platform/db.ts';
import { toHex } from '../../workers/platform/ids.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { type Fault, faulty } from '../support/faulty.ts';
import { filesOf, ORIGIN, PRINT, Printer, packAt } from '../support/print.ts';
import { textOf } from '../support/reporter.ts';
import { readZip } from '../support/zip.ts';

let printer: Printer;

beforeEach(async () => {
  printer = await Printer.open();
});

/** Mangkutana has 12 places, of which one is itself. */
const DISTRICT = { wilayah: '73.24.01', keadaan: 'semua' };
const POSTER = { ...DISTRICT, format: 'a3_poster' };

/** Steps of one pack until there are no more. */
async function carryOut(id: number, bindings: Env = env, draw = codeOf): Promise<number> {
  let steps = 1;
  while (await printStep(bindings, id, draw)) steps++;
  return steps;
}

describe('a pack', () => {
  it('is looked at, made by itself, told in parts by kecamatan, and marked as printed', async ({
    expect,
  }) => {
    await env.DB.exec(
      "UPDATE placements SET life = 'planned' WHERE kind = 'opd' OR ref IN ('73.24.01', '73.24.01.2001', '73.24.02')",
    );
    const { n = 0 } =
      (await env.DB.prepare("SELECT count(*) AS n FROM placements WHERE life = 'planned'").first<{
        n: number;
      }>()) ?? {};
    const shown = textOf(await (await printer.send(`${PRINT}/baru?format=a5_brochure`)).text());
    expect(shown).toContain(`Halaman ${2 * n}`);
    expect(shown).toMatch(/Yang akan tercetak: kanal\.test\/\w{6}/);
    const unsure = await printer.send(PRINT, { format: 'a5_brochure', key: crypto.randomUUID() });
    expect([unsure.status, textOf(await unsure.text())]).toEqual([
      422,
      expect.stringContaining('centang ini'),
    ]);

    const id = await printer.begin({ format: 'a5_brochure' });
    const running = await printer.send(`${PRINT}/${id}`);
    expect(running.headers.get('refresh')).toBe('5');
    expect(await running.text()).toContain(`<progress max="${n}" value="0"`);
    await printer.machine.drain();

    const pack = await packAt(id);
    expect(pack).toMatchObject({ status: 'done', done: n, total: n, origin: ORIGIN });
    // 50 sheets at most, and never two kecamatan in one file.
    expect(Math.max(...pack.parts.map(({ pages }) => pages))).toBeLessThanOrEqual(50);
    expect(pack.parts.reduce((sum, { pages }) => sum + pages, 0)).toBe(2 * n);
    expect(pack.parts.map(({ first }) => first)).toEqual([
      0,
      ...pack.parts.slice(0, -1).map(({ last }) => last + 1),
    ]);
    const page = await (await printer.send(`${PRINT}/${id}`)).text();
    expect(textOf(page)).toContain('Kecamatan Mangkutana');
    expect(textOf(page)).toContain('Perangkat daerah (2)');
    const [part] = pack.parts;
    const answer = await printer.send(`${PRINT}/${id}/1.pdf`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))).toBe(part?.digest);
    expect((await PDFDocument.load(bytes)).getPageCount()).toBe(part?.pages);

    expect((await printer.send(`${PRINT}/${id}/tercetak`, {})).headers.get('location')).toContain(
      `ditandai=${n}`,
    );
    const lives = await env.DB.prepare(
      'SELECT by, count(*) AS n FROM placement_events WHERE life = ? GROUP BY by',
    )
      .bind('printed')
      .all();
    expect(lives.results).toEqual([{ by: `pack:${id}`, n }]);
    // Nothing is left to mark or to print.
    expect(await (await printer.send(`${PRINT}/${id}`)).text()).not.toContain('/tercetak');
    expect(textOf(await (await printer.send(`${PRINT}/baru?format=a3_poster`)).text())).toContain(
      'Tidak ada bahan',
    );
  });

  it('sent twice is one, stopped goes on where it was, and is deleted with its files', async ({ expect }) => {
    const key = crypto.randomUUID();
    const form = { format: 'a4_door_sheet', keadaan: 'semua', key };
    const id = await printer.begin(form);
    expect(await printer.begin(form)).toBe(id);
    expect(await printStep(env, id)).toBe(true);
    expect((await printer.send(`${PRINT}/${id}/hapus`, {})).status).toBe(409);
    await printer.send(`${PRINT}/${id}/henti`, {});
    expect(await printStep(env, id)).toBe(false);
    const { done } = await packAt(id);
    expect(done).toBeGreaterThan(0);
    expect(textOf(await (await printer.send(`${PRINT}/${id}`)).text())).toContain(`pada ${done} dari 170`);
    const before = await filesOf(id);
    await printer.send(`${PRINT}/${id}/lanjut`, {});
    expect(await printStep(env, id)).toBe(true);
    expect(await filesOf(id)).toEqual(expect.arrayContaining(before));
    await printer.send(`${PRINT}/${id}/henti`, {});
    expect((await printer.send(`${PRINT}/${id}/hapus`, {})).status).toBe(303);
    expect([await filesOf(id), (await printer.send(`${PRINT}/${id}`)).status]).toEqual([[], 404]);
    // What still waits in the queue finds nothing to do.
    expect(await printStep(env, id)).toBe(false);
  });

  it('narrows by program, material and code, and leaves out what is taken down', async ({ expect }) => {
    await env.DB.batch([
      env.DB.prepare(
        "UPDATE placements SET material = 'poster', life = 'planned' WHERE ref LIKE '73.24.01.%'",
      ),
      env.DB.prepare("UPDATE placements SET retired_at = 1 WHERE ref = '73.24.01.2001'"),
    ]);
    const { codes } = (await env.DB.prepare(
      "SELECT group_concat(code, ' ') AS codes FROM placements WHERE ref IN ('73.24.01.2002', 'PUPR', '73.24.01.2001')",
    ).first<{ codes: string }>()) ?? { codes: '' };
    const planned = await env.DB.prepare(
      "SELECT count(*) AS n FROM placements WHERE life = 'planned'",
    ).first<number>('n');
    const count = async (query: Record<string, string>) =>
      /Tempat (\d+)/.exec(
        textOf(
          await (
            await printer.send(`${PRINT}/baru?${new URLSearchParams({ format: 'a3_poster', ...query })}`)
          ).text(),
        ),
      )?.[1];
    expect(await count({ bahan: 'poster' })).toBe(String(Number(planned) - 1));
    expect(await count({ kode: codes })).toBe('2');
    expect(await count({ kode: codes, wilayah: 'opd' })).toBe('1');
    expect(await count({ program: '7' })).toBeUndefined();
  });

  it('for a designer is one ZIP: every code as a picture, and a table', async ({ expect }) => {
    const id = await printer.begin({ ...DISTRICT, format: 'designer_zip' });
    await carryOut(id);
    const { parts, total } = await packAt(id);
    expect(parts).toHaveLength(1);
    const answer = await printer.send(`${PRINT}/${id}/1.zip`);
    const files = readZip(new Uint8Array(await answer.arrayBuffer()));
    expect(files).toHaveLength(total + 1);
    const text = (name: string) => files.find((file) => file.name === name)?.text;
    const [, ...rows] = (text('data.csv') ?? '').trim().split('\r\n');
    expect(rows).toHaveLength(total);
    for (const row of rows) {
      const [, code = '', file = ''] = /,(\w{6}),kanal\.test\/\w{6},(\w{6}\.svg)$/.exec(row) ?? [];
      expect(text(file)).toContain(`kanal.test/${code}</text>`);
    }
  });
});

describe('whatever fails', () => {
  it.for<Fault>(['before_batch', 'answer_lost'])(
    'between bucket and database (%s), no part is missing and none is twice',
    async (fault, { expect }) => {
      const id = await printer.begin({ ...DISTRICT, format: 'a5_brochure' });
      const broken = faulty(env.DB, fault);
      const bindings = new Proxy(env, {
        get: (all, name) => (name === 'DB' ? broken.d1 : Reflect.get(all, name)),
      });
      await expect(printStep(bindings, id)).rejects.toThrow();
      await carryOut(id);
      const { status, parts, total } = await packAt(id);
      expect([broken.struck(), status, parts.reduce((sum, { pages }) => sum + pages, 0)]).toEqual([
        1,
        'done',
        2 * total,
      ]);
      for (const { objectKey } of parts) expect(await filesOf(id)).toContain(objectKey);
    },
  );

  it('a bucket that does not answer leaves no row; two at once make one part and one file', async ({
    expect,
  }) => {
    const id = await printer.begin(POSTER);
    const deaf = {
      put: async () => {
        throw new Error('R2');
      },
      get: async () => null,
    };
    const bindings = new Proxy(env, {
      get: (all, name) => (name === 'FILES' ? deaf : Reflect.get(all, name)),
    });
    await expect(printStep(bindings, id)).rejects.toThrow('R2');
    expect(await packAt(id)).toMatchObject({ status: 'running', done: 0, parts: [] });
    await Promise.all([printStep(env, id), printStep(env, id)]);
    const { parts, status } = await packAt(id);
    expect([status, parts.length, await filesOf(id)]).toEqual(['done', 1, [parts[0]?.objectKey]]);
  });
});

describe('a pack with a code that cannot be read', () => {
  it('is refused whole, by name, and keeps no file', async ({ expect }) => {
    const id = await printer.begin({ format: 'a4_door_sheet', keadaan: 'semua' });
    expect(await printStep(env, id)).toBe(true);
    expect(await filesOf(id)).toHaveLength(1);
    // A crest over more than level H restores.
    expect(await printStep(env, id, (text) => drawCode(text, 0.6))).toBe(false);
    const pack = await packAt(id);
    expect([pack.status, pack.parts, await filesOf(id)]).toEqual(['refused', [], []]);
    const page = textOf(await (await printer.send(`${PRINT}/${id}`)).text());
    expect(page).toContain('Paket ditolak');
    expect(page).toMatch(/Desa Maleku, Kecamatan Mangkutana \(\w{6}\)/);
    expect((await printer.send(`${PRINT}/${id}/1.pdf`)).status).toBe(404);
    expect((await printer.send(`${PRINT}/${id}/lanjut`, {})).status).toBe(303);
    expect((await packAt(id)).status).toBe('refused');
  });

  it('is refused also when it reads, but as the code of another place', async ({ expect }) => {
    const id = await printer.begin(POSTER);
    const { results } = await env.DB.prepare(
      "SELECT code FROM placements WHERE ref IN ('73.24.01.2002', '73.24.01.2003') ORDER BY ref",
    ).all<{ code: string }>();
    const [one = '', other = ''] = results.map(({ code }) => qrText(ORIGIN, code));
    expect(await printStep(env, id, (text, crest) => codeOf(text === one ? other : text, crest))).toBe(false);
    const { status, trouble } = await packAt(id);
    expect(status).toBe('refused');
    expect(JSON.parse(trouble ?? '')).toEqual({
      unreadable: [{ code: results[0]?.code, name: expect.stringContaining('Kecamatan Mangkutana') }],
    });
  });
});

describe('who prints', () => {
  it('are administrators and campaigners; leaders look on', async ({ expect }) => {
    const id = await printer.begin(POSTER);
    const leader = await Printer.as('leader');
    const page = await leader.send(`${PRINT}/${id}`);
    expect([page.status, (await page.text()).includes('/henti')]).toEqual([200, false]);
    expect((await leader.send(PRINT, { format: 'a3_poster', sure: '1' })).status).toBe(403);
    for (const act of ['henti', 'lanjut', 'hapus', 'tercetak'])
      expect((await leader.send(`${PRINT}/${id}/${act}`, {})).status).toBe(403);
    expect((await (await Printer.as('liaison')).send(PRINT)).status).toBe(403);
  });
});

describe('the API', () => {
  it('makes a pack once for a key, tells how far it is, and gives its files', async ({ expect }) => {
    const { token } = await createApiKey(openDb(env.DB), await loadKeys(env), {
      name: 'Percetakan',
      scopes: ['campaigns_write'],
      staffId: null,
    });
    const key = crypto.randomUUID();
    const call = (method: string, path = '', body?: object) => printer.api(token, key, method, path, body);
    const nothing = await call('POST', '', { format: 'a3_poster' });
    expect([nothing.status, JSON.stringify(await nothing.json())]).toEqual([
      422,
      expect.stringContaining('Tidak ada bahan yang cocok'),
    ]);
    const wanted = { format: 'designer_zip', lives: 'all', district: '73.24.01' };
    const [first, again] = [await call('POST', '', wanted), await call('POST', '', wanted)];
    const pack = (await first.json()) as { id: number };
    expect([first.status, pack]).toEqual([201, await again.json()]);
    expect((await call('POST', '', { ...wanted, district: '73.24.02' })).status).toBe(422);
    expect(await (await call('GET')).json()).toHaveLength(1);
    expect((await call('POST', `/${pack.id}/stop`)).status).toBe(200);
    expect(await carryOut(pack.id)).toBe(1);
    expect(await (await call('POST', `/${pack.id}/resume`)).json()).toMatchObject({
      status: 'running',
      done: 0,
    });
    expect((await call('DELETE', `/${pack.id}`)).status).toBe(409);
    await printer.machine.drain();
    const done = (await (await call('GET', `/${pack.id}`)).json()) as { parts: { digest: string }[] };
    expect(done).toMatchObject({ status: 'done', done: 12, pages: 12, parts: [{ pages: 12 }] });
    const file = await (await call('GET', `/${pack.id}/parts/1`)).arrayBuffer();
    expect(toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', file)))).toBe(done.parts[0]?.digest);
    expect((await call('DELETE', `/${pack.id}`)).status).toBe(204);
    expect(await (await call('GET')).json()).toEqual([]);
  });
});
