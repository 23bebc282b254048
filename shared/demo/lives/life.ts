/** Chooses who reports what, and which turn it takes. Every life comes from its own random numbers, whatever is chosen for others. */
import { DAY_MS } from '../../working-time.ts';
import { exported } from './exported.ts';
import { Path } from './path.ts';
import { type Random, randomOf } from './random.ts';
import {
  bannerAt,
  channelFor,
  contactOf,
  filled,
  ownHand,
  social,
  textOf,
  topicFor,
  topicOf,
  villageFor,
} from './reporter.ts';
import type { Arrival } from './rhythm.ts';
import { besides } from './sp4n-steps.ts';
import { accusing, archived, disposed, ordinary, outside, type Subject } from './story.ts';
import type { Life } from './types.ts';
import type { World } from './world.ts';

export interface Run {
  world: World;
  seed: number;
  /** Nothing happens after it; epoch ms. */
  until: number;
  /** Numbers of SP4N-LAPOR! count from here. */
  numbers: number;
}

const turns = [
  ['ordinary', 76],
  ['outside', 9],
  ['accusing', 4],
  ['spam', 3],
  ['vague', 3],
  ['exported', 5],
] as const;

/** Days within which the next report may be about the same thing. */
const SAME_THING = 4 * DAY_MS;

/**
 * The lives that begin with these arrivals; one of them may be a duplicate of the one before.
 * @param first number of the first arrival in the run
 */
export function livesOf(run: Run, arrivals: readonly Arrival[], first = 0): Life[] {
  const lives: Life[] = [];
  for (let i = 0; i < arrivals.length; i++) {
    const arrival = arrivals[i];
    if (!arrival) break;
    const { life, subject } = lifeOf(run, arrival, first + i);
    const open = openUntil(life);
    for (let next = arrivals[i + 1]; subject && next; next = arrivals[i + 1]) {
      const random = randomOf(run.seed, life.id, 'double', i);
      if (next.at > life.received + SAME_THING || !random.chance(arrival.burst ? 0.45 : 0.04)) break;
      const double = duplicateOf(run, life, subject, next, first + i + 1, open);
      if (!double) break;
      life.duplicates.push(double);
      i++;
    }
    lives.push(life);
  }
  return lives;
}

function lifeOf(run: Run, { at, burst }: Arrival, index: number): { life: Life; subject: Subject | null } {
  const { world } = run;
  const random = randomOf(run.seed, index);
  const turn = burst ? (world.own.includes(burst.topic) ? 'ordinary' : 'outside') : random.weighted(turns);
  const channel = turn === 'exported' ? random.pick(['sp4n_web', 'sp4n_app'] as const) : channelFor(random);
  const category = burst?.topic ?? topicOf(index, turn === 'outside' ? world.outside : world.own);
  const village = villageFor(world, random, channel, at, burst?.district ?? null);
  const topic = topicFor(random, turn, category);
  const plain = { title: filled(random, topic.title, village), text: textOf(random, topic, village) };
  const anonymous = turn !== 'exported' && random.chance(turn === 'accusing' ? 0.5 : 0.07);
  const office = world.categories.get(category)?.office ?? world.about.adminOffice;
  const subject: Subject = { category, office, anonymous, plain };
  const path = new Path(world, random, at);
  const number = String(run.numbers + index);
  const told = turn === 'exported' ? exported(path, number, run.until) : null;
  if (turn === 'ordinary' || (turn === 'exported' && told === null)) ordinary(path, subject);
  else if (turn === 'outside') outside(path, office);
  else if (turn === 'accusing') accusing(path, subject, accusedOf(world, random));
  else if (turn === 'spam') archived(path, 'spam', subject);
  else if (turn === 'vague') archived(path, 'terlalu_umum', subject);
  if (turn !== 'accusing' && turn !== 'spam' && told === null) besides(path, number);
  const own = ownHand.includes(channel);
  const life: Life = {
    id: String(index),
    received: at,
    by: own || told ? 'reporter' : 'admin',
    body: {
      kind: random.weighted([
        ['complaint', 84],
        ['aspiration', 7],
        ['information', 9],
      ] as const),
      ...(random.chance(0.85) ? { title: plain.title } : {}),
      text: plain.text,
      ...(village && turn !== 'accusing' ? { area: village.code } : {}),
      ...(random.chance(0.85) && turn !== 'accusing' ? { category } : {}),
      ...(anonymous ? { anonymous } : {}),
      ...(turn === 'accusing' && random.chance(0.7) ? { aboutOfficial: true, confidential: true } : {}),
      contact: contactOf(random, index, own),
      channel,
      placement: channel === 'qr' && village ? bannerAt(world, village.code, at) : undefined,
    },
    steps: path.until(run.until),
    exported: told,
    post: social.includes(channel)
      ? `https://${channel === 'x_twitter' ? 'x' : channel}.com/contoh/${number}`
      : null,
    duplicates: [],
  };
  return { life, subject: turn === 'ordinary' && village && !anonymous ? subject : null };
}

/** The same thing by somebody else, merged some time later if the first one is still open then. */
function duplicateOf(
  run: Run,
  parent: Life,
  subject: Subject,
  { at }: Arrival,
  index: number,
  open: number,
): Life | null {
  const random = randomOf(run.seed, index);
  const path = new Path(run.world, random, at);
  path.soon().add('system', 'suggest', { office: subject.office }).later(0.1, 2);
  if (path.at >= open) return null;
  path.steps.push({
    verb: 'merge',
    by: 'admin',
    at: path.at,
    input: { reason: 'Tempat dan hal yang sama.' },
    intoParent: true,
  });
  if (random.chance(0.05)) {
    path.later(0.2, 2).add('admin', 'unmerge', { reason: 'Ternyata tempat yang lain.' });
    disposed(path.later(0.1, 1), { ...subject, anonymous: false }, subject.office);
  }
  const channel = random.pick(['web', 'whatsapp', 'walk_in_village'] as const);
  const own = channel === 'web';
  return {
    ...{ id: String(index), received: at, by: own ? 'reporter' : 'admin' },
    body: {
      ...{ kind: parent.body.kind, area: parent.body.area, category: subject.category, channel },
      text: `${subject.plain.text} Tetangga saya juga sudah melapor.`,
      contact: contactOf(random, index, own),
    },
    ...{ steps: path.until(run.until), exported: null, post: null, duplicates: [] },
  };
}

/** Until when others can be merged into it. */
function openUntil(life: Life): number {
  const closing = life.steps.find(({ verb }) =>
    ['confirm', 'settle', 'withdraw', 'expire', 'archive'].includes(verb),
  );
  return closing?.at ?? Number.POSITIVE_INFINITY;
}

/** Inspektorat itself is not accused here: the ladder above it has cases of its own in the demo. */
function accusedOf(world: World, random: Random): string[] {
  const others = world.desks.filter((code) => code !== world.about.inspectorate);
  return random.chance(0.5) ? [random.pick(others)] : [];
}
