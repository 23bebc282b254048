/** Both versions of each row side by side, field by field. */
import { formatDate } from '../../../../shared/text.ts';
import type { Conflict } from '../../../regency/conflicts.ts';
import { Notice, Table } from '../../../ui/components.tsx';
import { Page } from '../../../ui/layout.tsx';
import { kindOfRow } from '../kinds/index.ts';
import { rowAddress } from '../kinds/kind.ts';
import { differences } from '../kinds/values.ts';
import { BackToSettings, type PageBase } from './settings.tsx';

interface ConflictsProps extends PageBase {
  conflicts: Conflict[];
  /** Names by "staff:12". */
  names: Map<string, string>;
  done: string | undefined;
  trouble: string | undefined;
}

export function ConflictsPage(props: ConflictsProps) {
  return (
    <Page title="Benturan dengan paket data" regency={props.regency} side="desk" who={props.who}>
      <BackToSettings />
      {props.done ? (
        <Notice tone="good" live>
          <p>{props.done}</p>
        </Notice>
      ) : null}
      {props.trouble ? (
        <Notice tone="bad" title="Belum dipilih" live>
          <p>{props.trouble}</p>
        </Notice>
      ) : null}
      <h1>Benturan dengan paket data</h1>
      <p>
        Yang pernah diubah di sini tidak ditimpa ketika paket data diperbarui. Bila keduanya berubah, pilih
        mana yang berlaku.
      </p>
      {props.conflicts.length === 0 ? <p>Tidak ada benturan.</p> : null}
      {props.conflicts.map((conflict, index) => (
        <OneConflict {...props} conflict={conflict} id={`benturan-${index + 1}`} />
      ))}
    </Page>
  );
}

function OneConflict({ regency, names, conflict, id }: ConflictsProps & { conflict: Conflict; id: string }) {
  const { row, pack } = conflict;
  const kind = kindOfRow(conflict.kind, row.id);
  const title = kind ? `${kind.name}: ${kind.label(row.data, regency)}` : `${conflict.kind}: ${row.id}`;
  const by = names.get(row.updatedBy ?? '');
  const date = formatDate(row.updatedAt, regency.about.timeZone);
  const rows = kind && pack ? differences(kind, row.data, pack, regency) : plain(row.data, pack);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class="hint">
        Diubah di sini {date}
        {by ? ` oleh ${by}` : ''}. {kind ? <a href={`${rowAddress(kind, row.id)}/riwayat`}>Riwayat</a> : null}
      </p>
      {pack === null ? (
        <p>Paket data tidak memuatnya lagi. Memakai versi paket berarti mengakhirinya.</p>
      ) : (
        <Table
          caption="Yang berbeda"
          columns={['Isian', 'Versi kami', 'Versi paket']}
          rows={rows.map(({ label, from, to }) => [label, from, to])}
        />
      )}
      <form method="post" action="/desk/pengaturan/benturan">
        <input type="hidden" name="kind" value={conflict.kind} />
        <input type="hidden" name="id" value={row.id} />
        <input type="hidden" name="seen" value={row.dataHash} />
        <input type="hidden" name="seenPack" value={conflict.packDigest} />
        <p class="actions">
          <button type="submit" name="choose" value="ours">
            Tetap versi kami
          </button>
          <button type="submit" name="choose" value="pack" class="second">
            Pakai versi paket
          </button>
        </p>
      </form>
    </section>
  );
}

/** Of a kind without pages: its keys as they are. */
function plain(ours: Record<string, unknown>, pack: Record<string, unknown> | null) {
  const keys = [...new Set([...Object.keys(ours), ...Object.keys(pack ?? {})])];
  const text = (value: unknown) => (value === undefined ? '–' : JSON.stringify(value));
  return keys
    .map((label) => ({ label, from: text(ours[label]), to: text(pack?.[label]) }))
    .filter(({ from, to }) => from !== to);
}
