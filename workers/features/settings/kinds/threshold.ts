/** How sure the router has to be before a report goes to its office without a person, and whether it ever may. */
import * as z from 'zod';
import type { RoutingData } from '../../../../shared/routing/types.ts';
import { formatNumber } from '../../../../shared/text.ts';
import type { KindOf } from './kind.ts';
import { ruleEffect, ruleTools } from './rule.ts';
import { numberOf } from './values.ts';

type Threshold = NonNullable<RoutingData['dispose']>;

export const thresholdKind: KindOf<Threshold> = {
  kind: 'routing',
  only: 'dispose',
  path: 'ambang',
  group: 'rules',
  name: 'Ambang disposisi',
  one: 'ambang',
  about:
    'Seberapa yakin sistem sebelum mendisposisikan laporan tanpa menunggu petugas. Makin tinggi, makin banyak yang menunggu petugas.',
  effect: ruleEffect,
  preview: 'rules',
  tools: ruleTools,
  fields: [
    {
      name: 'score',
      label: 'Nilai petunjuk paling sedikit',
      hint: 'Satu kata kuat bernilai 4, kata sedang 2, kata lemah 1; kata di awal laporan lebih berat.',
      input: 'number',
      required: true,
    },
    {
      name: 'share',
      label: 'Bagian instansi pertama, dalam persen',
      hint: 'Dari seluruh petunjuk bagi dua instansi teratas. 100 berarti tidak boleh ada petunjuk bagi yang lain.',
      input: 'number',
      required: true,
      get: ({ share }) => String(Math.round(share * 1000) / 10).replace('.', ','),
      set: (data, raw) => {
        data.share = numberOf(String(raw).trim()) / 100;
      },
      words: ({ share }) => `${formatNumber(share * 100)} %`,
    },
  ],
  schema: z.object({
    score: z.number().min(1).max(100),
    share: z
      .number()
      .min(0.5, { error: 'Paling kecil 50: di bawah itu instansi lain lebih mungkin.' })
      .max(1, { error: 'Paling besar 100.' }),
  }),
  label: () => 'Ambang disposisi tanpa petugas',
  columns: [
    { title: 'Nilai petunjuk', of: ({ score }) => formatNumber(score) },
    { title: 'Bagian instansi pertama', of: ({ share }) => `${formatNumber(share * 100)} %` },
  ],
};

interface Switch {
  id: string;
  on: boolean;
}

export const personKind: KindOf<Switch> = {
  kind: 'switch',
  only: 'demandPerson',
  path: 'konfirmasi',
  group: 'rules',
  name: 'Konfirmasi petugas',
  one: 'pilihan',
  about: 'Apakah setiap disposisi menunggu petugas, juga bila sistem yakin.',
  effect: ruleEffect,
  preview: 'rules',
  tools: ruleTools,
  fields: [
    {
      name: 'on',
      label: 'Setiap disposisi menunggu petugas',
      hint: 'Sistem hanya menyarankan instansi. Tuduhan tetap ditahan untuk verifikator.',
      input: 'checkbox',
    },
  ],
  schema: z.object({ id: z.literal('demandPerson'), on: z.boolean() }),
  label: () => 'Setiap disposisi menunggu petugas',
  columns: [{ title: 'Sekarang', of: ({ on }) => (on ? 'ya' : 'tidak') }],
};
