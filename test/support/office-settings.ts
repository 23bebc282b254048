/** What an office's settings say of it. */
import { env } from 'cloudflare:workers';
import type { PackOffice } from '../../shared/regencies/types.ts';
import { openDb } from '../../workers/platform/db.ts';
import { editRow } from '../../workers/regency/edit.ts';
import { readRow } from '../../workers/regency/rows.ts';
import { editor } from './worker.ts';

/** Sets whose approval the answers of an office need, as its settings page does. */
export async function wantApproval(office: string, approval: PackOffice['approval']): Promise<void> {
  const db = openDb(env.DB);
  const { data } = await readRow<PackOffice>(db, 'office', office);
  const { approval: before, ...rest } = data;
  if (before === approval) return;
  await editRow(editor(), 'office', office, approval ? { ...rest, approval } : rest);
}

/** Gives an office an official WhatsApp number, as its settings page does. */
export async function giveNumber(office: string, phone: string): Promise<void> {
  const db = openDb(env.DB);
  const { data } = await readRow<PackOffice>(db, 'office', office);
  await editRow(editor(), 'office', office, { ...data, phone });
}
