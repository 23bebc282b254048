/** The router's knowledge as rows: what they say is what the pack says, and only what the router understands is kept. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pack } from '../../shared/regencies/luwu-timur/index.ts';
import {
  checkList,
  spellingProblems,
  tidyList,
  tidySpelling,
  tidyTopic,
} from '../../shared/routing/check.ts';
import { decide } from '../../shared/routing/decide.ts';
import { destinyOf, differences } from '../../shared/routing/destiny.ts';
import { parsePatterns } from '../../shared/routing/pattern.ts';
import { namedTopics, routingDataOf } from '../../shared/routing/rows.ts';
import type { RouterContext, RoutingDecision, Topic } from '../../shared/routing/types.ts';
import { rowsOf } from '../../workers/regency/pack-rows.ts';
import { parseCsv, readText } from '../support/csv.ts';
import { context } from '../support/score-routing.ts';

const rows = rowsOf(pack);
const of = (kind: string) => rows.filter((row) => row.kind === kind);

const fromRows: RouterContext = {
  ...context,
  data: routingDataOf({
    parts: Object.fromEntries(of('routing').map(({ id, data }) => [id, JSON.parse(data)])),
    topics: of('topic').map(({ data }) => JSON.parse(data) as Topic),
    spellings: [],
  }),
};
const whole: RouterContext = { ...context, data: pack.routing };

test.for(['sample-complaints', 'blind-complaints', 'blind-complaints-2', 'blind-complaints-3'])(
  'pack → rows → rules decide as the pack does: %s',
  (name) => {
    // A part of each set: every decision is made twice.
    const texts = parseCsv(readText(`test/support/${name}.csv`)).filter((_, index) => index % 5 === 0);
    expect(texts.length).toBeGreaterThan(10);
    for (const { text = '' } of texts) {
      const input = { kind: 'complaint', text, aboutOfficial: false } as const;
      expect(decide(input, fromRows), text).toEqual(decide(input, whole));
    }
  },
);

test('each topic is a row of its own, whose name stays when others come', () => {
  const topics = pack.routing.topics ?? [];
  const ids = namedTopics(topics).map(({ id }) => id);
  expect(new Set(ids).size).toBe(topics.length);
  expect(of('topic').map(({ id }) => id)).toEqual(ids);
  expect(of('routing').map(({ id }) => id)).not.toContain('topics');
  const more = [...topics, { to: 'PUPR', strong: 'x', medium: '' }, { to: 'PUPR', strong: 'y', medium: '' }];
  const named = namedTopics(more).map(({ id }) => id);
  expect(named.slice(0, topics.length)).toEqual(ids);
  expect(named.slice(-2)).toEqual(['PUPR:1', 'PUPR:2']);
});

test('every entry of the pack passes the check that people’s entries have to pass', () => {
  for (const { to, strong, medium, weak = '' } of pack.routing.topics ?? [])
    for (const list of [strong, medium, weak])
      expect(checkList(tidyList(list), pack.routing.groups ?? {}), to).toEqual([]);
});

const groups = { uang: 'uang duit', rusak: '~rusak|hancur' };
test.for([
  ['@uanng .. minta', { kind: 'unknown_group', what: '@uanng' }],
  ['jalan|@jalanan', { kind: 'unknown_group', what: '@jalanan' }],
  ['lampu (jalan)', { kind: 'sign', what: '(jalan)' }],
  ['lampu ... mati', { kind: 'sign', what: '...' }],
  ['.. mati', { kind: 'sign', what: '..' }],
  ['lampu &', { kind: 'sign', what: '&' }],
  ['lampu & !', { kind: 'sign', what: '!' }],
  ['!lampu', { kind: 'only_without', what: '!' }],
  ['~', { kind: 'sign', what: '~' }],
  ['lampu||jalan', { kind: 'sign', what: 'lampu||jalan' }],
] as const)('refused: %s', ([entry, problem]) => {
  expect(checkList(`pju, ${entry}`, groups)).toEqual([{ entry, ...problem }]);
});

test('accepted: all of the language', () => {
  const list =
    'pju, lampu jalan, lampu|pju .. mati, ~minta . @uang, # juta, lampu & jalan, lampu & !tetangga';
  expect(checkList(list, groups)).toEqual([]);
  expect(checkList('', groups)).toEqual([]);
});

test('too long and too many are said at once', () => {
  expect(checkList('a'.repeat(6_001), {})).toMatchObject([{ kind: 'too_long' }]);
  const many = Array.from({ length: 401 }, (_, i) => `a${i}`).join(', ');
  expect(checkList(many, {})).toMatchObject([{ kind: 'too_many' }]);
});

const typed = fc.string({
  unit: fc.constantFrom(...'ab1 ,|~@.&!#(\n\t', 'uang', ' .. ', 'rusak', ', '),
  maxLength: 40,
});

test('what passes the check the parser takes, every entry with a word in it; tidying twice is tidying once', () => {
  fc.assert(
    fc.property(typed, (text) => {
      const list = tidyList(text);
      expect(tidyList(list)).toBe(list);
      if (checkList(list, groups).length > 0) return;
      const patterns = parsePatterns(list, groups);
      expect(patterns).toHaveLength(list === '' ? 0 : list.split(', ').length);
      for (const { all } of patterns) expect(all.flatMap(({ slots }) => slots).length).toBeGreaterThan(0);
    }),
  );
});

test('a tidy topic keeps what it is for, and leaves out an empty list that may be left out', () => {
  const topic = tidyTopic({ to: 'DLH', strong: ' Sampah,\n sampah ,bau', medium: '', weak: ' ' });
  expect(topic).toEqual({ to: 'DLH', strong: 'sampah, bau', medium: '' });
  expect(Object.keys(tidyTopic({ to: 'X', weak: 'a', medium: 'b', strong: 'c' }))).toEqual([
    ...['to', 'strong', 'medium', 'weak'],
  ]);
});

test('another spelling counts for one word and for several', () => {
  const data = { ...context.data };
  const rules = routingDataOf({
    parts: { ...data, topics: undefined },
    topics: [{ to: 'DPKPP', strong: 'lampu', medium: '' }],
    spellings: [
      tidySpelling({ from: 'Balenk', to: 'lampu' }),
      tidySpelling({ from: 'mata  jalan', to: 'lampu' }),
    ],
  });
  const ask = (text: string) =>
    decide({ kind: 'complaint', text, aboutOfficial: false }, { ...context, data: rules }).candidates[0]
      ?.office;
  expect(ask('balenk mati')).toBe('DPKPP');
  expect(ask('mata jalan mati')).toBe('DPKPP');
  expect(ask('mata mati')).not.toBe('DPKPP');
  expect(spellingProblems(tidySpelling({ from: '!!', to: '' }))).toEqual(['from', 'to']);
  expect(spellingProblems({ from: 'a', to: 'a' })).toEqual(['to']);
});

const decision = (more: Partial<RoutingDecision>): RoutingDecision => ({
  ...{ outcome: 'suggest', office: null, rule: 'keyword', facts: [], candidates: [], confidence: 0 },
  ...{ danger: null, urgent: false, confidential: false, spam: false, accused: [], ...more },
});

test('differences count each case once, and tell nothing but numbers of accusations', () => {
  const plain = { anonymous: false, freed: false };
  const to = (office: string, outcome: RoutingDecision['outcome'] = 'suggest') =>
    destinyOf(decision({ office, outcome }), plain);
  const found = [
    { code: 'A', before: to('PUPR'), after: to('DLH') },
    { code: 'B', before: to('PUPR', 'dispose'), after: to('DLH') },
    { code: 'C', before: to('PUPR', 'dispose'), after: to('PUPR') },
    { code: 'D', before: to('PUPR'), after: to('PUPR', 'held') },
    { code: 'E', before: to('X', 'held'), after: to('PUPR', 'dispose') },
    { code: 'F', before: to('X', 'held'), after: to('Y', 'held') },
    { code: 'G', before: to('PUPR'), after: to('PUPR', 'dispose') },
    { code: 'H', before: to('DLH'), after: to('PUPR') },
  ];
  expect(differences(found)).toEqual({
    looked: 8,
    moved: [
      { code: 'A', from: 'PUPR', to: 'DLH' },
      { code: 'B', from: 'PUPR', to: 'DLH' },
      { code: 'H', from: 'DLH', to: 'PUPR' },
    ],
    ways: [
      { from: 'PUPR', to: 'DLH', count: 2 },
      { from: 'DLH', to: 'PUPR', count: 1 },
    ],
    ...{ held: 1, unheld: 1, alone: 1, person: 2 },
  });
});

test('a case that was freed is never held again, and nothing anonim goes by itself', () => {
  const held = decision({ outcome: 'held', office: 'X', candidates: [{ office: 'PUPR', score: 1 }] });
  expect(destinyOf(held, { anonymous: false, freed: true })).toEqual({ way: 'person', office: 'PUPR' });
  expect(destinyOf(held, { anonymous: true, freed: false })).toEqual({ way: 'held', office: null });
  const sure = decision({ outcome: 'dispose', office: 'PUPR' });
  expect(destinyOf(sure, { anonymous: true, freed: false }).way).toBe('person');
  expect(destinyOf(sure, { anonymous: false, freed: false }).way).toBe('alone');
});
