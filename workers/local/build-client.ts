/**
 * Builds styles and client scripts into workers/ui/generated/assets.ts, each under a name that changes with its
 * content, and the fonts of printed matter into fonts.ts beside it: as text every bundler takes them. Runs before start,
 * test and deploy.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ui = join(dirname(fileURLToPath(import.meta.url)), '../ui');

/** Entries: every file directly in ui/client, and the style sheets. */
const entries = [
  join(ui, 'styles/kanal.css'),
  join(ui, 'styles/campaign.css'),
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

keep('assets.ts', `export const assets = ${JSON.stringify(assets, null, 2)} as const;\n`);

const fonts = { regular: '400Regular/PublicSans_400Regular.ttf', bold: '700Bold/PublicSans_700Bold.ttf' };
const packed = Object.entries(fonts).map(([name, file]) => {
  const from = fileURLToPath(import.meta.resolve(`@expo-google-fonts/public-sans/${file}`));
  return `  ${name}: '${readFileSync(from).toString('base64')}',\n`;
});
keep(
  'fonts.ts',
  `/** Public Sans (SIL Open Font License 1.1), base64. */\nexport const fonts = {\n${packed.join('')}};\n`,
);

/** Another command may be reading the file at this moment: it is replaced only when it differs, and at once. */
function keep(name: string, body: string): void {
  const path = join(ui, 'generated', name);
  const text = `// Made by workers/local/build-client.ts; not edited by hand.\n${body}`;
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.${process.pid}`, text);
  renameSync(`${path}.${process.pid}`, path);
}
