/** Which list is shown, and the others with their counts: one line on a phone, a column beside the list on a desk. */
import { Details } from '../../../ui/components.tsx';
import type { Who } from '../../../ui/layout.tsx';
import { queryOf } from '../address.ts';
import type { ListCount } from '../inbox.ts';
import { type DeskList, listParts } from '../lists.ts';
import type { SavedView } from '../saved.ts';

interface Props {
  who: Who;
  lists: DeskList[];
  counts: ListCount[];
  views: SavedView[];
  /** Shown now. */
  list: DeskList;
  /** Address query of the list with its filters, to tell a saved view. */
  query: string;
}

/** "12", "99+"; a figure that stopped at fewer than it looked at says so too. */
export function countWords({ count, exact }: Pick<ListCount, 'count' | 'exact'>): string {
  return exact ? String(count) : `${count}+`;
}

export function ListChoice(props: Props) {
  const { lists, list, views } = props;
  const counts = new Map(props.counts.map((count) => [count.id, count]));
  const saved = views.find(({ query }) => query === props.query);
  const own = counts.get(list.id);
  return (
    <div class="lists no-print">
      <Details
        summary={
          <>
            Daftar: <strong>{saved?.name ?? list.label}</strong>
            {own && !saved ? ` (${countWords(own)})` : ''}
          </>
        }
      >
        <nav aria-label="Daftar">
          {(Object.keys(listParts) as (keyof typeof listParts)[]).map((part) => (
            <Part
              title={listParts[part]}
              links={lists
                .filter((other) => other.part === part)
                .map((other) => ({
                  to: `/desk?${queryOf({ list: other.id, filters: {} })}`,
                  label: other.label,
                  count: counts.get(other.id),
                  current: !saved && other.id === list.id,
                }))}
            />
          ))}
          <Part
            title="Tampilan tersimpan"
            links={[
              ...views.map((view) => ({
                to: `/desk?${view.query}`,
                label: view.name,
                current: view === saved,
              })),
              ...(views.length > 0 ? [{ to: '/desk/tampilan', label: 'Kelola tampilan' }] : []),
            ]}
          />
          <Part title="Tindakan massal" links={[{ to: '/desk/massal', label: 'Tindakan massal saya' }]} />
          {props.who.roles.includes('admin') ? (
            <Part
              title="Pengiriman dan impor"
              links={[
                { to: '/desk/antrean', label: 'Antrean bermasalah' },
                { to: '/desk/kiriman', label: 'Surat yang belum sampai' },
                { to: '/desk/sp4n/impor', label: 'Impor dari SP4N-LAPOR!' },
              ]}
            />
          ) : null}
        </nav>
      </Details>
    </div>
  );
}

interface ListLink {
  to: string;
  label: string;
  count?: ListCount | undefined;
  current?: boolean;
}

function Part(props: { title: string; links: ListLink[] }) {
  if (props.links.length === 0) return null;
  return (
    <>
      <p class="hint">{props.title}</p>
      <ul>
        {props.links.map(({ to, label, count, current }) => (
          <li>
            <a href={to} aria-current={current ? 'page' : undefined}>
              {label} {count ? <span class="count">{countWords(count)}</span> : null}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What a morning starts with; stands above the list. */
const first: Record<string, string> = {
  terlambat: 'Terlambat',
  'hari-ini': 'Hari ini',
  'belum-diverifikasi': 'Baru',
  'terlambat-opd': 'OPD terlambat',
};

export function FirstCounts(props: Pick<Props, 'counts'>) {
  const shown = props.counts.filter(({ id }) => Object.hasOwn(first, id));
  return (
    <ul class="tabs no-print">
      {shown.map((count) => (
        <li>
          <a href={`/desk?daftar=${count.id}`}>
            {first[count.id]} <strong class="count">{countWords(count)}</strong>
          </a>
        </li>
      ))}
    </ul>
  );
}
