import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tell, tellParts } from '../../shared/figures/told.ts';
import { barChart, lineChart, stackChart } from '../../workers/ui/charts/charts.tsx';
import { layoutBars, layoutLines, layoutStacks, WIDTH } from '../../workers/ui/charts/layout.ts';

const told = (n: number) => tell({ unit: 'laporan' }, { kind: 'count', n }, false);
const parts = (numbers: readonly number[]) =>
  tellParts(
    { unit: 'laporan' },
    numbers.map((n) => ({ kind: 'count', n })),
    false,
  );
const head = {
  id: 'x',
  title: 'Laporan',
  sentence: 'Laporan terbanyak datang dari Dinas Contoh.',
  column: 'Laporan',
};

describe('charts', () => {
  it('draw a small number as any from 1 to 4, and nothing outside the drawing', async () => {
    const [two, three] = await Promise.all([2, 3].map((n) => layoutBars([{ name: 'A', told: told(n) }])));
    expect(two).toEqual(three);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(3000), { minLength: 1, maxLength: 20 }), async (numbers) => {
        const { bars } = await layoutBars(numbers.map((n) => ({ name: 'A', told: told(n) })));
        for (const { sure, maybe } of bars)
          expect(sure.width + (maybe?.width ?? 0)).toBeLessThanOrEqual(WIDTH + 0.001);
      }),
    );
  });

  it('give stacks of which the hidden parts can only be seen together', async () => {
    const stack = (numbers: readonly number[]) =>
      layoutStacks(['a', 'b', 'c'], [{ name: 'Kini', total: 60, parts: parts(numbers) }]);
    expect(await stack([48, 2, 10])).toEqual(await stack([48, 4, 8]));
    const widths = (await stack([48, 2, 10])).rows[0]?.segments.map(({ part, width }) => [part, width]);
    expect(widths).toEqual([
      [0, 0.8 * WIDTH],
      [null, 0.2 * WIDTH],
    ]);
  });

  it('break a line where nothing is told', async () => {
    const { lines } = await layoutLines(
      ['Jan', 'Feb', 'Mar'],
      [{ name: 'Kini', told: [told(10), { text: '–', cell: null, range: null }, told(20)] }],
      false,
    );
    expect(lines[0]?.points).toHaveLength(2);
    expect(lines[0]?.path.match(/M/g)).toHaveLength(2);
  });

  it('say what they show to a screen reader and in a table', async () => {
    const charts = [
      await barChart(head, [{ name: 'Dinas <Contoh>', told: told(12) }]),
      await lineChart(
        head,
        ['Januari'],
        [
          { name: 'Kanal', told: [told(12)] },
          { name: 'SP4N', told: [told(3)] },
        ],
      ),
      await stackChart(head, ['selesai', 'proses'], [{ name: 'Kini', total: 30, parts: parts([20, 10]) }]),
    ].map(String);
    for (const html of charts) {
      expect(html).toMatch(/<svg[^>]*role="img"[^>]*aria-labelledby="x-t"[^>]*aria-describedby="x-d"/);
      expect(html).toContain(`<desc id="x-d">${head.sentence}</desc>`);
      expect(html).toMatch(/<table[\s\S]*(12|20)[\s\S]*<\/table>/);
      expect(html).not.toContain('<Contoh>');
    }
  });
});
