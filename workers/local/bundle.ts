/** The Worker of this machine in one module, bundled the way wrangler does. */
import { join } from 'node:path';
import { keep, takeKept } from './kept.ts';
import { root } from './settings.ts';

/**
 * @param entry path from the project's folder
 * @returns the module's source; made anew only when a file of it has changed
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
    // No trace leaves the Worker (platform/log.ts), so none needs a source map; every start carries the whole module over.
    minifySyntax: true,
    minifyWhitespace: true,
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
