/** How far a place has come: each state against its own sentence, over random lives. */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { lives, materials, PHOTO_HOLDS_DAYS } from '../../shared/campaign.ts';
import {
  furthest,
  type Piece,
  percentOf,
  pieceState,
  SILENT_DAYS,
  tileStates,
} from '../../shared/coverage.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 27);

const ago = fc.option(
  fc.oneof(
    fc.integer({ min: 0, max: 400 * DAY }),
    fc.constantFrom(
      ...[SILENT_DAYS, PHOTO_HOLDS_DAYS].flatMap((days) => [days * DAY - 1, days * DAY, days * DAY + 1]),
    ),
  ),
);
const count = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 99 }));

const piece: fc.Arbitrary<Piece> = fc
  .record({ life: fc.constantFrom(...lives), photo: ago, hung: ago, scanned: count, submitted: count })
  .map(({ life, photo, hung, ...counts }) => ({
    place: 'desa 73.24.01.2001',
    code: 'AAAAA2',
    material: materials[0],
    campaignId: null,
    life,
    photoAt: photo === null ? null : NOW - photo,
    hungAt: hung === null ? null : NOW - hung,
    ...counts,
  }));

describe('the state of a piece', () => {
  it('is what its sentence says', ({ expect }) => {
    fc.assert(
      fc.property(piece, fc.boolean(), (one, invented) => {
        const state = pieceState(one, NOW, invented);
        const proved =
          (one.life === 'hung' || one.life === 'checked') &&
          one.photoAt !== null &&
          one.photoAt >= NOW - PHOTO_HOLDS_DAYS * DAY;
        const hanging = ['silent', 'hung', 'scanned', 'reported'].includes(state);
        expect(hanging).toBe(proved);
        if (!proved) {
          expect(state).toBe(
            {
              idle: 'idle',
              planned: 'planned',
              printed: 'printed',
              hung: 'lapsed',
              checked: 'lapsed',
              damaged: 'lapsed',
              gone: 'lapsed',
              replaced: 'idle',
              removed: 'idle',
            }[one.life],
          );
          return;
        }
        if (state === 'silent' || state === 'hung') expect(one.scanned).toBe(0);
        if (state === 'silent') expect(NOW - (one.hungAt ?? NOW)).toBeGreaterThanOrEqual(SILENT_DAYS * DAY);
        if (state === 'hung' && one.hungAt !== null) expect(NOW - one.hungAt).toBeLessThan(SILENT_DAYS * DAY);
        // One to four reports leave no trace: the state is that of a piece without any.
        const least = invented ? 1 : 5;
        expect(state === 'reported').toBe(one.submitted >= least);
        if (one.submitted < least) expect(state).toBe(pieceState({ ...one, submitted: 0 }, NOW, invented));
      }),
    );
  });
});

describe('the state of a place', () => {
  it('is that of its furthest piece, whatever their order, and never falls by one more', ({ expect }) => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...tileStates)),
        fc.constantFrom(...tileStates),
        (states, more) => {
          const far = furthest(states);
          expect(furthest(states.toReversed())).toBe(far);
          for (const state of states)
            expect(tileStates.indexOf(far)).toBeGreaterThanOrEqual(tileStates.indexOf(state));
          expect(states.length === 0 ? far === 'idle' : states.includes(far)).toBe(true);
          expect(tileStates.indexOf(furthest([...states, more]))).toBeGreaterThanOrEqual(
            tileStates.indexOf(far),
          );
        },
      ),
    );
  });
});

describe('a percentage', () => {
  it('is 0 and 100 only when nothing and everything hangs', ({ expect }) => {
    fc.assert(
      fc.property(fc.nat(5_000), fc.nat(5_000), (a, b) => {
        const share = { hung: Math.min(a, b), places: Math.max(a, b) };
        const percent = percentOf(share);
        if (share.places === 0) return expect(percent).toBeNull();
        expect(percent === 0).toBe(share.hung === 0);
        expect(percent === 100).toBe(share.hung === share.places);
        expect(Math.abs((percent ?? 0) - (100 * share.hung) / share.places)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
