/** The Worker of this machine in one module, bundled the way wrangler does. */
import { join } from 'node:path';
import { keep, takeKept } from './kept.ts';
import { root } from './settings.ts';

/**
 * @param entry path from the project's folder
 * @returns the module's source, with source map for readable traces; made anew only when a file of it has changed
 */
export async function bundleWorker(entry = 'workers/local/inside/worker.ts'): Promise<string> {
  const name = entry.replaceAll(/[^a-z-]/g, '-');
  return takeKept(name) ?? bundle(entry, name);
}

async function bundle(entry: string, name: string): Promise<string> {
  const { build, stop } = await import('esbuild');
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, entry)],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2024',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['cloudflare:*', 'node:*'],
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: 'inline',
    // Traces name files and lines; the texts would make the module three times as long to load.
    sourcesContent: false,
    metafile: true,
    logLevel: 'silent',
  });
  // Its helper process has served its turn.
  await stop();
  const source = outputFiles[0]?.text ?? '';
  const settings = ['package-lock.json', 'tsconfig.json', 'workers/local/bundle.ts'];
  keep(name, [...Object.keys(metafile.inputs), ...settings], source);
  return source;
}
