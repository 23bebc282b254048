/** The history of a row: who changed what, from what to what, and a way back from each change. */
import { formatDateTime, isoOffset } from '../../../../shared/text.ts';
import { newKey } from '../../../platform/ids.ts';
import type { Change } from '../../../regency/changes.ts';
import type { EditedRow } from '../../../regency/rows.ts';
import { ConfirmForm, Summary, Timeline } from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import { editAddress, rowAddress } from '../kinds/kind.ts';
import { differences } from '../kinds/values.ts';
import type { Place } from '../place.ts';

const words: Record<Change['change'], string> = {
  added: 'Ditambahkan',
  edited: 'Diubah',
  ended: 'Diakhiri',
  revived: 'Diberlakukan lagi',
  confirmed: 'Dipastikan',
  undone: 'Perubahan dibatalkan',
  pack_taken: 'Mengikuti paket data',
  pack_refused: 'Versi baru paket data tidak dipakai',
};

export interface HistoryPageProps extends Place {
  who: Who;
  row: EditedRow<object>;
  /** The newest first. */
  changes: Change[];
  /** Names by "staff:12". */
  names: Map<string, string>;
}

export function HistoryPage(props: HistoryPageProps) {
  const { kind, row, ctx, changes } = props;
  const { regency } = ctx;
  const zone = regency.about.timeZone;
  const name = kind.label(row.data, regency);
  const back = editAddress(kind, row.id);
  return (
    <Page title={`Riwayat ${name}`} regency={regency} side="desk" who={props.who}>
      <p>
        <a href={back}>← {name}</a>
      </p>
      <h1>Riwayat {name}</h1>
      {changes.length === 0 ? (
        <p>Belum pernah diubah{row.own ? '' : '; isinya dari paket data'}.</p>
      ) : (
        <>
          <h2 class="vh">Perubahan, yang terbaru lebih dahulu</h2>
          <Timeline
            items={changes.map((change) => ({
              title: words[change.change],
              time: formatDateTime(change.at, zone),
              datetime: isoOffset(change.at, zone),
              by: props.names.get(change.by) ?? makers[change.by] ?? change.by,
              children: <OneChange {...props} change={change} />,
            }))}
          />
        </>
      )}
    </Page>
  );
}

const makers: Record<string, string> = { pack: 'paket data', command: 'perintah di mesin' };

const parsed = (text: string | null) => (text === null ? null : (JSON.parse(text) as object));

function OneChange({ kind, row, ctx: { regency }, changes, change }: HistoryPageProps & { change: Change }) {
  const [before, after] = [parsed(change.before), parsed(change.after)];
  const rows = before && after ? differences(kind, before, after, regency) : [];
  const now = row.endedAt === null ? row.data : null;
  const newest = changes[0]?.id === change.id;
  const undone = before && now ? differences(kind, now, before, regency) : [];
  const same = change.change !== 'pack_refused' && (before && now ? undone.length === 0 : before === now);
  return (
    <>
      {rows.length > 0 ? (
        <Summary rows={rows.map(({ label, from, to }) => ({ term: label, value: `${from} → ${to}` }))} />
      ) : null}
      {same ? null : (
        <ConfirmForm
          action={`${rowAddress(kind, row.id)}/riwayat/${change.id}`}
          formKey={newKey()}
          summary={newest ? 'Batalkan perubahan ini' : 'Kembali ke sebelum perubahan ini'}
          submit="Ya, kembalikan"
        >
          <input type="hidden" name="seen" value={row.dataHash} />
          {change.change === 'pack_refused' ? (
            <p>Pilihan antara versi kami dan versi paket dibuka lagi.</p>
          ) : before === null ? (
            <p>Tidak berlaku lagi, seperti sebelum perubahan ini.</p>
          ) : (
            <>
              <p>
                {newest ? 'Isi sebelumnya berlaku lagi.' : 'Perubahan sesudahnya juga tidak berlaku lagi.'}
              </p>
              <Summary
                rows={undone.map(({ label, from, to }) => ({ term: label, value: `${from} → ${to}` }))}
              />
            </>
          )}
        </ConfirmForm>
      )}
    </>
  );
}
