/** What a plain reading of an answer finds, and the examples that officers start from. */
import { describe, test } from 'vitest';
import { gapsIn, hasDate, hasNextStep, plainWarnings } from '../../shared/answer-text.ts';
import {
  answerVariables,
  checkAnswer,
  examplesFor,
  filledExample,
  hasExamples,
} from '../../shared/answers.ts';
import { loadPack } from '../../shared/regencies/index.ts';

describe('gaps', () => {
  test('are found, each once, and nothing else in brackets is', ({ expect }) => {
    expect(gapsIn('Pada [hari dan tanggal] di [tempatnya], lagi [tempatnya].')).toEqual([
      '[hari dan tanggal]',
      '[tempatnya]',
    ]);
    for (const text of ['Lihat [1] dan [a].', 'Tanpa kurung.', '[12/11/2026]', 'tidak ] tertutup [']) {
      expect(gapsIn(text), text).toEqual([]);
    }
  });
});

describe('a date', () => {
  test.for([
    'pada 12 November 2026',
    'tanggal 3/12/2026',
    'sejak 2026-12-03',
    'mulai Desember 2026',
    'hari Senin',
    'besok pagi',
    'tahun depan',
    'dalam 3 hari kerja',
    'paling lambat 2 minggu',
  ])('is "%s"', (text, { expect }) => {
    expect(hasDate(text)).toBe(true);
  });
  test.for([
    'Sudah kami tambal.',
    'Jalan Mayor Abdullah nomor 12',
    'Rp1.500.000',
    'warga desa Agung',
    'tanggal merah',
  ])('is not "%s"', (text, { expect }) => {
    expect(hasDate(text)).toBe(false);
  });
});

describe('a next step', () => {
  test.for([
    'Kami akan memeriksanya.',
    'Silakan datang ke loket.',
    'Mohon hubungi kantor kami.',
    'Dijadwalkan lagi.',
  ])('is "%s"', (text, { expect }) => {
    expect(hasNextStep(text)).toBe(true);
  });
  test.for(['Lubang sudah ditambal.', 'Hal itu sesuai ketentuan.'])('is not "%s"', (text, { expect }) => {
    expect(hasNextStep(text)).toBe(false);
  });
});

describe('plain warnings', () => {
  test('ask of finished work only when, of all else also what follows', ({ expect }) => {
    const text = 'Sudah kami periksa.';
    expect(plainWarnings({ outcome: 'dikerjakan', text })).toEqual(['no_date']);
    expect(plainWarnings({ outcome: 'dijelaskan', text })).toEqual(['no_next_step', 'no_date']);
    expect(plainWarnings({ outcome: 'dijelaskan', text, nextStep: 'Datang ke loket besok' })).toEqual([]);
    expect(plainWarnings({ outcome: 'dijadwalkan', text, date: '2027-01-05' })).toEqual([]);
  });
});

describe('the examples of a pack', async () => {
  const { answers, categories } = await loadPack('luwu-timur');

  test.for(answers)('$id can be used, and not be sent as it is', (one, { expect }) => {
    expect(checkAnswer(one)).toEqual([]);
    expect(hasExamples(one.verb)).toBe(true);
    if (one.category !== null) expect(categories.map(({ id }) => id)).toContain(one.category);
    if (one.outcome !== null) expect(one.verb).toBe('answer');
    const values = Object.fromEntries(Object.keys(answerVariables).map((name) => [name, 'X'])) as Record<
      keyof typeof answerVariables,
      string
    >;
    expect(filledExample(one.text, values)).not.toMatch(/[{}]/);
    expect(gapsIn(filledExample(one.text, values)).length).toBeGreaterThan(0);
  });

  test('are chosen by verb, category and state, those of the category first', ({ expect }) => {
    const of = (
      verb: 'answer' | 'propose_answer' | 'follow_up',
      category: string | null,
      state: 'disposed' | 'in_progress',
    ) => examplesFor(answers, verb, { category, state }).map(({ id }) => id);
    expect(of('answer', 'lampu-jalan', 'disposed')[0]).toBe('jawaban-lampu');
    expect(of('answer', 'sampah', 'disposed')).not.toContain('jawaban-lampu');
    expect(of('propose_answer', 'sampah', 'disposed')).toEqual(of('answer', 'sampah', 'disposed'));
    expect(of('follow_up', null, 'disposed')).toContain('tanggapan-ditinjau');
    expect(of('follow_up', null, 'in_progress')).not.toContain('tanggapan-ditinjau');
  });
});

describe('an edited example', () => {
  const good = { label: 'Contoh', text: 'Pada {tanggal}, [apa yang dilakukan].', nextStep: null };
  test.for<[Partial<typeof good>, string]>([
    [{ label: ' ' }, 'label empty'],
    [{ text: 'Sudah selesai semua.' }, 'text no_gap'],
    [{ text: '[apa yang dilakukan] oleh {pelapor}' }, 'text unknown'],
    [{ text: '[apa yang dilakukan] { kode }' }, 'text braces'],
    [{ text: '[apa yang dilakukan] dan [x]' }, 'text brackets'],
    [{ text: '[apa yang dilakukan' }, 'text brackets,text no_gap'],
    [{ label: 'x'.repeat(81) }, 'label too_long'],
  ])('%j: %s', ([change, wrong], { expect }) => {
    expect(
      checkAnswer({ ...good, ...change })
        .map(({ field, kind }) => `${field} ${kind}`)
        .join(),
    ).toBe(wrong);
    expect(checkAnswer(good)).toEqual([]);
  });
});
