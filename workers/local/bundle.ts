/** The Worker of this machine in one module, bundled the way wrangler does. */
import { join } from 'node:path';
import { build, stop } from 'esbuild';
import { root } from './settings.ts';

/**
 * @param entry path from the project's folder
 * @returns the module's source, with source map for readable traces
 */
export async function bundleWorker(entry = 'workers/local/inside/worker.ts'): Promise<string> {
  const { outputFiles } = await build({
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
    logLevel: 'silent',
  });
  // Its helper process has served its turn.
  await stop();
  return outputFiles[0]?.text ?? '';
}
