/** Asks for a pack, and shows those that were made. */
import { formatDateTime, formatNumber } from '../../../../../shared/text.ts';
import { newKey } from '../../../../platform/ids.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { HiddenKey } from '../../../../ui/components.tsx';
import type { PackRow } from '../queries.ts';

const states: Record<PackRow['status'], (pack: PackRow) => string> = {
  running: ({ done, total }) => `sedang dibuat, ${formatNumber(done)} dari ${formatNumber(total)} berkas`,
  stopped: () => 'dihentikan',
  failed: () => 'gagal',
  done: ({ total }) => `${formatNumber(total)} berkas`,
};

/** @param props.packs newest first, as `packsOf` reads them */
export function AskForPack(props: {
  kind: PackRow['kind'];
  subject: string;
  label: string;
  packs: readonly PackRow[];
  regency: Regency;
}) {
  return (
    <>
      <form method="post" action="/desk/evaluasi/paket" class="actions no-print">
        <HiddenKey value={newKey()} />
        <input type="hidden" name="kind" value={props.kind} />
        <input type="hidden" name="subject" value={props.subject} />
        <button type="submit">{props.label}</button>
      </form>
      {props.packs.length > 0 ? <PacksMade {...props} /> : null}
    </>
  );
}

/** @param props.packs newest first, as `packsOf` reads them */
export function PacksMade({ packs, regency }: { packs: readonly PackRow[]; regency: Regency }) {
  return (
    <ul class="no-print">
      {packs.map((pack) => (
        <li>
          <a href={`/desk/evaluasi/paket/${pack.id}`}>
            {formatDateTime(pack.createdAt, regency.about.timeZone)}
          </a>
          : {states[pack.status](pack)}
        </li>
      ))}
    </ul>
  );
}
