/** Facts that posts and articles share, and what became of whom their link brought. */
import { shownCount } from '../../../../../shared/small-counts.ts';
import { formatDay, formatNumber, formatRupiah } from '../../../../../shared/text.ts';
import { Summary } from '../../../../ui/components.tsx';
import { chainNames, countText, SmallCounts } from '../../chain/words.tsx';
import { ProgramLink } from '../../program-link.tsx';
import { type Link, links } from '../../queries.ts';

const MISSING = 'Belum diisi';

/** Rows of a summary. */
export const sharedFacts = (row: {
  campaignId: number | null;
  program: string | null;
  reach: number | null;
  reachOn: string | null;
  cost: number | null;
}) => [
  { term: 'Program', value: <ProgramLink id={row.campaignId} name={row.program} /> },
  { term: 'Orang terjangkau', value: row.reach === null ? MISSING : reachText(row.reach, row.reachOn) },
  { term: 'Biaya', value: row.cost === null ? MISSING : formatRupiah(row.cost) },
];

/** "1.250 (27 November 2026)"; "–" when it is not known. */
export const reachText = (reach: number | null, on: string | null): string =>
  reach === null ? '–' : `${formatNumber(reach)}${on ? ` (${formatDay(on)})` : ''}`;

/** Where it stands on the net. */
export function Address({ url }: { url: string | null }) {
  if (url === null) return <>{MISSING}</>;
  return (
    <a href={url} rel="noopener noreferrer">
      {url}
    </a>
  );
}

export function LinkResults({ chain, invented }: { chain: Record<Link, number>; invented: boolean }) {
  return (
    <>
      <h2>Hasil</h2>
      <SmallCounts invented={invented} />
      <Summary
        rows={links.map((link) => ({
          term: link === 'scanned' ? 'Tautan dibuka' : chainNames[link],
          value: countText(shownCount(chain[link], invented)),
        }))}
      />
    </>
  );
}
