/** Chooses who reports what, and which turn it takes. Every life comes from its own random numbers, whatever is chosen for others. */
import type { Channel } from '../../lifecycle/states.ts';
import type { PackArea } from '../../regencies/types.ts';
import { DAY_MS } from '../../working-time.ts';
import { exported } from './exported.ts';
import { Path } from './path.ts';
import { type Random, randomOf } from './random.ts';
import type { Arrival } from './rhythm.ts';
import { besides } from './sp4n-steps.ts';
import { accusing, archived, disposed, ordinary, outside, type Subject } from './story.ts';
import { accusations, often, places, pleas, sinces, spam, type Topic, topics, vague } from './topics.ts';
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

const channels: (readonly [Channel, number])[] = [
  ...([
    ['web', 22],
    ['qr', 17],
    ['whatsapp', 15],
    ['sp4n_web', 7],
    ['sp4n_app', 6],
    ['mobile', 6],
  ] as const),
  ...([
    ['walk_in_opd', 6],
    ['walk_in_district', 5],
    ['walk_in_village', 4],
    ['facebook', 4],
    ['phone', 3],
  ] as const),
  ...([
    ['letter', 2],
    ['kim', 2],
    ['sms_1708', 1.5],
    ['instagram', 1.5],
    ['email', 1],
    ['tiktok', 0.6],
  ] as const),
  ...([
    ['x_twitter', 0.5],
    ['telegram', 0.5],
    ['mass_media', 0.4],
    ['open311', 0.3],
    ['dprd', 0.3],
  ] as const),
  ...([
    ['ombudsman', 0.2],
    ['other', 0.5],
  ] as const),
];
/** Sent by the reporter's own hand; anything else an administrator types. */
const ownHand: readonly Channel[] = ['web', 'qr', 'mobile', 'open311'];
const social: readonly Channel[] = ['facebook', 'instagram', 'tiktok', 'x_twitter'];

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
  const channel =
    turn === 'exported' ? random.pick(['sp4n_web', 'sp4n_app'] as const) : random.weighted(channels);
  const category = burst?.topic ?? topicOf(random, turn === 'outside' ? world.outside : world.own);
  const village = villageFor(world, random, channel, burst?.district ?? null);
  const topic = topicFor(random, turn, category);
  const plain = { title: filled(random, topic.title, village), text: textOf(random, topic, village) };
  const anonymous = turn !== 'exported' && random.chance(turn === 'accusing' ? 0.5 : 0.07);
  const office = world.categories.get(category)?.office ?? world.about.adminOffice;
  const subject: Subject = { category, office, anonymous, plain };
  const path = new Path(world, random, at);
  if (turn === 'ordinary') ordinary(path, subject);
  else if (turn === 'outside') outside(path, office);
  else if (turn === 'accusing') accusing(path, subject, accusedOf(world, random));
  else if (turn === 'spam') archived(path, 'spam', subject);
  else if (turn === 'vague') archived(path, 'terlalu_umum', subject);
  const number = String(run.numbers + index);
  if (turn !== 'accusing' && turn !== 'spam' && turn !== 'exported') besides(path, number);
  const places = turn === 'accusing' ? null : village;
  const own = ownHand.includes(channel);
  const life: Life = {
    id: String(index),
    received: at,
    by: own || turn === 'exported' ? 'reporter' : 'admin',
    body: {
      kind: random.weighted([
        ['complaint', 84],
        ['aspiration', 7],
        ['information', 9],
      ] as const),
      ...(random.chance(0.85) ? { title: plain.title } : {}),
      text: plain.text,
      ...(places ? { area: places.code } : {}),
      ...(random.chance(0.85) && turn !== 'accusing' ? { category } : {}),
      ...(anonymous ? { anonymous } : {}),
      ...(turn === 'accusing' && random.chance(0.7) ? { aboutOfficial: true, confidential: true } : {}),
      contact: contactOf(random, index, own),
      channel,
      placement: channel === 'qr' && village ? world.banners.get(village.code) : undefined,
    },
    steps: path.until(run.until),
    exported: turn === 'exported' ? exported(path, number, run.until) : null,
    post: social.includes(channel)
      ? `https://${channel === 'x_twitter' ? 'x' : channel}.com/contoh/${number}`
      : null,
    duplicates: [],
  };
  if (life.exported) life.steps = path.until(run.until);
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

/** The banner of a village stands there; elsewhere one reporter in twelve names no place. */
function villageFor(
  world: World,
  random: Random,
  channel: Channel,
  district: string | null,
): PackArea | null {
  const near = (code: string) => district === null || world.areas.get(code)?.parent === district;
  const there = world.villages.filter(
    ([{ code }]) => near(code) && (channel !== 'qr' || world.banners.has(code)),
  );
  const list = there.length > 0 ? there : world.villages;
  return channel !== 'qr' && random.chance(1 / 12) ? null : random.weighted(list);
}

const topicOf = (random: Random, list: readonly string[]): string =>
  random.weighted(list.map((id) => [id, often[id] ?? 1] as const));

function topicFor(random: Random, turn: string, category: string): Topic {
  if (turn === 'accusing') return random.pick(accusations);
  if (turn === 'spam') return random.pick(spam);
  if (turn === 'vague') return random.pick(vague);
  return topics[category] ?? random.pick(vague);
}

function textOf(random: Random, topic: Topic, village: PackArea | null): string {
  const text = filled(random, random.pick(topic.texts), village);
  return `${text}, ${random.pick(sinces)}. ${random.pick(pleas)}`;
}

const filled = (random: Random, text: string, village: PackArea | null): string =>
  text.replaceAll('{tempat}', random.pick(places)).replaceAll('{desa}', village?.name ?? 'kampung kami');

/** Inspektorat itself is not accused here: the ladder above it has cases of its own in the demo. */
function accusedOf(world: World, random: Random): string[] {
  const others = world.desks.filter((code) => code !== world.about.inspectorate);
  return random.chance(0.5) ? [random.pick(others)] : [];
}

/** Numbers and addresses that nobody has. */
function contactOf(random: Random, index: number, own: boolean) {
  if (random.chance(0.2)) return undefined;
  const tail = String(index % 10_000).padStart(4, '0');
  const email = own && random.chance(0.6) ? { email: `warga${index}@contoh.example` } : {};
  return { name: `Warga Contoh ${tail}`, phone: `0812-0000-${tail}`, ...email };
}
