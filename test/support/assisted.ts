/** Assisted intake in the tests: somebody types for somebody, and the reporter takes over the PIN. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { desc } from 'drizzle-orm';
import { app } from '../../workers/app.tsx';
import { cases } from '../../workers/cases/table.ts';
import { routeCases } from '../../workers/features/routing/jobs.ts';
import { openDb } from '../../workers/platform/db.ts';
import type { Desk, Fields } from './desk.ts';

export const POTHOLE = 'Jalan kabupaten di depan pasar berlubang besar, aspalnya rusak parah.';
export const BRIBE = 'Petugas loket meminta uang lima puluh ribu supaya surat saya cepat selesai.';

/** A body of the API; what a walk-in told. */
export const assistedBody = (more: object = {}) => ({
  kind: 'complaint',
  text: POTHOLE,
  channel: 'walk_in_opd',
  noticeRead: true,
  ...more,
});

/** The same as the form sends it. */
export const assistedForm = (more: Fields = {}): Fields => ({
  key: crypto.randomUUID(),
  kind: 'complaint',
  text: POTHOLE,
  channel: 'walk_in_opd',
  noticeRead: '1',
  ...more,
});

export const sendForm = (desk: Desk, form: Fields, bindings: Env = env) =>
  desk.post('/desk/terima', form, bindings);

/** The case that was submitted last. */
export async function newestCase() {
  const [row] = await openDb(env.DB).select().from(cases).orderBy(desc(cases.id)).limit(1);
  return row ?? null;
}

/** The router reads whatever waits. */
export async function route(): Promise<void> {
  const row = await newestCase();
  if (row) await routeCases(env, [row.id]);
}

/** A browser without any session. */
export async function stranger(
  path: string,
  form?: Record<string, string>,
  bindings: Env = env,
): Promise<Response> {
  const ctx = createExecutionContext();
  const origin = 'http://kanal.test';
  const response = await app.fetch(
    new Request(`${origin}${path}`, {
      headers: { origin },
      redirect: 'manual',
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    }),
    bindings,
    ctx,
  );
  await waitOnExecutionContext(ctx);
  return response;
}

/** The PIN as a page shows it, digits only. */
export const pinIn = (page: string): string | null =>
  /<dt>PIN<\/dt><dd class="mono">([\d\s ]+)<\/dd>/.exec(page)?.[1]?.replace(/\D/g, '') ?? null;

export const codeIn = (page: string): string =>
  /<dt>Nomor laporan<\/dt><dd class="mono">([^<]+)</.exec(page)?.[1] ?? '';

/** Address of the page where the reporter sees the PIN. */
export const handoverIn = (page: string): string => /href="(\/lacak\/serah\/[^"]+)"/.exec(page)?.[1] ?? '';
