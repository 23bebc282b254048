/** Chains of channels. No totals of them: other figures of the desk could be subtracted. Pure. */
import { channelNames } from '../../../../shared/lifecycle/channel-names.ts';
import type { Channel } from '../../../../shared/lifecycle/states.ts';
import type { Range } from '../../../../shared/small-totals.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import type { ChainLink } from './pieces.ts';
import type { countedRows } from './queries.ts';
import { cellRange, type Line, nothing } from './results.ts';
import { isExact } from './told.ts';

export const channelLinks = ['submitted', 'accepted', 'settled', 'settledOnTime', 'confirmed'] as const;

export type ChannelLine = Pick<Line, 'id' | 'name' | 'chain' | 'reached' | 'reachedAll'>;

/** What came with a code: the sum of everything that has one. */
const CODES: Channel = 'qr';

/** @param whole the sum of everything that has a code, as it is told */
export function channelLines(
  { channels }: Pick<Awaited<ReturnType<typeof countedRows>>, 'channels'>,
  whole: Pick<Line, 'chain'>,
  regency: Regency,
): ChannelLine[] {
  return channels
    .filter(({ submitted }) => submitted > 0)
    .map(({ channel, ...counts }) => {
      const chain: Record<ChainLink, ReturnType<typeof cellRange>> = { ...nothing };
      for (const link of channelLinks) {
        const cell = cellRange(counts[link], regency.switches.demo);
        chain[link] = channel === CODES ? besideSum(cell, whole.chain[link]) : cell;
      }
      return {
        id: channel,
        name: channelNames[channel as Channel] ?? channel,
        chain,
        reached: null,
        reachedAll: false,
      };
    });
}

/** Where the sum is told as a range this is, too: it would be the sum itself. */
function besideSum(cell: Range, sum: Range): Range {
  if (isExact(sum)) return cell;
  return { least: Math.min(cell.least, sum.least), most: Math.max(cell.most, sum.most) };
}
