/** Chains side by side. */
import type { Child } from 'hono/jsx';
import { Table } from '../../../../ui/components.tsx';
import { chainLinks } from '../pieces.ts';
import type { By, Line } from '../results.ts';
import { costText, perSettledText, rangeText, reachText, shareTextOf, shortNames } from '../told.ts';

/** Where a line leads, with its id at the end. */
const paths: Partial<Record<By, string>> = {
  placement: '/desk/kampanye/',
  program: '/desk/kampanye/program/',
  district: '/desk/kampanye/cakupan?wilayah=',
};

/** @param props.by what each line is; some have a page of their own */
export function Lines(props: { caption: string; lines: readonly Line[]; by: By }) {
  const path = paths[props.by];
  // Nobody knows whom a banner has reached.
  const reached = props.lines.some((line) => line.reached !== null);
  const cells = (line: Line): Child[] => [
    line.id !== '' && path ? <a href={`${path}${line.id}`}>{line.name}</a> : line.name,
    ...(reached ? [reachText(line)] : []),
    ...chainLinks.map((link) => {
      const share = shareTextOf(line, link);
      return (
        <>
          {rangeText(line.chain[link])} {share === '–' ? null : <small>{share}</small>}
        </>
      );
    }),
    costText(line),
    perSettledText(line),
  ];
  return (
    <Table
      caption={props.caption}
      hideCaption
      columns={[
        'Nama',
        ...(reached ? ['Dijangkau'] : []),
        ...chainLinks.map((link) => shortNames[link]),
        'Biaya',
        'Biaya per laporan selesai',
      ]}
      rows={props.lines.map(cells)}
    />
  );
}
