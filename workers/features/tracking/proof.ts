/**
 * The reporter's proof once the promise is broken: the timeline as they see it, as a PDF. It is the proof of a prior
 * complaint that the Ombudsman asks for (domain.md section 4).
 */
import { outcomeTitles } from '../../../shared/lifecycle/states.ts';
import { formatDate, formatDateTime, formatNumber } from '../../../shared/text.ts';
import { AppError } from '../../platform/problem.ts';
import { crestForPaper } from '../../regency/crest.ts';
import type { Regency } from '../../regency/snapshot.ts';
import type { ReporterView } from './queries.ts';
import { wordTitles } from './words.ts';

/** What ends the wait for the government: the final answer, or that there is nothing left to answer. */
const endings = ['answer', 'close_forwarded', 'archive', 'withdraw', 'expire'];

/** When the wait ended (epoch ms); null while it goes on. */
function endedAt(view: Pick<ReporterView, 'entries'>): number | null {
  return view.entries.find((entry) => endings.includes(entry.verb))?.at ?? null;
}

/**
 * Has the promise of the receipt been broken? Not while it waits for the reporter.
 * @param now epoch ms
 */
export function isBroken(view: ReporterView, now: number): boolean {
  return view.due !== null && !view.paused && (endedAt(view) ?? now) > view.due;
}

/**
 * @param now epoch ms
 * @returns the PDF
 * @throws AppError conflict (promise_kept) as long as the promise holds
 */
export async function makeProof(
  env: Pick<Env, 'FILES'>,
  regency: Regency,
  view: ReporterView,
  now: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const { due } = view;
  if (due === null || !isBroken(view, now)) throw new AppError('conflict', { detail: 'promise_kept' });
  const zone = regency.about.timeZone;
  const day = (at: number) => formatDate(at, zone);
  const ended = endedAt(view);
  const late = regency.calendar.workingDaysBetween(due, ended ?? now);
  const { makePaper } = await import('../../platform/pdf/paper.ts');
  const crest = await crestForPaper(env, regency.crest);
  const head = {
    title: `Bukti pengaduan ${view.code}`,
    foot: `${regency.about.fullName} · Laporan ${view.code} · dibuat ${formatDateTime(now, zone)}`,
    madeAt: now,
    letterhead: crest && { name: `Pemerintah ${regency.about.fullName}`, crest },
  };
  return makePaper(head, (paper) => {
    paper.heading('Bukti pengaduan yang melewati janji penyelesaian', 1);
    paper.text(
      `Dokumen ini dibuat dari riwayat laporan di Kanal ${regency.about.fullName} atas permintaan pelapor. Isinya sama dengan ` +
        'yang dapat dibaca pelapor. Ombudsman Republik Indonesia meminta bukti bahwa keluhan sudah lebih dahulu ' +
        'disampaikan kepada penyelenggara layanan; dokumen ini adalah bukti itu.',
    );
    paper.facts([
      ['Nomor laporan', view.code],
      ['Judul', view.title],
      ['Diterima', formatDateTime(view.receivedAt, zone)],
      ['Janji kepada pelapor', `diselesaikan paling lambat ${day(due)}`],
      [
        'Kenyataannya',
        ended === null
          ? `belum ada jawaban akhir sampai ${day(now)}`
          : `jawaban akhir atau keputusan baru ada ${day(ended)}`,
      ],
      ['Terlambat', late === 0 ? 'kurang dari satu hari kerja' : `${formatNumber(late)} hari kerja`],
      ['Keadaan sekarang', view.statusLabel],
      ...(view.holder
        ? [['Sekarang di', `${view.holder.name}, sejak ${day(view.holder.since)}`] as const]
        : []),
      ['Berpindah instansi', view.hops === 0 ? 'tidak' : `${formatNumber(view.hops)} kali`],
    ]);
    paper.heading('Perjalanan laporan');
    for (const entry of view.entries) {
      paper.text(`${formatDateTime(entry.at, zone)} · ${entry.summary}`, { bold: true, gap: 2 });
      if (entry.outcome) paper.text(outcomeTitles[entry.outcome] ?? entry.outcome, { gap: 2 });
      const { words } = entry;
      const main = words.text ?? words.question ?? words.reason;
      if (main) paper.quote(main);
      for (const name of ['place', 'nextStep', 'budget'] as const) {
        if (words[name]) paper.text(`${wordTitles[name]}: ${words[name]}`, { gap: 2 });
      }
      if (entry.date) paper.text(`Tanggal: ${day(regency.calendar.endOfOffice(entry.date))}`, { gap: 2 });
      const files = view.attachments.filter((file) => file.seq === entry.seq).length;
      if (files > 0) paper.text(`${formatNumber(files)} lampiran, tersimpan di Kanal.`, { soft: true });
      paper.space(4);
    }
    paper.rule();
    paper.text(
      'Hari kerja adalah Senin sampai Jumat tanpa hari libur nasional, cuti bersama, dan hari libur daerah. Tanda (?) ' +
        'menggantikan huruf atau gambar kecil yang tidak dapat dicetak. Kanal mendampingi SP4N-LAPOR! (lapor.go.id, SMS ' +
        '1708, @lapor1708).',
      { size: 9, soft: true },
    );
  });
}
