import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dangerOf, emergenciesOf } from '../../shared/danger.ts';
import { decide } from '../../shared/routing/decide.ts';
import type { RoutingInput } from '../../shared/routing/types.ts';
import { context, scoreFile } from '../support/score-routing.ts';

const lexicon =
  'kades minta uang tidak jalan rusak lampu pungli bukan guru rt di ke yang 50 ribu suap makan pak'.split(
    ' ',
  );
const words = fc.array(fc.constantFrom(...lexicon), { maxLength: 40 }).map((list) => list.join(' '));
const text = fc.oneof(words, fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 300 }));
const input: fc.Arbitrary<RoutingInput> = fc.record({
  kind: fc.constantFrom('complaint', 'aspiration', 'information'),
  text,
  title: fc.option(fc.string(), { nil: null }),
  place: fc.option(fc.string(), { nil: null }),
  area: fc.option(fc.constantFrom('73.24.06.2001', '73.24', 'x', ''), { nil: null }),
  category: fc.option(fc.constantFrom('sampah', 'kekerasan', 'tidak-ada', '__proto__'), { nil: null }),
  office: fc.option(fc.constantFrom('PUPR', 'LUAR-PLN', 'TIDAK-ADA', 'constructor'), { nil: null }),
  aboutOfficial: fc.boolean(),
});

test('any text gets an answer, the same one every time, with offices that exist', () => {
  const offices = new Set(context.offices.map(({ code }) => code));
  fc.assert(
    fc.property(input, (given) => {
      const decision = decide(given, context);
      expect(decide(given, context)).toEqual(decision);
      if (decision.office !== null) expect(offices).toContain(decision.office);
      expect(decision.candidates.length).toBeLessThanOrEqual(5);
      expect(decision.confidence).toBeGreaterThanOrEqual(0);
      expect(decision.confidence).toBeLessThanOrEqual(1);
      const scores = decision.candidates.map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    }),
  );
});

test('about an official is held whatever the text says, and nobody else is ever named as accused', () => {
  fc.assert(
    fc.property(input, (given) => {
      expect(decide({ ...given, aboutOfficial: true }, context).outcome).toBe('held');
      const decision = decide(given, context);
      if (decision.outcome !== 'held') expect(decision.accused).toEqual([]);
    }),
  );
});

test('nothing goes outside the regency by itself', () => {
  fc.assert(
    fc.property(input, (given) => {
      const { outcome, office } = decide(given, context);
      if (outcome === 'dispose')
        expect(context.offices.find(({ code }) => code === office)?.kind).not.toBe('luar');
    }),
  );
});

test('reasons are entries of the lexicon, never the text itself', () => {
  const source = JSON.stringify(context.data);
  const fixed = new Set(['kategori', 'instansi tujuan', 'tentang aparat', 'kekerasan', 'bahaya', 'wilayah']);
  for (const { decision } of scoreFile('test/support/sample-complaints.csv'))
    for (const fact of decision.facts)
      expect(fixed.has(fact) || fact.startsWith('office:') || isEntry(fact, source), fact).toBe(true);
});

/** Entries are shown with single spaces; in the data they may run over lines. */
const isEntry = (fact: string, source: string): boolean =>
  source.replaceAll('\\n', ' ').replace(/\s+/g, ' ').includes(JSON.stringify(fact).slice(1, -1));

test('danger never throws and violence comes first', () => {
  fc.assert(fc.property(text, (any) => void emergenciesOf(any)));
  expect(emergenciesOf('dia pukul istri saya dan ancam pakai parang')).toEqual(['kekerasan', 'kejahatan']);
  expect(dangerOf('Jalan rusak, rawan kecelakaan, jangan sampai ada yang tenggelam')).toBeNull();
  expect(dangerOf('mobil damkar butuh ban baru')).toBeNull();
});

test('no text of ten thousand letters holds up the others', () => {
  const pieces = [
    'meng',
    'kan',
    'a',
    'banjirrrrr',
    'minta uang ',
    'é',
    'suami anak ',
    'x2',
    'perahu belum ',
    'nya',
  ];
  for (const piece of pieces) {
    // What takes seconds runs into the test's limit.
    const decision = decide({ ...blank, text: piece.repeat(10_000 / piece.length) }, context);
    expect(decision.outcome, piece).toBeTruthy();
  }
});

const blank: RoutingInput = {
  kind: 'complaint',
  title: null,
  text: '',
  place: null,
  area: null,
  category: null,
  office: null,
  aboutOfficial: false,
};
