/** When invented reports come in: by hour, weekday and season, growing over the years, and in bursts. */
import type { PackArea } from '../../regencies/types.ts';
import { type Calendar, DAY_MS } from '../../working-time.ts';
import { type Random, randomOf } from './random.ts';
import type { World } from './world.ts';

const HOUR = DAY_MS / 24;

export interface Burst {
  /** Category of nearly all that comes. */
  topic: string;
  /** Kecamatan it happens in. */
  district: string;
}

export interface Arrival {
  /** Epoch ms, each once. */
  at: number;
  burst: Burst | null;
}

/** Of the reports of a year, so many belong to a flood and to a power cut. */
const bursts = [
  { topic: 'bencana', share: 0.03, months: [0, 1, 4, 5] },
  { topic: 'listrik', share: 0.015, months: [2, 7, 9, 10] },
] as const;

/** Weight of each local hour: few at night, most before noon and after supper. */
const hours = [1, 1, 0, 0, 1, 3, 6, 9, 12, 14, 13, 11, 9, 8, 8, 7, 6, 6, 7, 10, 11, 8, 4, 2].map(
  (weight, hour) => [hour, weight] as const,
);
/** Sunday first. */
const weekdays = [0.55, 1.3, 1.15, 1.05, 1, 0.95, 0.7];
/** January first: rain, the weeks before the budget, the quiet of the fasting month. */
const seasons = [1.25, 1.2, 0.8, 0.9, 1.1, 1, 1, 0.95, 0.9, 1.05, 1.1, 1];

/** @param from epoch ms, @param until epoch ms; @returns `count` arrivals in order */
export function arrivals(world: World, seed: number, count: number, from: number, until: number): Arrival[] {
  const random = randomOf(seed, 'rhythm');
  const days = weightedDays(world.calendar, from, until);
  const total = days.at(-1)?.sum ?? 0;
  const floods = burstsBetween(world, random, from, until);
  const found: Arrival[] = [];
  for (let i = 0; i < count; i++) {
    const flood = floods.find(() => random.chance(1 / floods.length));
    const burst = flood && random.chance(flood.share * floods.length) ? flood : null;
    const midnight = burst ? burst.midnight : dayAt(days, random.next() * total);
    // A burst ebbs away over the next day.
    const late = burst && random.chance(0.25) ? DAY_MS : 0;
    const at = midnight + late + random.weighted(hours) * HOUR + random.whole(0, HOUR - 1);
    if (at >= from && at < until)
      found.push({ at, burst: burst && { topic: burst.topic, district: burst.district } });
    else i--;
  }
  found.sort((a, b) => a.at - b.at);
  // One millisecond each, so that the order of ids is the order of arrival.
  for (const [i, arrival] of found.entries()) arrival.at = Math.max(arrival.at, (found[i - 1]?.at ?? 0) + 1);
  return found;
}

interface WeightedDay {
  midnight: number;
  /** Of the weights up to and with this day. */
  sum: number;
}

function weightedDays(calendar: Calendar, from: number, until: number): WeightedDay[] {
  const days: WeightedDay[] = [];
  let sum = 0;
  for (let midnight = calendar.midnightBefore(from); midnight < until; midnight += DAY_MS) {
    const date = calendar.localDate(midnight);
    const local = new Date(`${date}T00:00:00Z`);
    const growth = 0.75 + (0.5 * (midnight - from)) / (until - from);
    const rest = calendar.isWorkingDay(date) ? 1 : 0.8;
    sum += growth * rest * (weekdays[local.getUTCDay()] ?? 1) * (seasons[local.getUTCMonth()] ?? 1);
    days.push({ midnight, sum });
  }
  return days;
}

function dayAt(days: readonly WeightedDay[], wanted: number): number {
  let low = 0;
  let high = days.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle]?.sum ?? 0) > wanted) high = middle;
    else low = middle + 1;
  }
  return days[low]?.midnight ?? 0;
}

/** @returns with the share of all reports that each has */
function burstsBetween(world: World, random: Random, from: number, until: number) {
  const districts = [...world.areas.values()].filter((area: PackArea) => area.level === 'kecamatan');
  const found: (Burst & { midnight: number; share: number })[] = [];
  const years = Math.max(1, (until - from) / (365 * DAY_MS));
  for (let year = new Date(from).getUTCFullYear(); year <= new Date(until).getUTCFullYear(); year++)
    for (const { topic, share, months } of bursts) {
      const day = Date.UTC(year, random.pick(months), random.whole(1, 28));
      const midnight = world.calendar.midnightBefore(day);
      const { code } = random.pick(districts);
      if (world.categories.has(topic) && midnight >= from && midnight + 2 * DAY_MS < until)
        found.push({ topic, district: code, midnight, share: share / years });
    }
  return found;
}
