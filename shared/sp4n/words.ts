/** Words of SP4N-LAPOR! in an export, and what Kanal calls the same. */
import type { CaseKind, CaseState } from '../lifecycle/states.ts';
import { plain } from './fields.ts';

/** Its statuses (domain.md section 4); what its administrators or time have closed there is settled. */
const statuses: Record<string, CaseState> = {
  'belum terverifikasi': 'received',
  'belum diverifikasi': 'received',
  'belum ditindaklanjuti': 'verified',
  'belum ditindak lanjuti': 'verified',
  terverifikasi: 'verified',
  terdisposisi: 'disposed',
  proses: 'in_progress',
  diproses: 'in_progress',
  'dalam proses': 'in_progress',
  'sedang diproses': 'in_progress',
  tertunda: 'clarification',
  ditunda: 'clarification',
  selesai: 'resolved',
  ditutup: 'resolved',
  'ditutup oleh admin': 'resolved',
  'ditutup oleh sistem': 'resolved',
  'ditutup oleh admin sistem': 'resolved',
  'ditutup oleh pelapor': 'resolved',
  diarsipkan: 'archived',
  arsip: 'archived',
};

/** @returns null for a status that SP4N-LAPOR! does not have */
export const stateOf = (status: string): CaseState | null => statuses[plain(status)] ?? null;

export interface Class {
  kind: CaseKind;
  berkadar: boolean;
}

/** Not said means a complaint, as in LAPOR!. @returns null for a class that it does not have */
export function classOf(text: string): Class | null {
  const said = plain(text);
  if (/^(pengaduan|keluhan)?( tidak berkadar pengawasan| non pengawasan)?$/.test(said))
    return { kind: 'complaint', berkadar: false };
  if (/^(pengaduan )?(berkadar )?pengawasan$/.test(said)) return { kind: 'complaint', berkadar: true };
  if (/^aspirasi$/.test(said)) return { kind: 'aspiration', berkadar: false };
  if (/^(permintaan|permohonan) informasi$|^informasi$/.test(said))
    return { kind: 'information', berkadar: false };
  return null;
}

/** Web unless the source speaks of an app. */
export const channelOf = (source: string): 'sp4n_web' | 'sp4n_app' =>
  /\b(app|apps|aplikasi|android|ios|mobile|iphone)\b/.test(plain(source)) ? 'sp4n_app' : 'sp4n_web';

/** A tick of a column of its own, or the word in a column of several. @param word e.g. "anonim" */
export function isTicked(text: string, word: string): boolean {
  const said = plain(text);
  if (/^(tidak|bukan|no|non)\b/.test(said)) return false;
  return /^(ya|y|yes|true|1|v|x)$/.test(said) || said.split(' ').includes(word);
}

/** What stands for a name where there is none. */
export const isNoName = (name: string): boolean =>
  /^(anonim|anonymous|anonymus|tanpa nama|rahasia|)$/.test(plain(name));
