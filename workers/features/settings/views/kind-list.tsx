/** The list of a kind of setting. */
import { formatDate } from '../../../../shared/text.ts';
import { Field, Notice, Table, Tag } from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import { addressOf, isUnconfirmed, rowAddress } from '../kinds/kind.ts';
import type { Place } from '../place.ts';
import type { Named } from '../queries.ts';
import type { Asked } from '../shown-rows.ts';
import { BackToSettings } from './settings.tsx';
import { Standing } from './templates.tsx';

/** From so many rows on a list can be searched. */
const LONG = 15;

export interface KindListProps extends Place {
  who: Who;
  rows: Named<object>[];
  asked: Asked;
  done: string | undefined;
}

export function KindListPage(props: KindListProps) {
  const { kind, ctx, rows, asked } = props;
  const { regency } = ctx;
  const address = addressOf(kind);
  return (
    <Page title={kind.name} regency={regency} side="desk" who={props.who}>
      <BackToSettings />
      {props.done ? (
        <Notice tone="good" live>
          <p>{props.done}</p>
        </Notice>
      ) : null}
      <h1>{kind.name}</h1>
      <p>{kind.about}</p>
      {kind.tools ? (
        <nav aria-label="Berkaitan">
          <ul class="tabs">
            {kind.tools.map(({ label, href }) => (
              <li>
                <a href={href} aria-current={href === address ? 'page' : undefined}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      <Gaps {...props} />
      {kind.blank ? (
        <p>
          <a class="button" href={`${address}/baru`}>
            Tambah {kind.one}
          </a>
        </p>
      ) : null}
      <Filters {...props} />
      {rows.length === 0 ? (
        <p>{asked.search || asked.show ? 'Tidak ada yang cocok.' : `Belum ada ${kind.one}.`}</p>
      ) : (
        <Table
          caption={`${rows.length} ${kind.one}`}
          columns={[kind.one, ...kind.columns.map(({ title }) => title), 'Isi'].map(capital)}
          rows={rows.map((row) => [
            <>
              <a href={rowAddress(kind, row.id)}>{kind.label(row.data, regency)}</a>
              {isUnconfirmed(row.data) ? (
                <>
                  {' '}
                  <Tag tone="amber">perlu dipastikan</Tag>
                </>
              ) : null}
            </>,
            ...kind.columns.map((column) => column.of(row.data, regency) || '–'),
            row.endedAt === null ? (
              <Standing row={row} regency={regency} />
            ) : (
              `berakhir ${formatDate(row.endedAt, regency.about.timeZone)}`
            ),
          ])}
        />
      )}
    </Page>
  );
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

function Gaps({ kind, ctx }: KindListProps) {
  const gaps = kind.gaps?.(ctx.rows, ctx.regency, ctx.now) ?? [];
  if (gaps.length === 0) return null;
  return (
    <Notice tone="warn" title="Yang masih kurang">
      <ul>
        {gaps.map(({ text, href }) => (
          <li>{href ? <a href={href}>{text}</a> : text}</li>
        ))}
      </ul>
    </Notice>
  );
}

function Filters({ kind, ctx, asked }: KindListProps) {
  const address = addressOf(kind);
  const waiting = ctx.rows.filter(({ data }) => isUnconfirmed(data)).length;
  const ways = [
    { show: '', label: `Yang berlaku (${ctx.rows.length})` },
    ...(waiting > 0 ? [{ show: 'pastikan', label: `Perlu dipastikan (${waiting})` }] : []),
    ...(kind.ending ? [{ show: 'berakhir', label: 'Yang sudah berakhir' }] : []),
  ];
  return (
    <>
      {ctx.rows.length > LONG || asked.search ? (
        <form method="get" action={address}>
          {asked.show ? <input type="hidden" name="tampil" value={asked.show} /> : null}
          <Field name="cari" label={`Cari ${kind.one}`} value={asked.search} type="search" />
          <button type="submit" class="second">
            Cari
          </button>
        </form>
      ) : null}
      {ways.length > 1 ? (
        <nav class="pages" aria-label="Tampilkan">
          {ways.map(({ show, label }) =>
            show === asked.show ? (
              <strong aria-current="page">{label}</strong>
            ) : (
              <a href={show ? `${address}?tampil=${show}` : address}>{label}</a>
            ),
          )}
        </nav>
      ) : null}
    </>
  );
}
