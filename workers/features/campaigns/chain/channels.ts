/** Chains of channels. No totals of them: other figures of the desk could be subtracted. Pure. */
import { channelNames } from '../../../../shared/lifecycle/channel-names.ts';
import type { Channel } from '../../../../shared/lifecycle/states.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import type { ChainLink } from './pieces.ts';
import type { countedRows } from './queries.ts';
import { cellRange, type Line, nothing } from './results.ts';

export const channelLinks = ['submitted', 'accepted', 'settled', 'settledOnTime', 'confirmed'] as const;

export type ChannelLine = Pick<Line, 'id' | 'name' | 'chain' | 'reached' | 'reachedAll'>;

export function channelLines(
  { channels }: Pick<Awaited<ReturnType<typeof countedRows>>, 'channels'>,
  regency: Regency,
): ChannelLine[] {
  return channels
    .filter(({ submitted }) => submitted > 0)
    .map(({ channel, ...counts }) => {
      const chain: Record<ChainLink, ReturnType<typeof cellRange>> = { ...nothing };
      for (const link of channelLinks) chain[link] = cellRange(counts[link], regency.switches.demo);
      return {
        id: channel,
        name: channelNames[channel as Channel] ?? channel,
        chain,
        reached: null,
        reachedAll: false,
      };
    });
}
