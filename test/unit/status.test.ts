import fc from 'fast-check';
import { describe, it } from 'vitest';
import type { Figures } from '../../workers/features/status/figures.ts';
import { judge } from '../../workers/features/status/judge.ts';
import { howMany, lasting } from '../../workers/features/status/words.ts';
import { DAY, HOUR, MINUTE } from '../../workers/platform/clock.ts';

const NOW = Date.UTC(2026, 10, 27, 2);
const none = { count: 0, since: null };

/** Everything as it should be. */
const well: Figures = {
  notes: {
    sweptAt: NOW - MINUTE,
    unfinished: null,
    foundAgain: null,
    files: { at: NOW - HOUR, count: 3, bytes: 3e6 },
    filesWalk: null,
    backupAt: NOW - 6 * HOUR,
    disk: null,
  },
  unrouted: none,
  clocks: none,
  mail: none,
  retried: { ...none, reasons: [] },
  failed: { ...none, reasons: [] },
  uncertain: none,
  counting: { ...none, reached: 100 },
  search: { ...none, reached: 100 },
  jobs: {},
  deadLetters: { ...none, queues: [] },
  database: 5e6,
  searchDatabase: 1e6,
  settings: 4,
  conflicts: [],
  erasureUnlogged: null,
  keys: [],
  firstAt: NOW - 90 * DAY,
};

const waits = (age: number, count = 7) => ({ count, since: NOW - age });
const of = (change: Partial<Figures>, demo = false) => judge({ ...well, ...change }, { now: NOW, demo });
const notes = (change: Partial<Figures['notes']>) => of({ notes: { ...well.notes, ...change } });

describe('the status', () => {
  it('is well when everything is, and every line says so', ({ expect }) => {
    const { level, summary, lines } = judge(well, { now: NOW, demo: false });
    expect({ level, summary }).toEqual({ level: 'well', summary: 'Kanal bekerja dengan baik.' });
    expect(lines.filter((line) => line.level !== 'well')).toEqual([]);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
  });

  const wrong: [string, ReturnType<typeof judge>, 'look' | 'trouble', RegExp][] = [
    ['sweep', notes({ sweptAt: null }), 'trouble', /Belum pernah selesai/],
    ['sweep', notes({ sweptAt: NOW - 5 * MINUTE }), 'look', /5 menit yang lalu/],
    ['sweep', notes({ sweptAt: NOW - 16 * MINUTE }), 'trouble', /16 menit yang lalu/],
    ['database', notes({ unfinished: { at: [NOW - MINUTE], parts: ['routing'] } }), 'look', /routing/],
    [
      'database',
      notes({ unfinished: { at: [NOW - 9 * MINUTE, NOW - 5 * MINUTE, NOW - MINUTE], parts: ['a', 'b'] } }),
      'trouble',
      /3 pemeriksaan tidak selesai/,
    ],
    ['queue', notes({ foundAgain: { since: NOW - HOUR, last: NOW, count: 12 } }), 'look', /12 kali/],
    ['routing', of({ unrouted: waits(HOUR) }), 'trouble', /7 laporan belum dibaca.*60 menit/],
    ['clocks', of({ clocks: waits(3 * HOUR) }), 'trouble', /3 jam/],
    ['mail', of({ mail: waits(HOUR) }), 'trouble', /7 surat seharusnya sudah dikirim/],
    [
      'mail_server',
      of({ retried: { ...waits(DAY), reasons: ['Dicoba lagi: Server surat tidak dapat dihubungi'] } }),
      'trouble',
      /7 surat berulang kali belum diterima: Server surat tidak dapat dihubungi\./,
    ],
    ['mail_failed', of({ failed: { ...waits(DAY), reasons: ['Gagal terkirim: x'] } }), 'trouble', /: x\./],
    [
      'mail_failed',
      of({ failed: { ...waits(DAY), reasons: ['Server surat menolak alamat'] } }),
      'look',
      /menolak/,
    ],
    ['mail_uncertain', of({ uncertain: waits(DAY) }), 'look', /7 surat/],
    ['counting', of({ counting: { ...waits(DAY), reached: 63 } }), 'look', /belum dihitung.* 63 %/],
    ['search', of({ search: { ...waits(DAY), reached: 9 } }), 'look', /belum masuk pencarian/],
    ['search', of({ search: null }), 'trouble', /tidak menjawab/],
    [
      'dead_letters',
      of({ deadLetters: { ...waits(DAY), queues: ['jobs'] } }),
      'trouble',
      /Pekerjaan panjang/,
    ],
    ['database_size', of({ database: 8e9 }), 'look', /8,0 GB/],
    ['database_size', of({ searchDatabase: 9.5e9 }), 'trouble', /9,5 GB/],
    ['disk', notes({ disk: { at: NOW, free: 1e9, size: 100e9 } }), 'trouble', /1,0 GB kosong dari 100,0 GB/],
    ['backup', notes({ backupAt: NOW - 3 * DAY }), 'look', /3 hari yang lalu/],
    ['backup', notes({ backupAt: null }), 'trouble', /Belum pernah/],
    ['erasure_log', of({ erasureUnlogged: NOW - 2 * HOUR }), 'trouble', /2 jam belum tersalin/],
    ['keys', of({ keys: [{ kind: 'lost', key: 'k1' }] }), 'trouble', /tidak memakai kunci/],
    ['pack', of({ conflicts: ['office/PUPR'] }), 'look', /office\/PUPR/],
  ];

  it.for(wrong)('tells %s: what, what it means and what to do', ([id, judged, level, says], { expect }) => {
    const lines = judged.lines.filter((line) => line.level !== 'well');
    expect(lines.map((line) => [line.id, line.level])).toEqual([[id, level]]);
    expect(lines[0]?.says).toMatch(says);
    expect(lines[0]?.means).toBeTruthy();
    expect(lines[0]?.todo).toBeTruthy();
    expect(judged.level).toBe(level);
  });

  it('lets what has just come in wait a little, and a demonstration go without copies', ({ expect }) => {
    const young = waits(MINUTE);
    const behind = { ...young, reached: 99 };
    expect(of({ unrouted: young, clocks: young, mail: young, counting: behind, search: behind }).level).toBe(
      'well',
    );
    const demo = judge({ ...well, notes: { ...well.notes, backupAt: null } }, { now: NOW, demo: true });
    expect(demo.level).toBe('look');
  });

  it('is never better than its worst line, and names every trouble', ({ expect }) => {
    const age = fc.integer({ min: 0, max: 10 * DAY }).map((ms) => waits(ms));
    const waiting = fc.option(age, { nil: none });
    fc.assert(
      fc.property(
        fc.record({ unrouted: waiting, clocks: waiting, mail: waiting, uncertain: waiting }),
        (change) => {
          const { level, summary, lines } = of(change);
          const troubles = lines.filter((line) => line.level === 'trouble');
          expect(level === 'trouble').toBe(troubles.length > 0);
          for (const { title } of troubles) expect(summary.toLowerCase()).toContain(title.toLowerCase());
        },
      ),
    );
  });

  it('says no small number', ({ expect }) => {
    for (const count of [1, 2, 3, 4]) expect(howMany(count, 25)).toBe('kurang dari 5');
    expect([howMany(5, 25), howMany(24, 25), howMany(25, 25)]).toEqual(['5', '24', '25 atau lebih']);
    expect([30_000, 5 * MINUTE, 5 * HOUR, 5 * DAY].map(lasting)).toEqual([
      'kurang dari semenit',
      '5 menit',
      '5 jam',
      '5 hari',
    ]);
  });
});
