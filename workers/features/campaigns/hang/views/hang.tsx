/** What the people of a kecamatan see: how far they are, the next place, and all others. No account, no menu of the desk. */
import { hangs } from '../../../../../shared/campaign.ts';
import { lifeNames, materialNames } from '../../../../../shared/i18n/campaign-messages.ts';
import { formatDate } from '../../../../../shared/text.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { ErrorSummary, type Errors, Notice, Tag } from '../../../../ui/components.tsx';
import { Page } from '../../../../ui/layout.tsx';
import type { PlacementRow } from '../../queries.ts';
import { nameOf } from '../../register/shown.ts';
import { LifeTag } from '../../register/views/life-tag.tsx';
import type { HangLink } from '../links.ts';
import { findingsOf } from '../pieces.ts';
import { FindingForm, findingLabels, type TypedFinding } from './finding.tsx';

export interface HangPageProps {
  regency: Regency;
  link: HangLink;
  /** Address of this page, token included. */
  address: string;
  program: string | null;
  todo: readonly PlacementRow[];
  done: readonly PlacementRow[];
  /** The place whose form is open; null = nothing is left. */
  chosen: PlacementRow | null;
  typed: TypedFinding;
  errors: Errors;
  /** The one that was just taken. */
  taken: PlacementRow | null;
  /** Epoch ms. */
  now: number;
}

/** Of a village without its kecamatan, which stands above. */
const shortName = (row: PlacementRow, regency: Regency, district: string): string =>
  nameOf(row, regency).replace(`, Kecamatan ${district}`, '');

/** "Spanduk, 3 × 1 m": what to bring. */
export const aboutOf = ({ material, size }: PlacementRow): string =>
  [materialNames[material], size].filter(Boolean).join(', ');

export function HangPage(props: HangPageProps) {
  const { regency, link, todo, done, chosen, taken, address } = props;
  const district = regency.areas.get(link.district)?.name ?? link.district;
  const total = todo.length + done.length;
  const hung = [...todo, ...done].filter((row) => hangs(row, props.now)).length;
  return (
    <Page title={`Pemasangan di Kecamatan ${district}`} regency={regency} scripts={['hang.js']}>
      <h1>Pemasangan di Kecamatan {district}</h1>
      {props.program ? <p class="hint">{props.program}</p> : null}
      <p class="lead">
        <strong id="hitung" data-hung={hung} data-total={total}>
          {hung} dari {total} terpasang
        </strong>
      </p>
      <div id="kiriman" aria-live="polite">
        {taken ? (
          <Notice tone="good" live>
            <p>
              Sudah diterima: {shortName(taken, regency, district)}, {lifeNames[taken.life].toLowerCase()}.
            </p>
          </Notice>
        ) : null}
      </div>
      <ErrorSummary errors={props.errors} labels={findingLabels} />
      {chosen ? (
        <section id="tempat" aria-labelledby="berikutnya">
          <h2 id="berikutnya" tabindex={-1}>
            Berikutnya: <span id="nama">{shortName(chosen, regency, district)}</span>
          </h2>
          <p>
            <span id="bahan">{aboutOf(chosen)}</span>, kode{' '}
            <strong class="mono" id="kode">
              {chosen.code}
            </strong>
            . Cocokkan dengan huruf di bawah kode QR.
          </p>
          <FindingForm
            action={`${address}/${chosen.code}`}
            may={findingsOf(chosen)}
            typed={props.typed}
            errors={props.errors}
          />
        </section>
      ) : null}
      <div id="selesai" hidden={chosen !== null}>
        <Notice tone={total === 0 ? 'info' : 'good'}>
          <p>
            {total === 0
              ? 'Belum ada bahan yang direncanakan di kecamatan ini. Tanyakan kepada yang mengirim tautan ini.'
              : 'Semua tempat di daftar ini sudah dikerjakan. Terima kasih.'}
          </p>
        </Notice>
      </div>
      {total > 0 ? (
        <>
          <h2>Semua tempat</h2>
          <ul class="lines" id="daftar" data-at={props.now}>
            {todo.map((row) => (
              <Line page={{ ...props, district }} row={row} work />
            ))}
            {done.map((row) => (
              <Line page={{ ...props, district }} row={row} work={false} />
            ))}
          </ul>
        </>
      ) : null}
      <p class="hint">
        Tautan ini berlaku sampai {formatDate(link.expiresAt, regency.about.timeZone)}, hanya untuk petugas
        yang memasang. Pada HP, foto yang belum terkirim tersimpan di HP ini.
      </p>
    </Page>
  );
}

/** @param props.work something is to be done there */
function Line(props: { page: HangPageProps & { district: string }; row: PlacementRow; work: boolean }) {
  const { page, row, work } = props;
  const { regency, chosen } = page;
  return (
    <li
      data-code={row.code}
      data-about={aboutOf(row)}
      data-may={findingsOf(row).join(' ')}
      data-todo={work ? '1' : undefined}
      data-hung={hangs(row, page.now) ? '1' : undefined}
    >
      <a href={`?tempat=${row.code}`} aria-current={row.code === chosen?.code ? 'true' : undefined}>
        {shortName(row, regency, page.district)}
      </a>{' '}
      <span class="hint">
        {aboutOf(row)}, {row.code}
      </span>{' '}
      {work && hangs(row, page.now) ? (
        <Tag tone="amber">Perlu dicek</Tag>
      ) : (
        <LifeTag state={row} now={page.now} />
      )}
    </li>
  );
}
