/** Numbers shown before a report of danger is sent; they never block sending (domain.md section 2). */
import * as z from 'zod';
import type { PackEmergency } from '../../../../shared/regencies/types.ts';
import { joinList } from '../../../../shared/text.ts';
import type { KindOf } from './kind.ts';

type Danger = PackEmergency['for'][number];

const dangers: Record<Danger, string> = {
  jiwa: 'nyawa terancam',
  kekerasan: 'kekerasan',
  kebakaran: 'kebakaran',
  sakit: 'sakit atau celaka',
  kejahatan: 'kejahatan',
};

export const emergencyKind: KindOf<PackEmergency> = {
  kind: 'emergency',
  path: 'nomor-darurat',
  group: 'rules',
  name: 'Nomor darurat',
  one: 'nomor darurat',
  about: 'Nomor yang ditunjukkan sebelum laporan tentang bahaya dikirim.',
  effect: 'Langsung terlihat pada formulir laporan. Periksa dengan menelepon nomornya lebih dahulu.',
  fields: [
    { name: 'number', label: 'Nomor', input: 'tel', max: 20, required: true },
    { name: 'name', label: 'Nama layanan', input: 'text', max: 80, required: true },
    {
      name: 'for',
      label: 'Ditunjukkan pertama untuk',
      input: 'choices',
      options: Object.entries(dangers).map(([value, label]) => ({ value, label })),
    },
  ],
  schema: z.object({
    number: z.string().regex(/^[\d+][\d ()-]{1,19}$/, 'Tulis nomornya dengan angka.'),
    name: z.string().min(1).max(80),
    for: z
      .array(z.enum(['jiwa', 'kekerasan', 'kebakaran', 'sakit', 'kejahatan']))
      .min(1, 'Pilih paling sedikit satu.'),
    check: z.boolean(),
  }),
  label: ({ number, name }) => `${number} ${name}`,
  columns: [{ title: 'Untuk', of: (data) => joinList(data.for.map((danger) => dangers[danger])) }],
  blank: () => ({ number: '', name: '', for: [], check: false }),
  newId: ({ number }) => number.replace(/\D/g, ''),
  check({ number }, { rows }, id) {
    const twin = rows.some((row) => row.id !== id && row.data.number === number);
    return twin ? { number: 'Nomor ini sudah ada dalam daftar.' } : {};
  },
  ending: { note: 'Nomor ini tidak ditunjukkan lagi kepada pelapor.' },
};
