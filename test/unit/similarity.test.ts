/** When a text is nearly another one, by examples and by properties. */
import fc from 'fast-check';
import { describe, test } from 'vitest';
import { isNearly, NEARLY, similarity } from '../../shared/similarity.ts';

const REPAIRED =
  'Lubang di Jalan Poros Malili dekat pasar sudah kami tambal pada 12 November 2026 oleh regu pemeliharaan jalan. Bila masih ada yang kurang, mohon sampaikan lewat halaman laporan ini.';
const AGAIN =
  'Lubang di Jalan Ahmad Yani dekat masjid sudah kami tambal pada 3 Desember 2026 oleh regu pemeliharaan jalan. Bila masih ada yang kurang, mohon sampaikan lewat halaman laporan ini.';
const ANEW =
  'Regu pemeliharaan menambal sebelas lubang di depan SDN Baruga Kamis lalu, tetapi bahu jalannya masih longsor. Kami kembali Senin depan dengan alat berat.';
const LAMP =
  'Lampu di depan kantor desa menyala lagi sejak Rabu, 9 Desember 2026. Kabelnya putus tertimpa dahan, dan kami ganti sepanjang dua puluh meter.';
const CANNED =
  'Terima kasih atas laporan Bapak/Ibu. Laporan sudah kami terima dan akan segera ditindaklanjuti sesuai ketentuan yang berlaku.';

describe('nearly the same', () => {
  test.for<[string, string, string]>([
    ['another street and date', REPAIRED, AGAIN],
    ['a canned letter with another greeting', CANNED, CANNED.replace('Bapak/Ibu', 'Saudara')],
    ['other capitals and punctuation', CANNED, CANNED.toUpperCase().replaceAll('.', ' !')],
    ['one sentence more', CANNED, `${CANNED} Demikian disampaikan.`],
    ['a short text', 'Sudah kami tambal.', 'Sudah kami tambal!'],
  ])('%s', ([, one, other], { expect }) => {
    expect(similarity(one, other)).toBeGreaterThan(0.6);
    expect(isNearly(one, ['', other])).toBe(true);
  });

  test.for<[string, string, string]>([
    ['two repairs told in their own words', REPAIRED, ANEW],
    ['another matter', REPAIRED, LAMP],
    ['a letter of its own beside a canned one', CANNED, `Terima kasih atas laporan Bapak/Ibu. ${LAMP}`],
  ])('is not %s', ([, one, other], { expect }) => {
    expect(similarity(one, other)).toBeLessThan(0.35);
    expect(isNearly(one, [other])).toBe(false);
  });
});

const word = fc.constantFrom('jalan', 'lubang', 'pasar', 'lampu', 'desa', 'air', 'sudah', 'akan', 'kami');
const sentence = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(' '));

describe('similarity', () => {
  test('lies between 0 and 1, whichever of the two comes first', ({ expect }) => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const both = similarity(a, b);
        expect(both).toBe(similarity(b, a));
        expect(both).toBeGreaterThanOrEqual(0);
        expect(both).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('is whole for the same words, in whatever dress', ({ expect }) => {
    fc.assert(
      fc.property(sentence, (text) => {
        expect(similarity(text, text)).toBe(1);
        expect(similarity(text, `  ${text.toUpperCase().replaceAll(' ', ', ')}.`)).toBe(1);
        expect(similarity(`${text} 12`, `${text} 3.400`)).toBe(1);
      }),
    );
  });

  test('is nothing without a word in common', ({ expect }) => {
    fc.assert(fc.property(sentence, (text) => void expect(similarity(text, 'xyz qrs')).toBe(0)));
    expect(NEARLY).toBeGreaterThan(0);
  });
});
