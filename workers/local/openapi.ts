/**
 * Writes the API's document to dist/openapi.json, for `redocly lint` and for whoever makes a client.
 * Usage: node workers/local/openapi.ts [pack]
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { loadPack } from '../../shared/regencies/index.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const dist = join(root, 'dist');
const bundle = join(dist, 'openapi.mjs');

mkdirSync(dist, { recursive: true });
// Pages are JSX, which Node does not read: the routes are bundled first.
await build({
  stdin: {
    contents: `export { app } from './workers/app.tsx'; export { describe } from './workers/features/intake/openapi.ts';`,
    resolveDir: root,
    loader: 'ts',
  },
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  external: ['cloudflare:*'],
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  logLevel: 'error',
  outfile: bundle,
});

interface Bundle {
  app: object;
  describe(app: object, regency: object): Promise<object>;
}

const { app, describe } = (await import(pathToFileURL(bundle).href)) as Bundle;
const pack = await loadPack(process.argv[2] ?? 'luwu-timur');
const document = await describe(app, {
  about: pack.regency,
  areas: new Map(pack.areas.map((area) => [area.code, area])),
  categories: new Map(pack.categories.map((category) => [category.id, category])),
  offices: new Map(pack.offices.map((office) => [office.code, office])),
});
writeFileSync(join(dist, 'openapi.json'), `${JSON.stringify(document, null, 2)}\n`);
rmSync(bundle);
