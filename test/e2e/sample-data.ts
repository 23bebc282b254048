/**
 * Before all journeys: the browser is unpacked, because files that do so at the same moment find it half written; and
 * sample data are loaded once, so that every server that wants them begins with a copy.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { memoryFolder } from '../../vitest.memory.ts';
import { serveKanal, unpackBrowser } from './support.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the data; null where the tests are played on a server that runs already. */
    sampleData: string | null;
  }
}

export default async function prepare(project: TestProject): Promise<() => void> {
  await unpackBrowser();
  if (process.env.KANAL_E2E) {
    project.provide('sampleData', null);
    return () => {};
  }
  const folder = mkdtempSync(join(memoryFolder(), 'kanal-sample-'));
  const served = await serveKanal({ KANAL_DEMO: 'cases' }, { folder });
  await served.stop();
  project.provide('sampleData', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
