/** The draft notice of an incident, with what UU 27/2022 art. 46 (2) asks: which data, when and how, and what was done. Pure. */
import { formatDateTime, formatNumber } from '../../../shared/text.ts';
import type { Regency } from '../../regency/snapshot.ts';
import type { Breach } from './breach-rows.ts';

export type Addressee = 'people' | 'authority';

export interface Draft {
  subject: string;
  to: string;
  paragraphs: string[];
  /** Numbered, each with what it is about. */
  points: { title: string; text: string }[];
  closing: string[];
}

const NOT_YET = '(belum diketahui; lengkapi sebelum dikirim)';

export function draftOf(breach: Breach, to: Addressee, regency: Regency): Draft {
  const { words } = breach;
  const { timeZone, fullName } = regency.about;
  const found = formatDateTime(breach.foundAt, timeZone);
  const government = `Pemerintah ${fullName}`;
  const count = breach.people === null ? NOT_YET : `sekitar ${formatNumber(breach.people)} orang`;
  const officer = regency.dataOfficer;
  const contact = officer
    ? [officer.name, officer.email, officer.phone, officer.address].filter(Boolean).join(', ')
    : `petugas pelindungan data ${government}`;
  const told = to === 'authority';
  return {
    subject: told
      ? 'Pemberitahuan kegagalan pelindungan data pribadi'
      : 'Pemberitahuan kepada pemilik data pribadi',
    to: told
      ? 'Yth. lembaga penyelenggara pelindungan data pribadi'
      : 'Yth. Bapak/Ibu yang datanya terdampak',
    paragraphs: [
      `${government}, sebagai pengendali data pribadi layanan pengaduan Kanal, memberitahukan kegagalan pelindungan data pribadi yang diketahui pada ${found}. Pemberitahuan ini disampaikan menurut Pasal 46 Undang-Undang Nomor 27 Tahun 2022, paling lambat ${formatDateTime(breach.dueAt, timeZone)}.`,
      words?.what || NOT_YET,
    ],
    points: [
      { title: 'Data pribadi yang terungkap', text: words?.data || NOT_YET },
      { title: 'Pemilik data dan perkiraan jumlahnya', text: `${words?.whose || NOT_YET} (${count})` },
      { title: 'Kapan dan bagaimana data terungkap', text: words?.how || NOT_YET },
      { title: 'Upaya penanganan dan pemulihan', text: words?.done || NOT_YET },
      ...(told || !words?.advice ? [] : [{ title: 'Yang dapat Anda lakukan', text: words.advice }]),
    ],
    closing: [
      `Keterangan lebih lanjut dapat diminta kepada ${contact}.`,
      ...(told ? [] : ['Kami mohon maaf atas kejadian ini.']),
    ],
  };
}

/** The same as plain text, to copy. */
export function draftText(draft: Draft): string {
  return [
    draft.to,
    '',
    `Perihal: ${draft.subject}`,
    ...draft.paragraphs.flatMap((one) => ['', one]),
    '',
    ...draft.points.map(({ title, text }, index) => `${index + 1}. ${title}: ${text}`),
    ...draft.closing.flatMap((one) => ['', one]),
  ].join('\n');
}
