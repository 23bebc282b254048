/** What people type into settings: dates, times, and a pasted year of days off. */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { hoursOf, isoDay, minutesOf, timeOf } from '../../shared/settings/dates.ts';
import { parseHolidays } from '../../shared/settings/holidays.ts';

describe('dates and times', () => {
  it('reads the ways people write a date, and no day that does not exist', ({ expect }) => {
    expect(['2027-01-31', '31-1-2027', '31/01/2027', '31.1.2027'].map(isoDay)).toEqual(
      Array(4).fill('2027-01-31'),
    );
    expect(['2027-02-30', '31-2-2027', '2027/01/31', '1-2/2027', '', 'besok'].map(isoDay)).toEqual(
      Array(6).fill(null),
    );
  });

  it('writes a time so that it is read again', ({ expect }) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 24 * 60 }), (minutes) => minutesOf(timeOf(minutes)) === minutes),
    );
    expect([minutesOf('24.01'), minutesOf('7.75'), minutesOf('pagi')]).toEqual([null, null, null]);
  });

  it('reads office hours, or says that it cannot', ({ expect }) => {
    for (const text of ['07.30-16.00', '7:30 – 16:00', '07.30 sampai 16', '07.30 s.d. 16.00'])
      expect(hoursOf(text)).toEqual([450, 960]);
    expect([hoursOf(''), hoursOf('Tutup')]).toEqual([null, null]);
    expect(['16.00-07.30', '7.30', 'a-b', '1-2-3'].map(hoursOf)).toEqual(Array(4).fill(undefined));
  });
});

describe('a pasted year of days off', () => {
  it('takes the lines as a ministry, a spreadsheet or a person writes them', ({ expect }) => {
    const { days, bad } = parseHolidays(
      [
        '2027-01-01 Tahun Baru libur_nasional',
        '',
        '08-02-2027\tCuti Bersama Imlek',
        '3/5/2027; Hari Jadi Kabupaten; daerah',
        '2027-03-09 Idul Fitri (Cuti Bersama)',
      ].join('\r\n'),
    );
    expect(bad).toEqual([]);
    expect(days.map(({ date, name, kind }) => [date, name, kind])).toEqual([
      ['2027-01-01', 'Tahun Baru', 'libur_nasional'],
      ['2027-02-08', 'Cuti Bersama Imlek', 'cuti_bersama'],
      ['2027-05-03', 'Hari Jadi Kabupaten', 'daerah'],
      ['2027-03-09', 'Idul Fitri', 'cuti_bersama'],
    ]);
  });

  it('says of each line it cannot read which and why', ({ expect }) => {
    const { days, bad } = parseHolidays(
      [
        'besok Tahun Baru libur_nasional',
        '2027-01-01 libur_nasional',
        '2027-01-01 Tahun Baru',
        '2027-02-30 Tidak ada daerah',
        '2027-01-01 Tahun Baru libur_nasional',
        '2027-01-01 Tahun Baru libur nasional',
      ].join('\n'),
    );
    expect(days).toHaveLength(1);
    expect(bad.map(({ line, why }) => [line, why])).toEqual([
      [1, 'no_date'],
      [2, 'no_name'],
      [3, 'no_kind'],
      [4, 'no_date'],
      [6, 'twice'],
    ]);
  });

  it('never throws and loses no line', ({ expect }) => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const { days, bad } = parseHolidays(text);
        expect(days.length + bad.length).toBe(
          text.split(/\r?\n/).filter((line) => line.trim() !== '').length,
        );
      }),
    );
  });
});
