/** Chains side by side. */
import { Table } from '../../../../ui/components.tsx';
import { chainLinks, type Line } from '../results.ts';
import { costText, linkNames, perSettledText, rangeText, reachText, shareTextOf } from '../told.ts';

/** @param props.codes lines are placements with a page of their own */
export function Lines(props: { caption: string; lines: readonly Line[]; codes?: boolean }) {
  return (
    <Table
      caption={props.caption}
      hideCaption
      columns={[
        'Nama',
        'Dijangkau',
        ...chainLinks.map((link) => linkNames[link]),
        'Biaya',
        'Biaya per laporan selesai',
      ]}
      rows={props.lines.map((line) => [
        props.codes ? <a href={`/desk/kampanye/${line.id}`}>{line.name}</a> : line.name,
        reachText(line),
        ...chainLinks.map((link) => {
          const share = shareTextOf(line, link);
          return share === '–' ? (
            rangeText(line.chain[link])
          ) : (
            <>
              {rangeText(line.chain[link])} <small>{share}</small>
            </>
          );
        }),
        costText(line),
        perSettledText(line),
      ])}
    />
  );
}
