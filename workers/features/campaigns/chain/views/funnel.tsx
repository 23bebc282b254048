/** The chain of all as bars, each beside its number and its share of the one before; prints without backgrounds. */
import { Table } from '../../../../ui/components.tsx';
import { chainLinks } from '../pieces.ts';
import type { Line } from '../results.ts';
import { linkNames, rangeText, reachText, shareOfLink, shareTextOf } from '../told.ts';

/** Units of a bar's drawing. */
const WIDTH = 100;
const HEIGHT = 8;

export function Funnel({ line }: { line: Line }) {
  const longest = Math.max(1, ...chainLinks.map((link) => line.chain[link].most));
  return (
    <Table
      caption="Rantai seluruh kampanye"
      columns={['Tahap', 'Jumlah', 'Bagian dari tahap sebelumnya', 'Perbandingan']}
      rows={[
        ['Dijangkau', reachText(line), '–', '–'],
        ...chainLinks.map((link) => {
          const { least, most } = line.chain[link];
          const base = shareOfLink[link];
          const share = shareTextOf(line, link);
          return [
            linkNames[link],
            rangeText(line.chain[link]),
            share === '–' || base === 'reached' ? (
              share
            ) : (
              <>
                {share} <small>dari {linkNames[base].toLowerCase()}</small>
              </>
            ),
            most === 0 ? '–' : <Bar least={(least / longest) * WIDTH} most={(most / longest) * WIDTH} />,
          ];
        }),
      ]}
    />
  );
}

/** What is sure is dark, what may be is light. The number stands beside it. */
function Bar({ least, most }: { least: number; most: number }) {
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width="240"
      height="20"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect width={most} height={HEIGHT} fill="#9db8d6" />
      <rect width={least} height={HEIGHT} fill="#173f6e" />
    </svg>
  );
}
