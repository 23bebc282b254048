/** What the desk calls bulk actions, and what a preview says of one. Plain official Indonesian. */
import { say } from '../../../shared/i18n/index.ts';
import type { Regency } from '../../regency/snapshot.ts';
import type { BulkItem, BulkJob, BulkStatus, BulkVerb } from '../bulk/queries.ts';
import { officeName, tagName } from './words.ts';

interface Words {
  /** The action, as one chooses it. */
  title: string;
  /** Of one case, after it. */
  done: string;
  undo: string;
}

export const bulkWords: Record<BulkVerb, Words> = {
  dispose: {
    title: 'Disposisikan',
    done: 'didisposisikan',
    undo: 'Tidak dapat dibatalkan sekaligus; OPD dapat mengembalikan laporan satu per satu.',
  },
  archive: {
    title: 'Arsipkan',
    done: 'diarsipkan',
    undo: 'Laporan dapat dikeluarkan lagi dari arsip satu per satu, di halamannya.',
  },
  tag: {
    title: 'Ubah label',
    done: 'diubah labelnya',
    undo: 'Dapat dibatalkan dengan tindakan massal sebaliknya.',
  },
  note: { title: 'Tambah catatan internal', done: 'diberi catatan', undo: 'Catatan tidak dapat dihapus.' },
  remind: {
    title: 'Ingatkan pemegangnya',
    done: 'diingatkan kepada pemegangnya',
    undo: 'Catatan bahwa pemegangnya diingatkan tidak dapat dihapus.',
  },
  transfer: {
    title: 'Alihkan ke instansi penerus',
    done: 'dialihkan',
    undo: 'Tidak dapat dibatalkan sekaligus. Yang sudah ditutup tidak berubah.',
  },
};

export const statusWords: Record<BulkStatus, string> = {
  preview: 'Pratinjau, belum dijalankan',
  running: 'Sedang berjalan',
  stopped: 'Dihentikan',
  done: 'Selesai',
};

/** Reaches reporters or cannot be taken back: the preview asks to tick that it was read. */
export const asksSure: readonly BulkVerb[] = ['dispose', 'archive', 'transfer'];

/** What happens to each case, in a sentence. */
export function happens(job: Pick<BulkJob, 'verb' | 'input'>, regency: Regency): string {
  const text = (name: string) => String(job.input[name] ?? '');
  const names = (name: string, named: (regency: Regency, id: string) => string) =>
    (Array.isArray(job.input[name]) ? job.input[name] : [])
      .map((id) => named(regency, String(id)))
      .join(', ');
  const office = officeName(regency, text('office'));
  switch (job.verb) {
    case 'dispose': {
      const copies = names('copies', officeName);
      return `Didisposisikan ke ${office}${copies ? `, tembusan ${copies}` : ''}. Batas waktu OPD mulai berjalan; OPD dan pelapor yang meninggalkan surel diberi tahu.`;
    }
    case 'archive':
      return `Diarsipkan. Pelapor membaca alasannya: “${text('reason')}”`;
    case 'tag': {
      const [added, removed] = [names('add', tagName), names('remove', tagName)];
      return [added && `Ditambah label: ${added}.`, removed && `Dilepas label: ${removed}.`]
        .filter(Boolean)
        .join(' ');
    }
    case 'note':
      return `Diberi catatan internal, tidak dibaca pelapor: “${text('text')}”`;
    case 'remind':
      return 'Tercatat bahwa pemegangnya diingatkan. Sesudah selesai, satu tautan WhatsApp tersedia untuk setiap pemegang.';
    case 'transfer':
      return `Beralih dari ${officeName(regency, text('from'))} ke ${office}, juga tembusannya. Batas waktu dan janji kepada pelapor tidak berubah, dan perpindahan ini tidak dihitung salah alamat. Pelapor membacanya dalam riwayat laporannya.`;
  }
}

/** What became, or will become, of one case. */
export function resultWords(item: BulkItem, job: Pick<BulkJob, 'verb' | 'status'>): string {
  const { done } = bulkWords[job.verb];
  if (item.status === 'done') return `Sudah ${done}`;
  if (item.status === 'refused') return `Tidak ${done}. ${item.reason ? say('id', item.reason) : ''}`.trim();
  if (job.status === 'preview') return `Akan ${done}`;
  return job.status === 'running' ? 'Menunggu giliran' : 'Tidak sempat dijalankan';
}
