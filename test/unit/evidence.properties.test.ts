/** When a criterion is awarded and a level reached: whatever was collected, in whatever order. */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import {
  type Asked,
  type Level,
  levelOf,
  levels,
  proofNames,
  type Shown,
  standingOf,
} from '../../shared/evidence.ts';
import { criteria } from '../../shared/regencies/indonesia/criteria.ts';

const proofs = Object.keys(proofNames);

const asked: fc.Arbitrary<Asked> = fc.record({
  level: fc.constantFrom(...levels),
  proofs: fc.subarray(proofs, { maxLength: 4 }),
  adds: fc.constantFrom('', 'SK Tim'),
});

const shown: fc.Arbitrary<Shown> = fc.record({
  fixed: fc.subarray(proofs),
  documents: fc.nat(2),
  verdict: fc.constantFrom('accepted', 'wanting', null),
});

/** Criteria of one indicator with what there is of each. */
const binder = fc.array(fc.tuple(asked, shown), { maxLength: 12 });

const awardedOf = (of: readonly (readonly [Asked, Shown])[]) =>
  of.map(([one, there]) => ({ level: one.level, awarded: standingOf(one, there).awarded }));

describe('a criterion', () => {
  it('is never awarded without an artefact or a document, whatever a reviewer says', ({ expect }) => {
    const rule = fc.property(asked, shown, (one, { verdict }) => {
      expect(standingOf(one, { fixed: [], documents: 0, verdict }).awarded).toBe(false);
    });
    fc.assert(rule);
  });

  it('is awarded exactly when nothing of it is missing or wanting', ({ expect }) => {
    let awarded = 0;
    const rule = fc.property(asked, shown, (one, there) => {
      const standing = standingOf(one, there);
      const open = standing.proofs.length > 0 || standing.document || standing.wanting;
      const nothing = one.proofs.length === 0 && there.documents === 0;
      expect(standing.awarded).toBe(!open && !nothing);
      if (standing.awarded) awarded++;
    });
    fc.assert(rule, { numRuns: 500 });
    expect(awarded).toBeGreaterThan(5);
  });
});

describe('a level', () => {
  it('stands on all below it, and on criteria of its own', ({ expect }) => {
    const rule = fc.property(binder, (of) => {
      const judged = awardedOf(of);
      const reached = levelOf(judged);
      for (const level of levels.filter((one) => one <= reached)) {
        expect(judged.some((one) => one.level === level)).toBe(true);
        expect(judged.every((one) => one.level !== level || one.awarded)).toBe(true);
      }
      const next = judged.filter((one) => one.level === reached + 1);
      expect(next.length > 0 && next.every(({ awarded }) => awarded)).toBe(false);
    });
    fc.assert(rule, { numRuns: 500 });
    expect(levelOf([])).toBe(0);
  });

  it('never falls by more evidence, and never rises by less', ({ expect }) => {
    const rule = fc.property(binder, fc.nat(), fc.subarray(proofs), fc.nat(2), (of, at, more, documents) => {
      const added = of.map(([one, there], index) =>
        index === at % of.length
          ? ([
              one,
              { ...there, fixed: [...there.fixed, ...more], documents: there.documents + documents },
            ] as const)
          : ([one, there] as const),
      );
      expect(levelOf(awardedOf(added))).toBeGreaterThanOrEqual(levelOf(awardedOf(of)));
    });
    fc.assert(rule, { numRuns: 500 });
  });
});

describe('the criteria of the pack', () => {
  const shownAll = (one: Asked): Shown => ({ fixed: one.proofs, documents: one.adds ? 1 : 0, verdict: null });

  it('cover every level of every score, ask for something, and wait to be confirmed', ({ expect }) => {
    for (const indicator of ['spbe42', 'spbe43', 'i19', 'i20']) {
      const of = criteria.filter((one) => one.indicator === indicator);
      const all = of.map((one) => ({ level: one.level, awarded: standingOf(one, shownAll(one)).awarded }));
      expect(levelOf(all), indicator).toBe(5);
      // One that is taken back brings the score below its level.
      for (const [index, { level }] of of.entries()) {
        const less = all.map((one, at) => (at === index ? { ...one, awarded: false } : one));
        expect(levelOf(less)).toBe((level - 1) as Level | 0);
      }
    }
    expect(criteria.every(({ check }) => check)).toBe(true);
    expect(new Set(criteria.map(({ id }) => id)).size).toBe(criteria.length);
  });
});
