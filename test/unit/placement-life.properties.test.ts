/** The life of a piece of material: whatever people do and in whatever order, only a photo of the last 90 days hangs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endedLives, hangs, type Life, lifeMoves, lives, photoLives } from '../../shared/campaign.ts';
import { type LifeState, lifeAfter } from '../../workers/features/campaigns/register/life-rules.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 2);
const fresh: LifeState = { life: 'idle', photo: null, photoAt: null, checkAt: null, retiredAt: null };

/** What people try: any step, so many days later, perhaps with a photo that is so many days old. */
const tries = fc.array(
  fc.record({
    life: fc.constantFrom(...lives),
    later: fc.integer({ min: 0, max: 60 }),
    photoAge: fc.option(fc.integer({ min: -5, max: 120 })),
  }),
  { minLength: 1, maxLength: 40 },
);

interface Lived {
  before: LifeState;
  after: LifeState;
  life: Life;
  at: number;
  photoAge: number | null;
}

/** Steps that were taken; what is refused leaves everything as it is. */
function live(steps: { life: Life; later: number; photoAge: number | null }[]): Lived[] {
  let state = fresh;
  let at = START;
  return steps.flatMap(({ life, later, photoAge }, index) => {
    at += later * DAY;
    const photo = photoAge === null ? undefined : { id: `p${index}`, takenAt: at - photoAge * DAY };
    const before = state;
    try {
      state = lifeAfter(state, { life, at, photo });
    } catch {
      return [];
    }
    return [{ before, after: state, life, at, photoAge }];
  });
}

const always = (holds: (lived: Lived) => void) =>
  fc.assert(fc.property(tries, (steps) => live(steps).forEach(holds)));

describe('the life of a piece of material', () => {
  it('goes only where the table says, and ends where its code is retired', () =>
    always(({ before, after, life, at }) => {
      expect(lifeMoves[before.life]).toContain(life);
      expect(after.life).toBe(life);
      expect(after.retiredAt).toBe(endedLives.includes(life) ? at : null);
    }));

  it('hangs from a photo of at most 90 days, and from nothing else', () =>
    always(({ after, life, at }) => {
      expect(hangs(after, at)).toBe(photoLives.includes(life));
      expect(hangs(after, (after.photoAt ?? at) + 90 * DAY)).toBe(photoLives.includes(life));
      expect(hangs(after, (after.photoAt ?? at) + 90 * DAY + 1)).toBe(false);
    }));

  it('knows the time of its youngest photo, which never lies ahead', () =>
    always(({ before, after, at }) => {
      expect(after.photoAt ?? 0).toBeGreaterThanOrEqual(before.photoAt ?? 0);
      expect(after.photoAt ?? 0).toBeLessThanOrEqual(at);
      expect(after.photo === null).toBe(after.photoAt === null);
    }));

  it('hangs again after damage only with a photo that is younger than the one before', () =>
    always(({ before, after, life }) => {
      if (photoLives.includes(life) && !photoLives.includes(before.life))
        expect(after.photoAt ?? 0).toBeGreaterThan(before.photoAt ?? 0);
    }));

  it('brings a check to mind a week before the photo stops to count, and only while it hangs', () =>
    always(({ after, life }) => {
      expect(after.checkAt).toBe(photoLives.includes(life) ? (after.photoAt ?? 0) + 83 * DAY : null);
    }));

  it('can be reached in every state', () => {
    const reached = new Set<Life>(['idle']);
    for (const life of reached) for (const next of lifeMoves[life]) reached.add(next);
    expect([...reached].sort()).toEqual([...lives].sort());
  });
});
