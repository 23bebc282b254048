/** Words that speak for an office or a category: the router's lexicon, one topic a row (shared/routing/types.ts). */
import * as z from 'zod';
import {
  checkList,
  isEmptyTopic,
  type PatternProblem,
  type TopicField,
  tidyList,
  tidyTopic,
  topicFields,
} from '../../../../shared/routing/check.ts';
import { clue } from '../../../../shared/routing/clue.ts';
import type { Topic } from '../../../../shared/routing/types.ts';
import { newToken } from '../../../platform/ids.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import type { Option } from '../../../ui/components.tsx';
import { rulesOf } from '../../routing/queries.ts';
import type { FieldOf, KindOf, Problems } from './kind.ts';
import { ruleEffect, ruleTools } from './rule.ts';

const KECAMATAN = 'kecamatan';
const CATEGORY = 'cat:';

/** Words of the first list that the list of topics shows. */
const SHOWN = 5;

const listField = (name: TopicField, label: string, hint: string, rows: number): FieldOf<Topic> => ({
  ...{ name, label, hint, rows },
  input: 'area',
  get: (data) => data[name] ?? '',
  set: (data, raw) => {
    const list = tidyList(String(raw));
    if (name === 'weak' && list === '') delete data.weak;
    else data[name] = list;
  },
});

export const topicKind: KindOf<Topic> = {
  kind: 'topic',
  path: 'kata-kunci',
  group: 'rules',
  name: 'Kata kunci',
  one: 'kata kunci',
  about:
    'Kata-kata yang menunjukkan instansi mana yang menangani laporan. Kata kuat hampir menentukan sendiri, kata sedang berlaku bila tidak ada instansi lain yang disebut, kata lemah hanya menambah sedikit.',
  effect: ruleEffect,
  preview: 'rules',
  tools: ruleTools,
  fields: [
    {
      name: 'to',
      label: 'Untuk',
      hint: 'Kategori mengikuti instansi yang dipilih untuknya; instansi dipakai langsung.',
      input: 'choice',
      required: true,
      fixed: true,
      options: targets,
    },
    listField(
      'strong',
      'Kata kuat',
      'Pisahkan dengan koma. “lampu jalan” = dua kata berurutan; “lampu|pju” = salah satu; “~aspal” = dengan imbuhan apa pun (mengaspal, pengaspalan); “lampu .. mati” = paling banyak lima kata di antaranya; “lampu & jalan” = keduanya, di mana pun; “lampu & !rumah” = tanpa kata rumah; “@rusak” = kelompok kata yang sudah ada.',
      8,
    ),
    listField('medium', 'Kata sedang', 'Ditulis dengan cara yang sama.', 5),
    listField('weak', 'Kata lemah', 'Ditulis dengan cara yang sama.', 3),
  ],
  schema: z.object({
    to: z.string().min(1),
    strong: z.string(),
    medium: z.string(),
    weak: z.string().optional(),
  }),
  label: ({ to }, regency) => targetName(to, regency),
  columns: [
    { title: 'Instansi', of: ({ to }, regency) => officeOf(to, regency) },
    { title: 'Antara lain', of: (topic) => someWords(topic) },
  ],
  // What speaks for the same stands together.
  order: (a, b) => (a.to === b.to ? 0 : a.to < b.to ? -1 : 1),
  search: ({ strong, medium, weak = '' }) => [strong, medium, weak].join(' '),
  blank: () => ({ to: '', strong: '', medium: '' }),
  // The pack numbers its own; those made here never meet them.
  newId: ({ to }) => `${to}:x${newToken().slice(0, 8)}`,
  ending: {
    note: 'Kata-kata ini tidak menunjuk instansi lagi. Anda dapat memberlakukannya lagi kapan saja.',
  },
  async check(data, { db, regency }) {
    const { groups = {} } = (await rulesOf(db, regency)).data;
    return topicProblems(data, groups, regency);
  },
};

/** Sentences by field. */
export function topicProblems(
  data: Topic,
  groups: Readonly<Record<string, string>>,
  regency: Regency,
): Problems {
  const problems: Problems = {};
  if (!targets(regency).some(({ value }) => value === data.to))
    problems.to = 'Pilih kategori atau instansi yang masih berlaku.';
  for (const name of topicFields) {
    const wrong = checkList(data[name] ?? '', groups);
    if (wrong.length > 0)
      problems[name] = wrong
        .slice(0, 3)
        .map((one) => sentenceOf(one, groups))
        .join(' ');
  }
  if (isEmptyTopic(tidyTopic(data)))
    problems.strong = 'Isi paling sedikit satu kata, kuat, sedang, atau lemah.';
  return problems;
}

function sentenceOf({ kind, entry, what }: PatternProblem, groups: Readonly<Record<string, string>>): string {
  switch (kind) {
    case 'unknown_group':
      return `“${entry}”: tidak ada kelompok kata ${what}. Yang ada: ${Object.keys(groups)
        .map((name) => `@${name}`)
        .join(', ')}.`;
    case 'only_without':
      return `“${entry}” hanya berisi kata yang tidak boleh ada. Tulis juga kata yang dicari, misalnya “lampu & !rumah”.`;
    case 'sign':
      return `“${entry}”: “${what}” tidak dikenali di tempat itu. Pakai huruf, angka, dan tanda seperti pada contoh.`;
    case 'too_long':
      return `Terlalu panjang; paling banyak ${what} huruf.`;
    case 'too_many':
      return `Terlalu banyak; paling banyak ${what} kata atau pola.`;
  }
}

function targets(regency: Regency): Option[] {
  return [
    ...[...regency.categories.values()].map(({ id }) => ({
      value: `${CATEGORY}${id}`,
      label: `Kategori ${targetName(`${CATEGORY}${id}`, regency)}`,
    })),
    { value: KECAMATAN, label: targetName(KECAMATAN, regency) },
    ...[...regency.offices.values()]
      .filter(({ kind }) => kind !== 'kecamatan')
      .map(({ code, name }) => ({ value: code, label: name })),
  ];
}

/** What a topic speaks for, as people call it. */
function targetName(to: string, regency: Regency): string {
  if (to === KECAMATAN) return 'Kecamatan tempat kejadian';
  const category = regency.categories.get(to.slice(CATEGORY.length));
  if (to.startsWith(CATEGORY)) return category?.name ?? to;
  return regency.offices.get(to)?.name ?? to;
}

function officeOf(to: string, regency: Regency): string {
  if (to === KECAMATAN) return 'menurut tempat';
  const code = to.startsWith(CATEGORY) ? regency.categories.get(to.slice(CATEGORY.length))?.office : to;
  if (!code) return 'belum ada';
  return regency.offices.get(code)?.short ?? `${code} (berakhir)`;
}

function someWords({ strong, medium, weak = '' }: Topic): string {
  const words = [strong, medium, weak].flatMap((list) => list.split(', ').filter(Boolean)).map(clue);
  const shown = [...words.slice(0, SHOWN), ...(words.length > SHOWN ? ['…'] : [])].join(', ');
  // Alternatives may stand on two lines of a phone.
  return shown.replaceAll('/', '/\u200b');
}
