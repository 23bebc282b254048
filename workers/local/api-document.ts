/** The API document as the Worker itself serves it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorker } from './bundle.ts';
import { keysOf } from './folder.ts';
import { startKanal } from './kanal.ts';
import { migrate } from './migrate.ts';
import { readSettings } from './settings.ts';

/**
 * Starts a Worker with an empty database and asks it.
 * @param scratch folder to write to
 * @returns path of the document
 */
export async function writeApiDocument(scratch: string): Promise<string> {
  const folder = join(scratch, 'api');
  mkdirSync(folder, { recursive: true });
  const settings = { ...readSettings({ KANAL_DATA: folder }), port: 0 };
  const kanal = await startKanal(settings, keysOf(folder), await bundleWorker(), '');
  try {
    await migrate(kanal.miniflare);
    await kanal.prepare({ demo: false, apiKey: false, admin: null, origin: '' });
    const response = await kanal.miniflare.dispatchFetch('http://localhost/api/v1/openapi.json');
    if (!response.ok) throw new Error(`/api/v1/openapi.json answered ${response.status}`);
    const path = join(folder, 'openapi.json');
    writeFileSync(path, await response.text());
    return path;
  } finally {
    await kanal.miniflare.dispose();
  }
}
