/** SP4N-LAPOR!, Kanal and social media side by side: where people take their complaints (domain.md section 6). Pure. */
import { LEAST } from '../small-counts.ts';
import { formatNumber } from '../text.ts';
import { addCounts, type Counts, noCounts } from './counts.ts';
import { definitionOf } from './definitions.ts';
import { tellPosts } from './threes.ts';
import { covered, NOTHING, type Told, tell, tellParts } from './told.ts';

/** Counts by channel. */
type Channels = ReadonlyMap<string, Counts>;

export const sideNames = ['SP4N-LAPOR!', 'Kanal', 'Media sosial'] as const;

const national: readonly string[] = ['sp4n_web', 'sp4n_app', 'sms_1708'];

/** Of SP4N-LAPOR!; all others are Kanal's own. */
export const isNational = (channel: string): boolean => national.includes(channel);

export interface Sides {
  /** One row for each thing told, with a cell for each side. */
  rows: { name: string; told: [Told, Told, Told] }[];
  /** Answers in one sentence whether people use the official channel or social media. */
  sentence: string;
}

/** Reports by side; posts are no reports. */
const sidesOf = (channels: Channels): [Counts, Counts] => [
  sumOf(channels, isNational),
  sumOf(channels, (channel) => !isNational(channel)),
];

/** Of so many on, a band says little of each single report. */
const BAND_FROM = 40;

/** What a side's two shares are made of: nothing was done, in process, settled, and the last two together. */
const partsOf = ({ received, process, settled }: Counts): number[] => [
  received - process - settled,
  process,
  settled,
  process + settled,
];

/**
 * A share beside which, on either side, something is small: exact, it would tell that together with the states of the whole.
 * The bands are those of domain.md section 5.
 */
function tellBand({ hits, of }: { hits: number; of: number }): Told {
  if (of === 0) return NOTHING;
  if (of < BAND_FROM) return covered;
  const share = hits / of;
  const [text, least, most] =
    share > 0.9
      ? (['lebih dari 90\u00a0%', 0.9, 1] as const)
      : share < 0.5
        ? (['kurang dari 50\u00a0%', 0, 0.5] as const)
        : (['50 sampai 90\u00a0%', 0.5, 0.9] as const);
  return { text, cell: text, range: { least, most } };
}

/** @param seen counts of posts on social media */
export function tellSides(channels: Channels, seen: Counts, invented: boolean): Sides {
  const sides = sidesOf(channels);
  const exact = invented || sides.every((side) => partsOf(side).every((n) => n === 0 || n >= LEAST));
  const two = (id: 'followed_up' | 'settled') => {
    const [a = NOTHING, b = NOTHING] = sides.map((side) => {
      const value = definitionOf(id).value(side);
      return exact || value.kind !== 'share' ? tell(definitionOf(id), value, invented) : tellBand(value);
    });
    return [a, b] as const;
  };
  const values = sides.map(definitionOf('received').value);
  const [official = NOTHING, own = NOTHING] = tellParts(definitionOf('received'), values, invented);
  const posts = tellPosts(seen, invented);
  return {
    rows: [
      { name: 'Masuk, atau terlihat petugas', told: [official, own, posts.seen] },
      { name: 'Ditindaklanjuti, atau dijawab', told: [...two('followed_up'), posts.answered] },
      { name: 'Selesai', told: [...two('settled'), NOTHING] },
      { name: 'Menjadi laporan', told: [NOTHING, NOTHING, posts.converted] },
    ],
    sentence: sentenceOf(channels, seen.seen, invented),
  };
}

function sentenceOf(channels: Channels, seen: number, invented: boolean): string {
  const official = sumOf(channels, () => true).received;
  if (official === 0 && seen === 0) return 'Belum ada laporan dan unggahan yang dicatat dalam periode ini.';
  if (seen === 0)
    return 'Belum ada unggahan media sosial yang dicatat dalam periode ini, jadi belum diketahui apakah warga lebih banyak memakai kanal resmi atau media sosial.';
  const few = (count: number) => !invented && count > 0 && count < LEAST;
  if (few(official) || few(seen))
    return 'Angkanya masih terlalu kecil untuk mengatakan apakah warga lebih banyak memakai kanal resmi atau media sosial.';
  const both = `${formatNumber(official)} laporan lewat SP4N-LAPOR! dan Kanal, ${formatNumber(seen)} unggahan media sosial yang terlihat petugas`;
  if (official === seen) return `Sama banyak: ${both}.`;
  return official > seen
    ? `Warga lebih banyak memakai kanal resmi: ${both}.`
    : `Keluhan lebih banyak terlihat di media sosial: ${both}.`;
}

function sumOf(channels: Channels, has: (channel: string) => boolean): Counts {
  const sum = noCounts();
  for (const [channel, counts] of channels) if (has(channel)) addCounts(sum, counts);
  return sum;
}
