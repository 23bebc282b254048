/** What of a boundary file fits the settings, before it is saved. */
import { formatDate, formatNumber, joinList } from '../../../../../shared/text.ts';
import { anyArea } from '../../../../regency/named.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { Notice, Select, Summary } from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { CampaignNav } from '../../nav.tsx';
import type { Drawing } from '../boundary/draw.ts';
import { type BoundaryLevel, type BoundarySource, boundaryLevels, levelOf } from '../boundary/sources.ts';
import type { Preview } from '../boundary/take.ts';
import { levelNames } from '../boundary/words.ts';
import { BoundaryMap } from './map.tsx';

const PATH = '/desk/kampanye/cakupan/peta';

export function BoundaryPreviewPage(props: {
  regency: Regency;
  who: Who;
  preview: Preview;
  drawing: Drawing;
  sources: Partial<Record<BoundaryLevel, BoundarySource>>;
}) {
  const { regency, preview, sources } = props;
  const levels = boundaryLevels.filter((level) => preview.missing[level]);
  return (
    <Page title="Periksa batas wilayah" regency={regency} side="desk" who={props.who} path="/desk/kampanye">
      <CampaignNav here="/desk/kampanye/cakupan" />
      <h1>Periksa batas wilayah</h1>
      <Summary
        rows={[
          ...levels.map((level) => fitRow(level, preview, regency)),
          unknownRow(preview),
          { term: 'Sumber', value: preview.draft.source },
        ]}
      />
      {preview.columns.length > 1 ? (
        <form method="get" action={`${PATH}/periksa`} class="search">
          <Select
            name="kolom"
            label="Kolom dengan kode wilayah"
            options={preview.columns.map(({ name, areas }) => ({
              value: name,
              label: `${name} (${formatNumber(areas)} wilayah cocok)`,
            }))}
            value={preview.column}
          />
          <button type="submit" class="second">
            Pakai kolom ini
          </button>
        </form>
      ) : null}
      <BoundaryMap drawing={props.drawing} label="Batas wilayah dari berkas ini" look={() => null} />
      {levels.flatMap((level) => {
        const old = sources[level];
        return old ? [<Replaces level={level} old={old} regency={regency} />] : [];
      })}
      <form method="post" action={`${PATH}/simpan`}>
        <input type="hidden" name="berkas" value={preview.draft.id} />
        <input type="hidden" name="kolom" value={preview.column} />
        <p class="actions">
          <button type="submit">Simpan {formatNumber(preview.shapes.length)} batas</button>
          <button type="submit" class="second" formaction={`${PATH}/batal`}>
            Batalkan berkas ini
          </button>
        </p>
      </form>
    </Page>
  );
}

function Replaces(props: { level: BoundaryLevel; old: BoundarySource; regency: Regency }) {
  const { level, old, regency } = props;
  return (
    <Notice tone="warn">
      <p>
        Menggantikan {formatNumber(old.areas)} batas {levelNames[level]} yang dimuat{' '}
        {formatDate(old.loadedAt, regency.about.timeZone)} ({old.source}).
      </p>
    </Notice>
  );
}

function fitRow(level: BoundaryLevel, { shapes, missing }: Preview, regency: Regency) {
  const lacking = missing[level] ?? [];
  const fit = shapes.filter(({ area }) => levelOf(area) === level).length;
  const named = lacking.map((code) => {
    const area = anyArea(regency, code);
    const district = level === 'desa' ? anyArea(regency, area?.parent)?.name : undefined;
    return district ? `${area?.name} (Kecamatan ${district})` : (area?.name ?? code);
  });
  return {
    term: `Batas ${levelNames[level]}`,
    value: (
      <>
        {formatNumber(fit)} dari {formatNumber(fit + lacking.length)} cocok.
        {named.length > 0 ? ` Tidak ada di berkas: ${joinList(named)}.` : ''}
      </>
    ),
  };
}

function unknownRow({ unknown, unknownCount }: Preview) {
  const more = unknownCount - unknown.length;
  const names = more > 0 ? [...unknown, `${formatNumber(more)} lainnya`] : unknown;
  return {
    term: 'Tidak dikenal',
    value:
      unknownCount === 0
        ? 'Semua wilayah di berkas ini dikenal.'
        : `${formatNumber(unknownCount)} wilayah di berkas tidak ada di pengaturan dan tidak dipakai: ${joinList(names)}.`,
  };
}
