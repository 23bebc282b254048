/** Whose approval an answer needs: nobody their own, and never somebody who is not there. */
import fc from 'fast-check';
import { describe, test } from 'vitest';
import {
  approvalModes,
  approvalNeed,
  approvalRight,
  approverFor,
  type Setting,
} from '../../shared/approval.ts';
import type { Represented, Role, Staff } from '../../shared/permissions/people.ts';

const person = (id: number, roles: Role[], offices = ['PUPR']): Staff => ({ id, roles, offices });
const acting = (deputy: Staff, ...away: Staff[]): Staff => ({
  ...deputy,
  acting: away.map((one): Represented => ({ ...one, name: `Nomor ${one.id}`, until: 1 })),
});
const setting = (mode: Setting['mode'], people: Staff[], accused: string[] = []): Setting => ({
  office: 'PUPR',
  mode,
  people,
  accused,
});

const liaison = person(1, ['liaison']);
const other = person(2, ['liaison']);
const head = person(3, ['head']);
const stranger = person(4, ['liaison', 'head'], ['DLH']);

describe('the approval of an answer', () => {
  test.for<[string, Setting, Staff, string]>([
    ['is not asked for where the office wants none', setting('none', [liaison, head]), liaison, 'none'],
    ['is a colleague’s', setting('colleague', [liaison, other]), liaison, 'colleague'],
    ['may be the head’s as a colleague', setting('colleague', [liaison, head]), liaison, 'colleague'],
    ['is the head’s', setting('head', [liaison, other, head]), liaison, 'head'],
    ['is nobody’s of another office', setting('head', [liaison, stranger]), liaison, 'alone'],
    ['falls to a colleague without a head', setting('head', [liaison, other]), liaison, 'colleague'],
    ['falls away where nobody else is there', setting('colleague', [liaison]), liaison, 'alone'],
    [
      'falls to a colleague when the head is accused',
      setting('head', [liaison, other, head], ['staff:3']),
      liaison,
      'colleague',
    ],
    ['is not needed for what the head writes', setting('head', [liaison, head]), head, 'none'],
    [
      'is the deputy’s while the head is away',
      setting('head', [liaison, acting(other, head), head]),
      liaison,
      'head',
    ],
    [
      'is not given by the head’s deputy to themselves',
      setting('head', [acting(liaison, head), other, head]),
      acting(liaison, head),
      'colleague',
    ],
  ])('%s', ([, given, who, need], { expect }) => {
    expect(approvalNeed(given, who, [who.id])).toBe(need);
  });

  const anybody = fc
    .record({
      roles: fc.subarray<Role>(['admin', 'liaison', 'head', 'inspector']),
      offices: fc.subarray(['PUPR', 'DLH']),
      away: fc.array(fc.nat({ max: 5 }), { maxLength: 2 }),
    })
    .map((one) => one);
  const offices = fc.array(anybody, { minLength: 1, maxLength: 6 }).map((all) => {
    const plain = all.map(({ roles, offices: of }, id) => person(id, roles, of));
    return all.map(({ away }, id) =>
      acting(
        plain[id] as Staff,
        ...away.flatMap((other_) => (other_ !== id && plain[other_] ? [plain[other_]] : [])),
      ),
    );
  });

  test('is never somebody’s own, and whoever is named is there to give it', ({ expect }) => {
    fc.assert(
      fc.property(
        offices,
        fc.constantFrom(...approvalModes),
        fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 2 }),
        fc.subarray(['staff:0', 'staff:1', 'staff:2', 'office:PUPR']),
        (people, mode, authors, accused) => {
          const given = setting(mode, people, accused);
          const approver = approverFor(given, authors);
          for (const by of ['head', 'colleague'] as const) {
            for (const who of people) {
              const right = approvalRight(given, by, who, authors);
              if (right === null) continue;
              expect(authors).not.toContain(who.id);
              expect(authors).not.toContain(right.id);
              expect(accused).not.toContain(`staff:${who.id}`);
              expect(right.offices).toContain('PUPR');
            }
          }
          if (approver !== null)
            expect(people.some((who) => approvalRight(given, approver, who, authors))).toBe(true);
        },
      ),
    );
  });
});
