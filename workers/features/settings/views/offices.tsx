/** Offices and their official numbers: the list, and one of them. */
import type { ApprovalMode } from '../../../../shared/approval.ts';
import type { OfficeKind, PackOffice } from '../../../../shared/regencies/types.ts';
import {
  ErrorSummary,
  type Errors,
  Field,
  Notice,
  Radios,
  Summary,
  Table,
  Tag,
} from '../../../ui/components.tsx';
import { Page } from '../../../ui/layout.tsx';
import type { Named } from '../queries.ts';
import { BackToSettings, type PageBase } from './settings.tsx';
import { Standing } from './templates.tsx';

const kinds: Record<OfficeKind, string> = {
  opd: 'OPD',
  kecamatan: 'Kecamatan',
  bumd: 'BUMD',
  luar: 'Instansi luar',
};

const approvals: Record<ApprovalMode, { label: string; hint: string }> = {
  none: { label: 'Tanpa persetujuan', hint: 'Jawaban akhir langsung sampai ke pelapor.' },
  colleague: {
    label: 'Disetujui rekan seinstansi',
    hint: 'Orang lain dari instansi ini membacanya dahulu. Bila tidak ada, jawaban tetap terkirim dan tercatat tanpa persetujuan.',
  },
  head: {
    label: 'Disetujui kepala instansi',
    hint: 'Bila kepala tidak punya akun aktif atau sedang digantikan, rekan seinstansi yang menyetujui.',
  },
};

export interface TypedOffice {
  phone: string;
  approval: string;
}

export function OfficesPage(props: PageBase & { rows: Named<PackOffice>[]; done: boolean }) {
  return (
    <Page title="Instansi" regency={props.regency} side="desk" who={props.who}>
      <BackToSettings />
      <h1>Instansi</h1>
      {props.done ? (
        <Notice tone="good" live>
          <p>Tersimpan dan langsung berlaku.</p>
        </Notice>
      ) : null}
      <p>
        Nomor WhatsApp resmi dipakai petugas untuk mengingatkan instansi tentang laporan yang menunggu. Setiap
        instansi dapat meminta jawaban akhirnya disetujui dahulu.
      </p>
      <Table
        caption={`${props.rows.length} instansi`}
        columns={['Nama', 'Jenis', 'Nomor WhatsApp', 'Persetujuan jawaban']}
        rows={props.rows.map(({ data }) => [
          <>
            <a href={addressOf(data)}>{data.name}</a> <Unconfirmed office={data} />
          </>,
          kinds[data.kind],
          data.phone ?? '–',
          data.approval ? approvals[data.approval].label : '–',
        ])}
      />
    </Page>
  );
}

function Unconfirmed(props: { office: PackOffice }) {
  return props.office.confirmed ? null : <Tag tone="amber">perlu dikonfirmasi</Tag>;
}

const addressOf = (office: PackOffice) => `/desk/instansi/${encodeURIComponent(office.code)}`;

export function OfficePage(props: PageBase & { row: Named<PackOffice>; typed: TypedOffice; errors: Errors }) {
  const { row, regency } = props;
  const { data } = row;
  return (
    <Page title={data.name} regency={regency} side="desk" who={props.who}>
      <p>
        <a href="/desk/instansi">← Instansi</a>
      </p>
      <h1>{data.name}</h1>
      <Summary
        rows={[
          { term: 'Singkatan', value: data.short },
          { term: 'Jenis', value: kinds[data.kind] },
          {
            term: 'Nama resmi',
            value: data.confirmed ? 'sudah dikonfirmasi' : <Unconfirmed office={data} />,
          },
          { term: 'Data', value: <Standing row={row} regency={regency} /> },
        ]}
      />
      <ErrorSummary errors={props.errors} />
      <form method="post" action={addressOf(data)}>
        <Field
          name="phone"
          label="Nomor WhatsApp resmi (boleh kosong)"
          hint="Nomor kantor yang boleh diketahui umum, bukan nomor pribadi. Contoh: 0812-3456-7890."
          type="tel"
          value={props.typed.phone}
          error={props.errors.phone}
          more={{ maxlength: 20, autocomplete: 'off' }}
        />
        {data.kind === 'luar' ? null : (
          <Radios
            name="approval"
            legend="Persetujuan jawaban akhir"
            value={props.typed.approval}
            error={props.errors.approval}
            options={(Object.keys(approvals) as ApprovalMode[]).map((value) => ({
              value,
              ...approvals[value],
            }))}
          />
        )}
        <button type="submit">Simpan</button>
      </form>
    </Page>
  );
}
