/** Who writes an invented report: by which channel, from where, about what and in which words. */
import type { Channel } from '../../lifecycle/states.ts';
import type { PackArea } from '../../regencies/types.ts';
import { inTurn, type Random } from './random.ts';
import { accusations, often, places, pleas, sinces, spam, type Topic, topics, vague } from './topics.ts';
import type { World } from './world.ts';

/** With how often each is used; the rest of domain.md's list is SP4N-LAPOR!'s own. */
const channels = Object.entries({
  ...{
    web: 22,
    qr: 17,
    whatsapp: 15,
    sp4n_web: 7,
    sp4n_app: 6,
    mobile: 6,
    walk_in_opd: 6,
    walk_in_district: 5,
  },
  ...{
    walk_in_village: 4,
    facebook: 4,
    phone: 3,
    letter: 2,
    kim: 2,
    sms_1708: 1.5,
    instagram: 1.5,
    email: 1,
  },
  ...{ tiktok: 0.6, x_twitter: 0.5, telegram: 0.5, other: 0.5, mass_media: 0.4, open311: 0.3, dprd: 0.3 },
  ...{ ombudsman: 0.2 },
} satisfies Record<Channel, number>) as [Channel, number][];

/** Sent by the reporter's own hand; anything else an administrator types. */
export const ownHand: readonly Channel[] = ['web', 'qr', 'mobile', 'open311'];
/** Where the desk found a post. */
export const social: readonly Channel[] = ['facebook', 'instagram', 'tiktok', 'x_twitter'];

export const channelFor = (random: Random): Channel => random.weighted(channels);

/** The banner of a village stands there; elsewhere one reporter in twelve names no place. */
export function villageFor(
  world: World,
  random: Random,
  channel: Channel,
  at: number,
  district: string | null,
): PackArea | null {
  const near = world.villages.filter(
    ([{ code }]) => district === null || world.areas.get(code)?.parent === district,
  );
  const hung = channel === 'qr' ? near.filter(([{ code }]) => bannerAt(world, code, at)) : near;
  const list = [hung, near, world.villages].find(({ length }) => length > 0) ?? [];
  return channel !== 'qr' && random.chance(1 / 12) ? null : random.weighted(list);
}

/** Code of the banner that hung in a village at that time. */
export function bannerAt({ banners }: World, area: string, at: number): string | undefined {
  const banner = banners.get(area);
  return banner && banner.since <= at ? banner.code : undefined;
}

/** Evenly over the lives, so that a quarter of them always tells of the offices what a year does. */
export const topicOf = (index: number, list: readonly string[]): string =>
  inTurn(
    list.map((id) => [id, often[id] ?? 1] as const),
    index,
  );

export function topicFor(random: Random, turn: string, category: string): Topic {
  if (turn === 'accusing') return random.pick(accusations);
  if (turn === 'spam') return random.pick(spam);
  if (turn === 'vague') return random.pick(vague);
  return topics[category] ?? random.pick(vague);
}

export function textOf(random: Random, topic: Topic, village: PackArea | null): string {
  const text = filled(random, random.pick(topic.texts), village);
  return `${text}, ${random.pick(sinces)}. ${random.pick(pleas)}`;
}

export const filled = (random: Random, text: string, village: PackArea | null): string =>
  text.replaceAll('{tempat}', random.pick(places)).replaceAll('{desa}', village?.name ?? 'kampung kami');

/** Numbers and addresses that nobody has. */
export function contactOf(random: Random, index: number, own: boolean) {
  if (random.chance(0.2)) return undefined;
  // The first thousand belong to the demo's own reporters.
  const tail = String(1_000 + (index % 9_000));
  const email = own && random.chance(0.6) ? { email: `warga${index}@contoh.example` } : {};
  return { name: `Warga Contoh ${tail}`, phone: `0812-0000-${tail}`, ...email };
}
