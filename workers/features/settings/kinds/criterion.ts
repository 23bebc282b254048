/** What the government's own scores ask of the channel, level by level; /desk/evaluasi/bukti collects what shows it. */
import * as z from 'zod';
import {
  indicatorIds,
  indicatorNames,
  isProof,
  levelNames,
  levels,
  type ProofId,
  proofNames,
} from '../../../../shared/evidence.ts';
import type { PackCriterion } from '../../../../shared/regencies/types.ts';
import { joinList } from '../../../../shared/text.ts';
import type { KindOf, Problems } from './kind.ts';
import { slugOf } from './slug.ts';

const levelOptions = levels.map((level) => ({
  value: String(level),
  label: `${level} · ${levelNames[level]}`,
}));

const idOf = ({ indicator, level, text }: PackCriterion): string => `${indicator}-${level}-${slugOf(text)}`;

export const criterionKind: KindOf<PackCriterion> = {
  kind: 'criterion',
  path: 'kriteria',
  group: 'evaluation',
  name: 'Kriteria penilaian',
  one: 'kriteria',
  about: 'Apa yang harus ditunjukkan untuk SPBE dan Pemdi, tingkat demi tingkat.',
  effect:
    'Langsung berlaku di Evaluasi, Bukti. Bukti yang sudah dikumpulkan tetap tersimpan pada kriterianya. Cocokkan dengan pedoman penilaian tahun berjalan.',
  fields: [
    {
      name: 'indicator',
      label: 'Indikator',
      input: 'choice',
      required: true,
      fixed: true,
      options: indicatorIds.map((value) => ({ value, label: indicatorNames[value].short })),
    },
    {
      name: 'level',
      label: 'Tingkat',
      input: 'choice',
      required: true,
      options: levelOptions,
      get: ({ level }) => String(level),
      set(data, raw) {
        data.level = levels.find((level) => String(level) === raw) ?? 1;
      },
    },
    { name: 'text', label: 'Kriteria', input: 'area', max: 300, rows: 3, required: true },
    {
      name: 'proofs',
      label: 'Ditunjukkan Kanal sendiri',
      hint: 'Semua yang dipilih harus dicatat sebagai bukti.',
      input: 'choices',
      options: Object.entries(proofNames).map(([value, label]) => ({ value, label })),
    },
    {
      name: 'adds',
      label: 'Ditambahkan pemerintah kabupaten',
      hint: 'Dokumen yang harus diunggah. Kosong bila tidak ada.',
      input: 'area',
      max: 300,
      rows: 2,
    },
    { name: 'source', label: 'Sumber', input: 'text', max: 150, required: true },
  ],
  schema: z.object({
    id: z.string(),
    indicator: z.enum(indicatorIds),
    level: z.literal([...levels]),
    text: z.string().min(5).max(300),
    proofs: z.array(z.enum(Object.keys(proofNames) as [ProofId, ...ProofId[]])).max(10),
    adds: z.string().max(300),
    source: z.string().min(3).max(150),
    check: z.boolean(),
  }),
  label: ({ text }) => text,
  columns: [
    { title: 'Indikator', of: ({ indicator }) => indicatorNames[indicator].short },
    { title: 'Tingkat', of: ({ level }) => String(level) },
    {
      title: 'Ditunjukkan',
      of: ({ proofs, adds }) =>
        joinList([...proofs.filter(isProof).map((proof) => proofNames[proof]), ...(adds ? [adds] : [])]),
    },
  ],
  blank: () => ({
    ...{ id: '', indicator: 'spbe42', level: 1, text: '', proofs: [] },
    ...{ adds: '', source: '', check: false },
  }),
  newId: idOf,
  named: (data) => ({ ...data, id: idOf(data) }),
  ending: {
    note: 'Kriteria ini tidak ikut menentukan tingkat lagi. Buktinya tetap tersimpan. Tingkat tanpa satu pun kriteria dianggap belum tercapai.',
  },
  check: ({ proofs, adds }): Problems =>
    proofs.length === 0 && adds === ''
      ? { proofs: 'Pilih paling sedikit satu, atau tulis dokumen yang harus ditambahkan.' }
      : {},
};
