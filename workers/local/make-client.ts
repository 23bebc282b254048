/**
 * Makes workers/ui/generated: styles and client scripts in assets.ts, each under a name that changes with its content, and
 * the fonts of printed matter in fonts.ts beside it: as text every bundler takes them.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fontkit from '@pdf-lib/fontkit';
import { build } from 'esbuild';
import { root } from './settings.ts';

const generated = join(root, 'workers/ui/generated');
const fontPaths = {
  regular: fontPath('400Regular/PublicSans_400Regular.ttf'),
  bold: fontPath('700Bold/PublicSans_700Bold.ttf'),
};

/**
 * @param entries style sheets and scripts; paths from the project's folder
 * @returns paths of what was read, and of what was made of it
 */
export async function makeClient(entries: string[]): Promise<string[]> {
  const fonts = Object.entries(fontPaths).map(([name, path]) => [name, fontOf(readFileSync(path))] as const);
  return [
    ...(await makeAssets(entries)),
    ...Object.values(fontPaths),
    write(
      'fonts.ts',
      `/** Public Sans (SIL Open Font License 1.1): the file in base64, and its measures in thousandths of an em. */\nexport const fonts = ${JSON.stringify(Object.fromEntries(fonts), null, 2)};\n`,
    ),
  ];
}

async function makeAssets(entryPoints: string[]): Promise<string[]> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: ['es2020', 'chrome80', 'safari14.1'],
    outdir: 'out',
    charset: 'utf8',
    legalComments: 'none',
  });
  const assets: Record<string, { path: string; type: string; body: string }> = {};
  for (const file of outputFiles) {
    const name = file.path.split('/').pop() ?? '';
    const hash = createHash('sha256').update(file.contents).digest('hex').slice(0, 10);
    const css = name.endsWith('.css');
    assets[name] = {
      path: `/aset/${name.replace(/\.(css|js)$/, `.${hash}.$1`)}`,
      type: css ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8',
      body: file.text,
    };
  }
  const made = write('assets.ts', `export const assets = ${JSON.stringify(assets, null, 2)} as const;\n`);
  return [...Object.keys(metafile.inputs), made];
}

function fontPath(file: string): string {
  return fileURLToPath(import.meta.resolve(`@expo-google-fonts/public-sans/${file}`));
}

/** A font as a PDF embeds it, with widths and outlines of the letters of WinAnsi from the blank on (ISO 32000-1, 9.6.3). */
function fontOf(bytes: Uint8Array) {
  const font = fontkit.create(bytes);
  const thousandths = (units: number) => Math.round((units * 1000) / font.unitsPerEm);
  const letters = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 224 }, (_, n) => n + 32));
  const glyphs = [...letters].map((letter) => font.glyphForCodePoint(letter.codePointAt(0) ?? 0));
  const outline = (path: string) => path.replace(/-?[\d.]+/g, (units) => String(thousandths(Number(units))));
  return {
    name: font.postscriptName,
    letters,
    widths: glyphs.map((glyph) => thousandths(glyph.advanceWidth)),
    /** As an SVG path, y upwards; '' where the font has no such letter. */
    outlines: glyphs.map((glyph) => (glyph.id === 0 ? '' : outline(glyph.path.toSVG()))),
    box: [font.bbox.minX, font.bbox.minY, font.bbox.maxX, font.bbox.maxY].map(thousandths),
    ascent: thousandths(font.ascent),
    descent: thousandths(font.descent),
    capHeight: thousandths(font.capHeight),
    file: Buffer.from(bytes).toString('base64'),
  };
}

/** Another command may be reading the file at this moment: it is replaced only when it differs, and at once. */
function write(name: string, body: string): string {
  const path = join(generated, name);
  const text = `// Made by workers/local/build-client.ts; not edited by hand.\n${body}`;
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return path;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.${process.pid}`, text);
  renameSync(`${path}.${process.pid}`, path);
  return path;
}
