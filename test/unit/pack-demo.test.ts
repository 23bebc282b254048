import { test } from 'vitest';
import { complaintSchema } from '../../shared/contract/complaint.ts';
import { demoCases } from '../../shared/demo/cases.ts';
import { placeCase } from '../../shared/demo/place.ts';
import type { CaseState } from '../../shared/lifecycle/states.ts';
import { nextState } from '../../shared/lifecycle/transitions.ts';
import { loadPack } from '../../shared/regencies/index.ts';

const pack = await loadPack('luwu-timur');
const offices = new Map(pack.offices.map((row) => [row.code, row]));
const areas = new Set(pack.areas.map((row) => row.code));
const categories = new Set(pack.categories.map((row) => row.id));
const placed = demoCases.map((demo) => placeCase(demo, pack.areas));

/** The states a case passes through; throws where the table allows no such move. */
function statesOf(demo: (typeof demoCases)[number]): CaseState[] {
  const states: CaseState[] = ['received'];
  let resume: CaseState | null = null;
  for (const { verb } of demo.steps) {
    const state: CaseState = states.at(-1) ?? 'received';
    const next = nextState(verb, state, resume);
    if (next === null) throw new Error(`${demo.id}: ${verb} in state ${state}`);
    if (verb === 'ask') resume = state;
    states.push(next);
  }
  return states;
}

test('there are thirty, each with its own id', ({ expect }) => {
  expect(demoCases).toHaveLength(30);
  expect(new Set(demoCases.map((demo) => demo.id)).size).toBe(30);
});

test.for(placed)('$id is a case that can happen', (demo, { expect }) => {
  expect(() => statesOf(demo)).not.toThrow();
  expect(JSON.stringify(demo)).not.toMatch(/[{]\w+[}]/);
  expect(demo.area === null || areas.has(demo.area)).toBe(true);
  expect(demo.category === null || categories.has(demo.category)).toBe(true);
  let day = demo.day;
  for (const step of demo.steps) {
    expect(step.day, step.verb).toBeLessThanOrEqual(day);
    day = step.day;
    const { input } = step;
    const named = [
      ...('office' in input ? [input.office] : []),
      ...('suggestion' in input ? [input.suggestion] : []),
      ...('copies' in input ? (input.copies ?? []) : []),
      ...('accused' in input ? input.accused : []),
      ...(step.by.startsWith('liaison:') ? [step.by.slice('liaison:'.length)] : []),
    ];
    for (const code of named) expect(offices.has(code), code).toBe(true);
    if ('category' in input && step.verb === 'verify')
      expect(categories.has(input.category ?? '')).toBe(true);
    if (step.verb === 'forward') expect(offices.get(step.input.office)?.kind).toBe('luar');
    if (step.verb === 'follow_up') expect(step.dateIn).toBeGreaterThan(0);
    if (step.verb === 'answer' && step.input.physical) expect(step.photos).toBeGreaterThan(0);
    if (step.verb === 'answer' && step.input.outcome === 'dijadwalkan') {
      expect(step.dateIn).toBeGreaterThan(step.day);
      expect(step.input.budget).toBeTruthy();
    }
  }
  expect(day).toBeGreaterThanOrEqual(0);
});

test.for(placed)('$id is accepted as a complaint', (demo, { expect }) => {
  const { kind, title, text, place, category, anonymous, confidential, aboutOfficial, contact, channel } =
    demo;
  const body = { kind, title, text, place, anonymous, confidential, aboutOfficial, contact, channel };
  const result = complaintSchema.safeParse({
    ...body,
    area: demo.area ?? undefined,
    category: category ?? undefined,
  });
  expect(result.error?.issues).toBeUndefined();
});

test('contacts are invented', ({ expect }) => {
  for (const { contact, id } of demoCases) {
    if (contact?.email) expect(contact.email, id).toMatch(/@example\.id$/);
    if (contact?.phone) expect(contact.phone, id).toMatch(/^0812-0000-00\d\d$/);
  }
});

test('every turn a complaint can take is among them', ({ expect }) => {
  const ends = new Set(demoCases.map((demo) => statesOf(demo).at(-1)));
  const wanted: CaseState[] = [
    'received',
    'held',
    'disposed',
    'in_progress',
    'clarification',
    'answered',
    'forwarded',
    'resolved',
    'archived',
  ];
  expect(wanted.filter((state) => !ends.has(state))).toEqual([]);
  const verbs = new Set(demoCases.flatMap((demo) => demo.steps.map((step) => step.verb)));
  for (const verb of [
    'return',
    'decide_return',
    'contest',
    'free',
    'pass_to_inspectorate',
    'release',
  ] as const) {
    expect(verbs).toContain(verb);
  }
  expect(demoCases.filter((demo) => demo.steps.length === 0).length).toBeGreaterThanOrEqual(3);
});

test('an accusation carries no village, and its office reads an anonim case only after a release', ({
  expect,
}) => {
  for (const demo of demoCases) {
    if (demo.aboutOfficial) expect(demo.areaIndex, demo.id).toBeNull();
    if (!demo.anonymous) continue;
    const acts = demo.steps.findIndex((step) => step.by.startsWith('liaison:'));
    const released = demo.steps.findIndex((step) => step.verb === 'release');
    if (acts >= 0) expect(released, demo.id).toBeGreaterThanOrEqual(0);
    if (acts >= 0) expect(released, demo.id).toBeLessThan(acts);
  }
});

test('duplicates lie in the same village', ({ expect }) => {
  const pairs = placed.filter((demo) => demo.duplicateOf !== undefined);
  expect(pairs).toHaveLength(1);
  for (const demo of pairs) {
    expect(placed.find((other) => other.id === demo.duplicateOf)?.area).toBe(demo.area);
  }
});
