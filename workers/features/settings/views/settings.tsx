/** The one entry to all settings: what there is in groups, and what is still to be done. */
import { formatNumber } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { Notice, Tag } from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import { addressOf, type Group, groups } from '../kinds/kind.ts';
import type { Overview } from '../setup.ts';

export interface PageBase {
  regency: Regency;
  who: Who;
}

interface Entry {
  path: string;
  name: string;
  about: string;
  /** Rows in force; absent where that means nothing. */
  rows?: number;
  unconfirmed?: number;
}

/** Pages that are no kind of setting but belong beside them. */
const others: Partial<Record<Group, Entry[]>> = {
  people: [{ path: '/desk/pengguna', name: 'Pengguna', about: 'Akun, peran, dan instansinya.' }],
  system: [
    {
      path: '/desk/catatan-akses',
      name: 'Catatan akses',
      about: 'Siapa membuka identitas, mengunduh, atau mencetak, dan alasannya.',
    },
    {
      path: '/desk/status',
      name: 'Keadaan sistem',
      about: 'Apakah Kanal berjalan baik, dan apa yang perlu dilakukan.',
    },
  ],
};

function entriesOf(group: Group, overview: Overview): Entry[] {
  const ofKinds = overview.kinds
    .filter(({ kind }) => kind.group === group)
    .map(({ kind, rows, unconfirmed }) => ({
      ...{ path: kind.ownPages ?? addressOf(kind), name: kind.name, about: kind.about, unconfirmed },
      ...(kind.single || kind.only ? {} : { rows }),
    }));
  return [...ofKinds, ...(others[group] ?? [])];
}

export function SettingsPage(props: PageBase & { overview: Overview }) {
  const { overview } = props;
  return (
    <Page title="Pengaturan" regency={props.regency} side="desk" who={props.who} path="/desk/pengaturan">
      <h1>Pengaturan</h1>
      <p>Perubahan langsung berlaku, tercatat atas nama Anda, dan dapat dibatalkan dari riwayatnya.</p>
      {overview.conflicts > 0 ? (
        <Notice tone="warn" title="Paket data dan perubahan di sini berbenturan">
          <p>
            <a href="/desk/pengaturan/benturan">{overview.conflicts} pengaturan menunggu pilihan Anda</a>
          </p>
        </Notice>
      ) : null}
      <Todo todo={overview.todo} />
      {(Object.keys(groups) as Group[]).map((group) => {
        const entries = entriesOf(group, overview);
        if (entries.length === 0) return null;
        return (
          <>
            <h2>{groups[group]}</h2>
            <ul>
              {entries.map((entry) => (
                <li>
                  <a href={entry.path}>{entry.name}</a>
                  {entry.rows === undefined ? '' : ` (${formatNumber(entry.rows)})`}: {entry.about}{' '}
                  {entry.unconfirmed ? (
                    <Tag tone="amber">{formatNumber(entry.unconfirmed)} perlu dipastikan</Tag>
                  ) : null}
                </li>
              ))}
            </ul>
          </>
        );
      })}
    </Page>
  );
}

function Todo({ todo }: Pick<Overview, 'todo'>) {
  if (todo.length === 0)
    return (
      <Notice tone="good">
        <p>Tidak ada yang masih kurang.</p>
      </Notice>
    );
  return (
    <Notice tone="info" title={`Yang masih perlu dikerjakan (${todo.length})`}>
      <ul>
        {todo.map(({ text, href }) => (
          <li>{href ? <a href={href}>{text}</a> : text}</li>
        ))}
      </ul>
    </Notice>
  );
}

export function BackToSettings() {
  return (
    <p>
      <a href="/desk/pengaturan">← Pengaturan</a>
    </p>
  );
}
