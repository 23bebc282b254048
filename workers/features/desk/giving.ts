/** Giving data out of Kanal: why is asked and written down before anything leaves (privacy/disclosures.ts). */
import * as z from 'zod';
import { fieldProblems } from '../../cases/fields.ts';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import { type Disclosure, type DisclosureKind, disclose } from '../../privacy/disclosures.ts';
import type { AppContext } from '../http.ts';
import { deskLists } from './lists.ts';

export const reasonText = z.string().trim().min(5).max(500);
export const reasonSchema = z.strictObject({ reason: reasonText });

/** The reason of a form. @throws AppError invalid at /reason */
export function reasonOf(form: FormData): string {
  const parsed = reasonSchema.safeParse({ reason: form.get('reason') });
  if (!parsed.success) throw new AppError('invalid', { fields: fieldProblems(parsed.error) });
  return parsed.data.reason;
}

/** Writes down what leaves; await it before anything does. */
export async function writeDown(
  c: AppContext,
  seen: Pick<Disclosure, 'kind' | 'subject' | 'what' | 'reason'>,
): Promise<void> {
  await disclose(c.var.db, c.var.keys, { ...seen, actor: c.var.actor, at: now() });
}

export const accessKinds: Record<DisclosureKind, string> = {
  reveal: 'Identitas dibuka',
  download: 'Lampiran diunduh',
  export: 'Data diambil',
  print: 'Dicetak',
};

const names: Record<string, string> = {
  identity: 'Identitas pelapor',
  dossier: 'Berkas PDF tanpa identitas',
  dossier_identity: 'Berkas PDF dengan identitas',
  attachment: 'Lampiran',
  case: 'Halaman laporan',
  list: 'Daftar laporan (CSV)',
  register: 'Catatan akses (CSV)',
};

/** What was disclosed, e.g. "Identitas pelapor", "Daftar laporan (CSV): Terlambat". */
export function whatWords({ what, kind, subject }: Pick<Disclosure, 'what' | 'kind' | 'subject'>): string {
  const name = names[what.split(':')[0] ?? ''] ?? accessKinds[kind];
  const list = deskLists.find(({ id }) => subject === `list:${id}`);
  return list ? `${name}: ${list.label}` : name;
}
