import fc from 'fast-check';
import { describe, it } from 'vitest';
import { routing } from '../../shared/regencies/indonesia/routing/index.ts';
import {
  formsOf,
  MOST_TERMS,
  numberForms,
  searchWriting,
  tellingWords,
  termsOf,
} from '../../shared/search.ts';

const writing = searchWriting(routing.slang ?? {}, routing.stopwords ?? '');

/** As the index answers: every term in one of its forms, or as a number. */
const finds = (query: string, text: string, numbers: string[] = []) => {
  const forms = formsOf(text, writing);
  return termsOf(query, writing).every(
    ({ words, number }) =>
      (words.length > 0 && words.every((some) => some.some((form) => forms.has(form)))) ||
      (number !== null && numbers.flatMap(numberForms).includes(number)),
  );
};

describe('words of a search', () => {
  it('are found in the forms they take', ({ expect }) => {
    const text = 'Jalannya berlubang, petugas belum memperbaiki jln itu.';
    for (const query of ['lubang', 'jalan', 'petugasnya', 'JALAN  lubang', 'baik', 'berlubang'])
      expect(finds(query, text), query).toBe(true);
    for (const query of ['lub', 'jembatan', 'lubang jembatan']) expect(finds(query, text), query).toBe(false);
  });

  it('are found wherever they were copied from', ({ expect }) => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{3,12}$/), { minLength: 1, maxLength: MOST_TERMS }),
        (words) => {
          const text = `${words.join(' ')}.`;
          for (const word of words) expect(finds(word, text)).toBe(true);
        },
      ),
    );
  });

  it('never grow without bound, whatever is typed', ({ expect }) => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (query) => {
        const terms = termsOf(query, writing);
        expect(terms.length).toBeLessThanOrEqual(MOST_TERMS);
        for (const { words, number } of terms) expect(words.length > 0 || number !== null).toBe(true);
      }),
    );
  });

  it('leave out fillers, and take numbers whole or by their last part', ({ expect }) => {
    expect(termsOf('yang di ke', writing)).toEqual([]);
    expect(numberForms('LT-7K3M-Q9XA')).toEqual(['LT7K3MQ9XA', '7K3MQ9XA', 'Q9XA']);
    expect(numberForms('8812345')).toEqual(['8812345']);
    expect(numberForms('')).toEqual([]);
    for (const query of ['lt-7k3m-q9xa', 'LT7K3MQ9XA', 'q9xa'])
      expect(finds(query, '', ['LT-7K3M-Q9XA']), query).toBe(true);
  });

  it('tell cases apart by their longest', ({ expect }) => {
    const words = tellingWords('Tiang penerangan roboh di trotoar, tiang itu', writing, 3);
    expect(words.map(([word]) => word)).toEqual(['penerangan', 'trotoar', 'tiang']);
  });
});
