/**
 * The dossier of a case on paper: what this viewer may see of it (cases/view.ts), its photos, and for whom the copy was
 * made on every page. Who asks for it has said why, and that is in the register before anything is made.
 */
import { kindNames, stateNames } from '../../../shared/lifecycle/states.ts';
import { formatDate, formatDateTime, formatNumber } from '../../../shared/text.ts';
import { readUpload } from '../../cases/attachments/serve.ts';
import type { Contact } from '../../cases/contact.ts';
import type { Db } from '../../platform/db.ts';
import type { Paper } from '../../platform/pdf/paper.ts';
import { crestForPaper } from '../../regency/crest.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { sizeOf } from '../files.ts';
import type { DeskCase, DeskEntry } from './queries.ts';
import { factLines } from './views/history.tsx';
import {
  channelName,
  dayText,
  erasedWords,
  flagNames,
  holderName,
  NOT_KNOWN,
  officeName,
  promiseDay,
  verbTitles,
  wordTitles,
} from './words.ts';

/** Photos are decoded and kept twice while a PDF is made: 128 MB is all there is. */
const MOST_PHOTOS = 10;
const MOST_BYTES = 15_000_000;

interface Wanted {
  env: Pick<Env, 'FILES' | 'KEYS' | 'ROOT_KEY'>;
  db: Db;
  regency: Regency;
  view: DeskCase;
  /** In clear, only after its reveal was written; null = without identity. */
  identity: Required<Contact> | null;
  /** Name of the person it is made for. */
  viewer: string;
  /** Epoch ms. */
  now: number;
}

/** @returns the PDF */
export async function makeDossier(wanted: Wanted): Promise<Uint8Array<ArrayBuffer>> {
  const { view, regency, viewer, now } = wanted;
  const at = formatDateTime(now, regency.about.timeZone);
  const { makePaper } = await import('../../platform/pdf/paper.ts');
  const crest = await crestForPaper(wanted.env, regency.crest);
  const head = {
    title: `Berkas laporan ${view.code}`,
    foot: `${regency.about.fullName} · Berkas laporan ${view.code} · salinan untuk ${viewer}, ${at}`,
    watermark: `Salinan untuk ${viewer} · ${at}`,
    madeAt: now,
    letterhead: crest && { name: `Pemerintah ${regency.about.fullName}`, crest },
  };
  return makePaper(head, async (paper) => {
    paper.heading(view.title ?? 'Laporan anonim, belum dilepas', 1);
    paper.facts(facts(wanted));
    paper.heading('Isi laporan');
    if (view.erasedAt !== null) paper.text(erasedWords(regency, view.erasedAt));
    else if (view.text === null) paper.text('Laporan anonim ini belum dilepas; isinya tidak disertakan.');
    else paper.quote(view.text);
    paper.heading('Yang memegang');
    paper.facts(custody(wanted));
    paper.heading('Riwayat');
    for (const entry of view.entries) writeEntry(paper, wanted, entry);
    await writeFiles(paper, wanted);
    paper.rule();
    paper.text(
      'Berkas ini memuat apa yang boleh dilihat pembuatnya. Pembuatannya dicatat beserta alasannya. Tanda (?) ' +
        'menggantikan huruf atau gambar kecil yang tidak dapat dicetak. Kanal mendampingi SP4N-LAPOR! (lapor.go.id, SMS ' +
        '1708, @lapor1708).',
      { size: 9, soft: true },
    );
  });
}

function facts({ view, regency, identity }: Wanted): [string, string][] {
  const zone = regency.about.timeZone;
  const flags = view.flags.map((flag) => flagNames[flag]).join(', ');
  const rows: [string, string | null | undefined | false][] = [
    ['Nomor laporan', view.code],
    ['Nomor SP4N-LAPOR!', view.sp4n ?? 'belum dicatat'],
    ['Jenis', kindNames[view.kind].id],
    ['Keadaan', stateNames[view.state].desk],
    ['Tanda', flags],
    ['Diterima', `${formatDateTime(view.receivedAt, zone)}, lewat ${channelName(view.channel)}`],
    ['Wilayah', view.area?.name ?? 'tidak disebutkan'],
    ['Tempat', view.place],
    ['Titik lokasi', view.position],
    ['Tanggal kejadian', view.occurredOn && dayText(regency, view.occurredOn)],
    ['Kategori', view.category?.name ?? 'belum ditentukan'],
    ['Instansi pelaksana', view.office ? officeName(regency, view.office) : 'belum ada'],
    ['Tembusan', view.copies.map((code) => officeName(regency, code)).join(', ')],
    ['Janji kepada pelapor', promiseDay(regency, view.dueAt)],
    ...view.clocks.map((clock): [string, string] => [
      `Batas: ${clock.label}`,
      `${formatDate(clock.dueAt, zone)} (${clock.words})`,
    ]),
    ['Pelapor', reporter(view, identity)],
  ];
  return rows.flatMap(([term, value]): [string, string][] => (value ? [[term, value]] : []));
}

function reporter(view: DeskCase, identity: Required<Contact> | null): string {
  if (identity) {
    const { name, email, phone } = identity;
    return [name, email, phone].filter(Boolean).join(' · ') || 'tidak meninggalkan kontak';
  }
  return view.anonymous ? 'anonim, disembunyikan untuk semua' : 'identitas tidak disertakan';
}

function custody({ view, regency }: Wanted): [string, string][] {
  const zone = regency.about.timeZone;
  if (view.days === null) return [['SP4N-LAPOR!', `lamanya ${NOT_KNOWN}`]];
  return view.custody.map((held) => [
    holderName(regency, held.holder),
    `${formatDateTime(held.since, zone)} sampai ${held.until === null ? 'sekarang' : formatDateTime(held.until, zone)}`,
  ]);
}

function writeEntry(paper: Paper, { view, regency }: Wanted, entry: DeskEntry): void {
  const at = formatDateTime(entry.at, regency.about.timeZone);
  paper.text(`${at} · ${verbTitles[entry.verb] ?? entry.verb}`, { bold: true, gap: 1 });
  const unseen = entry.visibility === 'desk' ? ' · tidak dilihat pelapor' : '';
  paper.text(`${entry.by}${unseen}`, { size: 9, soft: true, gap: 2 });
  for (const line of factLines(regency, entry)) paper.text(line, { gap: 1 });
  if (entry.erased) paper.text('Isi dihapus.', { soft: true, gap: 1 });
  if (entry.unreadable) paper.text(entry.unreadable, { soft: true, gap: 1 });
  if (entry.withheld) paper.text('Isinya belum dilepas.', { soft: true, gap: 1 });
  if (entry.verb !== 'submit') {
    for (const [name, words] of Object.entries(entry.words)) {
      if (name !== 'text') paper.text(`${wordTitles[name] ?? name}:`, { size: 9, soft: true, gap: 1 });
      paper.quote(words);
    }
  }
  const files = view.attachments.flatMap((file, i) => (file.seq === entry.seq ? [i + 1] : []));
  if (files.length > 0) paper.text(`Lampiran ${files.join(', ')}`, { size: 9, soft: true, gap: 1 });
  paper.space(5);
}

/** Photos as they are; what cannot stand in a PDF, or is too much, by its name. */
async function writeFiles(paper: Paper, { env, db, view }: Wanted): Promise<void> {
  if (view.attachments.length === 0) return;
  paper.heading('Lampiran');
  let [photos, bytes] = [0, 0];
  for (const [index, file] of view.attachments.entries()) {
    const caption = `Lampiran ${index + 1} (${file.kind.toUpperCase()}, ${sizeOf(file.bytes)})`;
    const { kind } = file;
    const fits = photos < MOST_PHOTOS && bytes + file.bytes <= MOST_BYTES;
    if ((kind === 'jpeg' || kind === 'png') && fits) {
      photos++;
      bytes += file.bytes;
      if (await paper.picture((await readUpload(env, db, file.id)).bytes, kind, caption)) continue;
    }
    paper.text(`${caption}: tidak disertakan, lihat di Kanal.`);
  }
  if (photos > 0) paper.text(`${formatNumber(photos)} foto disertakan.`, { size: 9, soft: true });
}
