/** SP4N-LAPOR!, Kanal and social media side by side: where people take their complaints (domain.md section 6). Pure. */
import { LEAST } from '../small-counts.ts';
import { formatNumber } from '../text.ts';
import { addCounts, type Counts, noCounts } from './counts.ts';
import { definitionOf } from './definitions.ts';
import { tellPosts } from './threes.ts';
import { tellRows } from './together.ts';
import { NOTHING, type Told } from './told.ts';

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

/** @param seen counts of posts on social media */
export function tellSides(channels: Channels, seen: Counts, invented: boolean): Sides {
  const asked = (['received', 'followed_up', 'settled'] as const).map(definitionOf);
  const [received, followed, settled] = tellRows(asked, sidesOf(channels), ['', ''], invented);
  const two = ([a = NOTHING, b = NOTHING]: Told[] = []) => [a, b] as const;
  const posts = tellPosts(seen, invented);
  return {
    rows: [
      { name: 'Masuk, atau terlihat petugas', told: [...two(received), posts.seen] },
      { name: 'Ditindaklanjuti, atau dijawab', told: [...two(followed), posts.answered] },
      { name: 'Selesai', told: [...two(settled), NOTHING] },
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
