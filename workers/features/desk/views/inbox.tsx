/** The inbox: one list by due date, other lists as links, and a way to a case by its code. */
import { kindNames } from '../../../../shared/lifecycle/states.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { Field, Notice, Pagination, StateTag, Table, Tag } from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import type { InboxLine, InboxPage as Lines } from '../inbox.ts';
import type { DeskList } from '../lists.ts';
import { areaName, besideState, dueWords, flagNames, flagsOf, holderName } from '../words.ts';

export interface InboxPageProps {
  regency: Regency;
  who: Who;
  lists: DeskList[];
  list: DeskList;
  page: Lines;
  /** Not the first page. */
  later: boolean;
  /** Epoch ms. */
  now: number;
  done?: string | undefined;
  wrongCode?: string | undefined;
}

export function InboxPage(props: InboxPageProps) {
  const { regency, lists, list, page } = props;
  return (
    <Page title={list.label} regency={regency} side="desk" who={props.who} path="/desk">
      {props.done ? (
        <Notice tone="good" live>
          <p>{props.done}</p>
        </Notice>
      ) : null}
      <h1>Kotak masuk</h1>
      <form method="get" action="/desk/cari" class="search">
        <Field
          label="Cari nomor laporan"
          name="kode"
          value={props.wrongCode}
          error={
            props.wrongCode === undefined
              ? undefined
              : 'Nomor laporan ini tidak ditemukan. Periksa kembali hurufnya.'
          }
          more={{ autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', maxlength: 40 }}
        />
        <button type="submit" class="second">
          Buka laporan
        </button>
      </form>
      <nav aria-label="Daftar">
        <ul class="tabs">
          {lists.map((other) => (
            <li>
              <a href={`/desk?daftar=${other.id}`} aria-current={other.id === list.id ? 'page' : undefined}>
                {other.label}
              </a>
            </li>
          ))}
          {props.who.roles.includes('admin') ? (
            <>
              <li>
                <a href="/desk/antrean">Antrean bermasalah</a>
              </li>
              <li>
                <a href="/desk/kiriman">Surat yang belum sampai</a>
              </li>
            </>
          ) : null}
        </ul>
      </nav>
      {page.lines.length === 0 ? (
        <p>{page.next ? 'Tidak ada pada halaman ini. Lanjutkan ke halaman berikutnya.' : list.empty}</p>
      ) : (
        <Table
          caption={list.label}
          hideCaption
          columns={['Laporan', 'Keadaan', 'Wilayah', 'Batas waktu', 'Dipegang', 'Tanda']}
          rows={page.lines.map((line) => cells(line, regency, props.now))}
        />
      )}
      <Pagination
        previous={props.later ? `/desk?daftar=${list.id}` : null}
        next={page.next ? `/desk?daftar=${list.id}&dari=${page.next}` : null}
      />
    </Page>
  );
}

function cells({ code, title, row }: InboxLine, regency: Regency, now: number) {
  const late = row.nextDueAt < now && row.closedAt === null;
  const running = row.importedAt === null ? dueWords(regency, row.nextDueAt, now) : 'tidak tersedia';
  const due = row.closedAt === null ? running : 'sudah ditutup';
  return [
    <>
      <a href={`/desk/kasus/${code}`}>{title ?? 'Laporan anonim, belum dilepas'}</a>
      <small>
        <span class="nw">{code}</span> · {kindNames[row.kind].id}
      </small>
    </>,
    <StateTag state={row.state} side="desk" />,
    areaName(regency, row.area) ?? '–',
    late ? <Tag tone="red">{due}</Tag> : due,
    holderName(regency, row.holder),
    besideState(flagsOf(row))
      .map((flag) => flagNames[flag])
      .join(', ') || '–',
  ];
}
