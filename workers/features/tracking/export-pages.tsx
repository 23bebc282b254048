/** "Unduh data saya", behind code and PIN: on a page, as JSON, and with the files as one archive. */
import { Hono } from 'hono';
import { readUpload } from '../../cases/attachments/serve.ts';
import type { CaseFile } from '../../cases/load.ts';
import { now } from '../../platform/clock.ts';
import { asFile } from '../../platform/download.ts';
import { AppError } from '../../platform/problem.ts';
import { type ZipFile, zipStream } from '../../platform/zip.ts';
import type { AppContext, AppEnv } from '../http.ts';
import { type Exported, exportOf } from './export.ts';
import { enter } from './session.ts';
import { ExportDocument, ExportPage } from './views/export.tsx';

export const exportPages = new Hono<AppEnv>();

const read = (c: AppContext, file: CaseFile): Promise<Exported> =>
  exportOf(c.var.db, c.var.keys, c.var.regency, file, now());

exportPages.get('/lacak/laporan/data', async (c) => {
  const file = await enter(c);
  if (!file) return c.redirect('/lacak');
  return c.html(<ExportPage regency={c.var.regency} data={await read(c, file)} />);
});

exportPages.get('/lacak/laporan/data.json', async (c) => {
  const file = await enter(c);
  if (!file) return c.redirect('/lacak');
  const data = await read(c, file);
  return new Response(JSON.stringify(data, null, 2), {
    headers: asFile(`data-${data.report.code}.json`, 'application/json; charset=utf-8'),
  });
});

exportPages.get('/lacak/laporan/data.zip', async (c) => {
  const file = await enter(c);
  if (!file) return c.redirect('/lacak');
  const data = await read(c, file);
  return new Response(zipStream(filesOf(c, data), now()), {
    headers: asFile(`data-${data.report.code}.zip`, 'application/zip'),
  });
});

async function* filesOf(c: AppContext, data: Exported): AsyncGenerator<ZipFile> {
  const encoder = new TextEncoder();
  const html = String(await (<ExportDocument regency={c.var.regency} data={data} />));
  yield { name: 'baca.html', bytes: encoder.encode(html) };
  yield { name: 'data.json', bytes: encoder.encode(JSON.stringify(data, null, 2)) };
  for (const { id, name } of data.files) {
    // One that is just being erased is left out; the others still come.
    const found = await readUpload(c.env, c.var.db, id).catch((error: unknown) => {
      if (error instanceof AppError && error.kind === 'not_found') return null;
      throw error;
    });
    if (found) yield { name, bytes: found.bytes };
  }
}
