/**
 * Texts that somebody sends from their own WhatsApp. The subject becomes a first line in bold. As in every notice to
 * officers: code, time limit and link, never a word or a name from the report.
 */
import type { PackTemplate } from '../types.ts';

export const whatsappTemplates: PackTemplate[] = [
  {
    id: 'wa-reminder',
    audience: 'staff',
    subject: 'Pengingat laporan {code}',
    body: 'Yth. Bapak/Ibu, laporan {code} pada {office} menunggu tindak lanjut. Batas waktu {clock}: {due}. Mohon dibuka dan ditindaklanjuti melalui Kanal:\n{link}\n\nTerima kasih.\nPengelola pengaduan {regency}',
  },
  {
    id: 'wa-hang',
    audience: 'staff',
    subject: 'Pemasangan bahan kampanye di {office}',
    body: 'Yth. Bapak/Ibu, mohon bahan kampanye SP4N-LAPOR! dan Kanal di {office} dipasang dan difoto. Buka tautan ini di HP, tanpa akun; foto tersimpan di HP dulu bila tidak ada sinyal. Berlaku sampai {due}:\n{link}\n\nTautan ini hanya untuk petugas yang memasang. Terima kasih.\nPengelola pengaduan {regency}',
  },
];
