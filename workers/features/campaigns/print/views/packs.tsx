/** Packs: choosing a new one, and those that were made. */
import { printFormats } from '../../../../../shared/campaign.ts';
import { materialNames } from '../../../../../shared/i18n/campaign-messages.ts';
import { formatDateTime, formatNumber } from '../../../../../shared/text.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { Details, Field, namedOptions, Radios, Select, Table, Tag } from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { CampaignNav } from '../../nav.tsx';
import { OFFICES, type Scope, sheetsOf } from '../choice.ts';
import { districtName, formatNames, packStates, scopeWords } from '../names.ts';
import type { PackRow } from '../queries.ts';

export interface Programs {
  programs: { id: number; name: string }[];
}

interface Props extends Programs {
  regency: Regency;
  who: Who;
  packs: PackRow[];
  runs: boolean;
  /** What is chosen already, e.g. from the register. */
  scope: Scope;
  /** A pack was deleted. */
  deleted: boolean;
}

export function PacksPage(props: Props) {
  const { regency, who, packs, programs } = props;
  return (
    <Page title="Cetak" regency={regency} side="desk" who={who} path="/desk/kampanye">
      <CampaignNav here="/desk/kampanye/cetak" />
      <h1>Cetak</h1>
      {props.deleted ? <p role="status">Paket dihapus bersama berkasnya.</p> : null}
      {props.runs ? <Choice {...props} /> : null}
      <h2>Paket yang pernah dibuat</h2>
      {packs.length === 0 ? (
        <p>Belum ada paket. Pilih format dan tempat di atas, lalu lihat contohnya.</p>
      ) : (
        <Table
          caption="Paket cetak, yang terbaru di atas"
          hideCaption
          columns={['Paket', 'Isi', 'Lembar', 'Keadaan', 'Dibuat']}
          rows={packs.map((pack) => [
            <a href={`/desk/kampanye/cetak/${pack.id}`}>{formatNames[pack.format].name}</a>,
            scopeWords(JSON.parse(pack.scope) as Scope, regency, programs),
            formatNumber(pack.total * sheetsOf(pack.format)),
            <Tag tone={packStates[pack.status].tone}>{packStates[pack.status].name}</Tag>,
            formatDateTime(pack.createdAt, regency.about.timeZone),
          ])}
        />
      )}
    </Page>
  );
}

function Choice({ regency, programs, scope }: Props) {
  const districts = [...regency.areas.values()].filter(({ level }) => level === 'kecamatan');
  const printed = Object.entries(materialNames).filter(([material]) => material !== 'link');
  return (
    <form method="get" action="/desk/kampanye/cetak/baru">
      <h2>Paket baru</h2>
      <Radios
        name="format"
        legend="Format"
        value={printFormats[0]}
        required
        options={printFormats.map((value) => ({
          value,
          label: formatNames[value].name,
          hint: formatNames[value].hint,
        }))}
      />
      <Select
        name="wilayah"
        label="Tempat"
        empty="Semua"
        value={scope.district ?? ''}
        options={[
          { value: OFFICES, label: districtName(regency, null) },
          ...districts.map(({ code }) => ({ value: code, label: districtName(regency, code) })),
        ]}
      />
      <Radios
        name="keadaan"
        legend="Bahan"
        value={scope.lives === 'all' ? 'semua' : 'rencana'}
        options={[
          { value: 'rencana', label: 'Yang direncanakan dan belum tercetak' },
          {
            value: 'semua',
            label: 'Semua yang punya kode, juga yang belum direncanakan atau sudah dipasang',
          },
        ]}
      />
      <Details
        summary="Persempit lagi"
        open={scope.codes.length > 0 || scope.campaign !== null || scope.material !== null}
      >
        <Select
          name="bahan"
          label="Jenis bahan"
          empty="Semua"
          value={scope.material ?? ''}
          options={printed.map(([value, label]) => ({ value, label }))}
        />
        {programs.length > 0 ? (
          <Select
            name="program"
            label="Program"
            empty="Semua"
            value={String(scope.campaign ?? '')}
            options={namedOptions(programs)}
          />
        ) : null}
        <Field
          name="kode"
          label="Hanya kode ini"
          hint="Beberapa kode dipisah spasi, misalnya 7K3MQ9 B4D2XW. Juga untuk brosur yang punya kode sendiri."
          value={scope.codes.join(' ')}
          more={{ autocomplete: 'off', autocapitalize: 'characters' }}
        />
      </Details>
      <button type="submit">Lihat dahulu</button>
    </form>
  );
}
