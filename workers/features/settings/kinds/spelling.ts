/** How people here write things: another spelling, or a name of several words, and what the router reads instead. */
import * as z from 'zod';
import { spellingProblems, tidySpelling } from '../../../../shared/routing/check.ts';
import type { Spelling } from '../../../../shared/routing/rows.ts';
import type { FieldOf, KindOf } from './kind.ts';
import { ruleEffect, ruleTools } from './rule.ts';

const field = (name: 'from' | 'to', label: string, hint: string): FieldOf<Spelling> => ({
  ...{ name, label, hint },
  input: 'text',
  required: true,
  max: 60,
  ...(name === 'from' ? { fixed: true } : {}),
  set: (data, raw) => {
    data[name] = tidySpelling({ from: String(raw), to: '' }).from;
  },
});

export const spellingKind: KindOf<Spelling> = {
  kind: 'spelling',
  path: 'ejaan',
  group: 'rules',
  name: 'Ejaan dan sebutan',
  one: 'ejaan',
  about:
    'Cara warga menulis dan menyebut sesuatu, tambahan dari yang sudah dikenal sistem: singkatan, bahasa setempat, salah ketik.',
  effect: ruleEffect,
  preview: 'rules',
  tools: ruleTools,
  fields: [
    field('from', 'Yang ditulis warga', 'Satu kata atau lebih, misalnya “lobang” atau “pak desa”.'),
    field('to', 'Dibaca sebagai', 'Kata yang dikenal, misalnya “lubang” atau “kades”.'),
  ],
  schema: z.object({ from: z.string(), to: z.string() }),
  label: ({ from }) => from,
  columns: [{ title: 'Dibaca sebagai', of: ({ to }) => to }],
  order: (a, b) => (a.from < b.from ? -1 : 1),
  blank: () => ({ from: '', to: '' }),
  newId: ({ from }) => from,
  ending: { note: 'Sistem membacanya lagi seperti sebelum ditambahkan.' },
  check: (data) =>
    Object.fromEntries(
      spellingProblems(tidySpelling(data)).map((name) => [
        name,
        name === 'to' && data.to === data.from && data.to !== ''
          ? 'Sama dengan yang ditulis warga.'
          : 'Isi dengan huruf atau angka, paling banyak 60.',
      ]),
    ),
};
