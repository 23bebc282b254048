/**
 * An answered case is settled only by its reporter, or by ten working days (domain.md section 4). Every chain of verbs that
 * anybody at the desk may do is walked through the transition table and the permissions: none of them ends in "selesai".
 */
import { describe, test } from 'vitest';
import { type CaseState, closedStates } from '../../shared/lifecycle/states.ts';
import { nextState, transitions } from '../../shared/lifecycle/transitions.ts';
import { type Action, type CaseFacts, may } from '../../shared/permissions/index.ts';
import type { Staff } from '../../shared/permissions/people.ts';

type Verb = keyof typeof transitions;

/** What only the reporter, the router or time does. */
const notByDesk: readonly Verb[] = [
  'route',
  'suggest',
  'reply',
  'complete',
  'confirm',
  'contest',
  'rate',
  'withdraw',
  'change_contact',
  'renew_pin',
  'request_erasure',
  'decide_erasure',
  'erase',
  'settle',
  'expire',
  'inquire',
  'merged_in',
  'merged_out',
  'import_update',
];
const deskVerbs = (Object.keys(transitions) as Verb[]).filter((verb) => !notByDesk.includes(verb));

const people: Staff[] = [
  { id: 1, roles: ['admin'], offices: ['DISKOMINFOSP'] },
  { id: 2, roles: ['verifier'], offices: [] },
  { id: 3, roles: ['liaison'], offices: ['PUPR'] },
  { id: 4, roles: ['head'], offices: ['PUPR'] },
  { id: 5, roles: ['inspector'], offices: ['INSPEKTORAT'] },
  { id: 6, roles: ['leader'], offices: [] },
  { id: 7, roles: ['liaison'], offices: ['INSPEKTORAT'] },
  {
    id: 8,
    roles: ['admin', 'verifier', 'liaison', 'head', 'inspector', 'leader'],
    offices: ['PUPR', 'DPKPP'],
  },
  { id: 9, roles: ['campaigner'], offices: [] },
  { id: 10, roles: ['helper'], offices: [] },
];

interface Situation {
  facts: CaseFacts;
  resume: CaseState | null;
}

/** What a verb does to what permissions and the table look at; as the verb files do it. */
function after({ facts, resume }: Situation, verb: Verb): Situation | null {
  const state = nextState(verb, facts.state, resume);
  if (state === null) return null;
  const to = (more: Partial<CaseFacts>, kept: CaseState | null = null) => ({
    facts: { ...facts, state, ...more },
    resume: kept,
  });
  switch (verb) {
    case 'hold':
      return to({ holder: '@verifier' }, facts.state === 'answered' ? 'answered' : null);
    case 'free':
      return resume === 'answered'
        ? to({ holder: facts.office ?? '@admin', berkadar: false, accused: [] })
        : to({ holder: '@admin', office: null, berkadar: false, accused: [] });
    case 'pass_to_inspectorate':
      return to({ holder: '@inspector', office: 'INSPEKTORAT', berkadar: true });
    case 'dispose':
    case 'decide_return':
      return to({ holder: 'PUPR', office: 'PUPR' });
    case 'transfer':
      return facts.office === null
        ? null
        : to({ office: 'DPKPP', holder: facts.holder === facts.office ? 'DPKPP' : facts.holder }, resume);
    case 'return':
    case 'forward':
    case 'archive':
    case 'reopen':
    case 'verify':
      return to({ holder: '@admin' });
    case 'ask':
      return to({}, facts.state === 'reopened' ? 'verified' : facts.state);
    case 'merge':
      return to({}, facts.state);
    case 'release':
      return to({ released: true }, resume);
    default:
      return to({}, resume);
  }
}

/** Every situation that the desk can bring about from here, by the road that led there. */
function reach(start: Situation): Map<string, { at: Situation; road: string[] }> {
  const keyOf = ({ facts, resume }: Situation) => JSON.stringify([facts, resume]);
  const found = new Map([[keyOf(start), { at: start, road: [] as string[] }]]);
  for (const { at, road } of found.values()) {
    for (const verb of deskVerbs) {
      const next = after(at, verb);
      if (next === null || found.has(keyOf(next))) continue;
      if (!people.some((person) => may(person, verb as Action, at.facts))) continue;
      found.set(keyOf(next), { at: next, road: [...road, verb] });
    }
  }
  return found;
}

const answered: CaseFacts = {
  state: 'answered',
  examined: true,
  holder: 'PUPR',
  office: 'PUPR',
  berkadar: false,
  anonymous: false,
  released: false,
  copies: [],
  accused: [],
  answeredBy: 'staff:3',
};

const starts: [string, CaseFacts][] = [
  ['an ordinary case', answered],
  ['an anonim case', { ...answered, anonymous: true, released: true }],
  ['a case held by the administrator', { ...answered, holder: '@admin', office: null }],
  ['a berkadar case', { ...answered, holder: '@inspector', office: 'INSPEKTORAT', berkadar: true }],
];

describe('nobody at the desk settles an answer', () => {
  test.for(starts)('of %s by any chain of verbs', ([, facts], { expect }) => {
    const found = reach({ facts, resume: null });
    const settled = [...found.values()].filter(({ at }) => at.facts.state === 'resolved');
    expect(settled.map(({ road }) => road.join(' → '))).toEqual([]);
    const closed = [...found.values()].filter(({ at }) => closedStates.includes(at.facts.state));
    expect(closed.map(({ road }) => road.join(' → '))).toEqual([]);
  });

  test('while the walk itself finds the way of a case that has no answer', ({ expect }) => {
    const facts: CaseFacts = { ...answered, state: 'disposed', answeredBy: null };
    const roads = [...reach({ facts, resume: null }).values()];
    const forwarded = roads.find(({ at }) => at.facts.state === 'resolved');
    expect(forwarded?.road.at(-1)).toBe('close_forwarded');
  });
});
