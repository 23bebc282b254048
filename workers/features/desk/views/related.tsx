/** Similar cases, and other ones of the same contact. */
import type { Child } from 'hono/jsx';
import { formatDate } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { Fold, StateTag } from '../../../ui/components.tsx';
import type { InboxLine } from '../inbox.ts';
import type { DeskCase } from '../queries.ts';
import type { RelatedCases } from '../searching.ts';

/** @param props.children what was found; without any the part is left out */
export function Related(props: { children?: Child }) {
  if (!props.children) return null;
  return <Fold title="Laporan serupa dan terkait">{props.children}</Fold>;
}

export const hasRelated = ({ similar, earlier }: RelatedCases): boolean =>
  similar.length > 0 || earlier.lines.length > 0;

export function RelatedLists(props: { related: RelatedCases; view: DeskCase; regency: Regency }) {
  const { similar, earlier } = props.related;
  const merges = props.view.verbs.includes('merge');
  return (
    <>
      {similar.length > 0 ? (
        <>
          <h3>Serupa menurut tempat, waktu, dan kata</h3>
          <ul>
            {similar.map((line) => (
              <li>
                <Line line={line} regency={props.regency} />
                <br />
                <small>
                  {line.shared} kata sama
                  {merges ? (
                    <span class="no-print">
                      {' · '}
                      <a href={`/desk/kasus/${props.view.code}?gabung=${line.code}#aksi-merge`}>
                        Gabungkan ke laporan ini<span class="vh">: {line.code}</span>
                      </a>
                    </span>
                  ) : null}
                </small>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {earlier.lines.length > 0 ? (
        <>
          <h3>Dari pelapor yang sama</h3>
          <p>
            Pelapor yang sama juga mengirim{' '}
            {earlier.more ? `lebih dari ${earlier.lines.length}` : earlier.lines.length} laporan lain yang
            boleh Anda baca:
          </p>
          <ul>
            {earlier.lines.map((line) => (
              <li>
                <Line line={line} regency={props.regency} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function Line(props: { line: InboxLine; regency: Regency }) {
  const { code, title, row } = props.line;
  return (
    <>
      <a href={`/desk/kasus/${code}`}>{title ?? 'Laporan anonim, belum dilepas'}</a>{' '}
      <StateTag state={row.state} side="desk" />
      <br />
      <small>
        <span class="nw">{code}</span> · {formatDate(row.receivedAt, props.regency.about.timeZone)}
      </small>
    </>
  );
}
