/** Settings with pages of their own; their history, undo and conflicts are the common ones. */
import * as z from 'zod';
import { answerLimits, checkAnswer } from '../../../../shared/answers.ts';
import { type Role, roleNames, roles } from '../../../../shared/permissions/people.ts';
import type { PackAnswer, PackTemplate } from '../../../../shared/regencies/types.ts';
import { checkTemplate, templateLimits } from '../../../../shared/templates.ts';
import { answerFieldNames, answerProblemWords } from '../answer-words.ts';
import { problemWords, templateName } from '../template-words.ts';
import type { KindOf } from './kind.ts';

export const templateKind: KindOf<PackTemplate> = {
  kind: 'template',
  path: 'templat',
  ownPages: '/desk/templat',
  group: 'words',
  name: 'Templat pesan',
  one: 'templat',
  about: 'Surat elektronik dan pesan WhatsApp kepada pelapor dan petugas.',
  effect: 'Pesan berikutnya memakai naskah ini.',
  fields: [
    { name: 'subject', label: 'Perihal', input: 'text', max: templateLimits.subject },
    { name: 'body', label: 'Isi', input: 'area', max: templateLimits.body },
  ],
  schema: z.looseObject({ subject: z.string(), body: z.string() }),
  label: (data) => templateName(data).name,
  columns: [],
  check: (data) => problemWords(checkTemplate(data, data)),
};

export const answerKind: KindOf<PackAnswer> = {
  kind: 'answer',
  path: 'contoh-jawaban',
  ownPages: '/desk/contoh-jawaban',
  group: 'words',
  name: 'Contoh jawaban',
  one: 'contoh jawaban',
  about: 'Naskah yang dapat dipakai petugas untuk memulai jawaban.',
  effect: 'Petugas langsung memakai contoh ini.',
  fields: [
    { name: 'label', label: answerFieldNames.label, input: 'text', max: answerLimits.label },
    { name: 'category', label: 'Untuk kategori', input: 'reference', to: 'category', empty: 'null' },
    { name: 'text', label: answerFieldNames.text, input: 'area', max: answerLimits.text },
    { name: 'nextStep', label: answerFieldNames.nextStep, input: 'text', empty: 'null' },
  ],
  schema: z.looseObject({ label: z.string(), text: z.string(), nextStep: z.string().nullable() }),
  label: ({ label }) => label,
  columns: [],
  ending: { note: 'Petugas tidak lagi ditawari contoh ini. Jawaban yang sudah terkirim tidak berubah.' },
  check: ({ label, text, nextStep }) => answerProblemWords(checkAnswer({ label, text, nextStep })),
};

interface TwoFactor {
  roles: Role[];
}

export const twoFactorKind: KindOf<TwoFactor> = {
  kind: 'two_factor',
  path: 'dua-langkah',
  ownPages: '/desk/keamanan',
  single: true,
  guarded: true,
  group: 'system',
  name: 'Keamanan masuk',
  one: 'aturan masuk',
  about: 'Peran yang wajib memakai kode dua langkah.',
  effect: 'Langsung berlaku bagi semua akun dengan peran ini.',
  fields: [
    {
      name: 'roles',
      label: 'Wajib kode dua langkah',
      input: 'choices',
      options: roles.map((value) => ({ value, label: roleNames[value] })),
    },
  ],
  schema: z.object({ roles: z.array(z.enum(roles)) }),
  label: () => 'Keamanan masuk',
  columns: [],
  ending: { note: 'Pilihan bawaan berlaku lagi: admin instansi, verifikator, dan Inspektorat.' },
};
