/** The costs in the documentation are those that the program reckons from the committed figures. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { costOf, costTable, usageOf } from '../../workers/local/bench/costs.ts';
import { scanTable } from '../../workers/local/bench/scan-costs.ts';

const root = join(import.meta.dirname, '../..');
/** Cells without the blanks that line a table up. */
const bare = (table: string) => table.replace(/ *\| */g, '|').replace(/\|:?-+:?(?=\|)/g, '|-');

describe('the costs of a regency', () => {
  it('in docs/costs.md are what `npm run bench -- costs` prints', ({ expect }) => {
    const docs = readFileSync(join(root, 'docs/costs.md'), 'utf8');
    expect(bare(docs)).toContain(bare(costTable()));
  });

  it('of a million scans stand in docs/campaigns.md', ({ expect }) => {
    const docs = readFileSync(join(root, 'docs/campaigns.md'), 'utf8');
    expect(bare(docs)).toContain(bare(scanTable()));
  });

  it('never fall when more comes in, and begin at the plan', ({ expect }) => {
    expect(costOf(usageOf(0))).toBeGreaterThanOrEqual(5);
    fc.assert(
      fc.property(fc.nat(200_000), fc.nat(200_000), (a, b) => {
        const [few, many] = [Math.min(a, b), Math.max(a, b)];
        expect(costOf(usageOf(many))).toBeGreaterThanOrEqual(costOf(usageOf(few)));
      }),
    );
  });
});
