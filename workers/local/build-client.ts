/**
 * Builds styles and client scripts into workers/ui/generated/assets.ts, each under a name that changes with its
 * content. Runs before start, test and deploy.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ui = join(dirname(fileURLToPath(import.meta.url)), '../ui');

/** Entries: every file directly in ui/client, and the style sheet. */
const entries = [
  join(ui, 'styles/kanal.css'),
  ...readdirSync(join(ui, 'client'), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(ui, 'client', entry.name)),
];

const result = await build({
  entryPoints: entries,
  bundle: true,
  minify: true,
  write: false,
  format: 'esm',
  target: ['es2020', 'chrome80', 'safari14.1'],
  outdir: 'out',
  charset: 'utf8',
  legalComments: 'none',
});

const assets: Record<string, { path: string; type: string; body: string }> = {};
for (const file of result.outputFiles) {
  const name = file.path.split('/').pop() ?? '';
  const hash = createHash('sha256').update(file.contents).digest('hex').slice(0, 10);
  const css = name.endsWith('.css');
  assets[name] = {
    path: `/aset/${name.replace(/\.(css|js)$/, `.${hash}.$1`)}`,
    type: css ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8',
    body: file.text,
  };
}

const path = join(ui, 'generated/assets.ts');
const text = `// Made by workers/local/build-client.ts; not edited by hand.\nexport const assets = ${JSON.stringify(assets, null, 2)} as const;\n`;
// Another command may be reading it at this moment: it is replaced only when it differs, and at once.
if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
  mkdirSync(join(ui, 'generated'), { recursive: true });
  writeFileSync(`${path}.${process.pid}`, text);
  renameSync(`${path}.${process.pid}`, path);
}
