/** What became of cases by the channel they came through, with a banner or without. */
import { Table } from '../../../../ui/components.tsx';
import { type ChannelLine, channelLinks } from '../channels.ts';
import { linkNames, rangeText, shareTextOf } from '../told.ts';

export function Channels({ lines }: { lines: readonly ChannelLine[] }) {
  if (lines.length === 0) return null;
  return (
    <Table
      caption="Semua laporan menurut kanal masuknya, juga yang tidak lewat papan"
      columns={['Kanal', ...channelLinks.map((link) => linkNames[link])]}
      rows={lines.map((line) => [
        line.name,
        ...channelLinks.map((link) => {
          const share = link === 'submitted' ? '–' : shareTextOf(line, link);
          return (
            <>
              {rangeText(line.chain[link])} {share === '–' ? null : <small>{share}</small>}
            </>
          );
        }),
      ])}
    />
  );
}
