/** The catalog for people. */
import { LICENCE } from '../../../../shared/openness/files.ts';
import { formatDay } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { Details, Notice, Summary, Table } from '../../../ui/components.tsx';
import { Page } from '../../../ui/layout.tsx';
import type { Catalog } from '../catalog.ts';

type Release = Catalog['terbitan'][number];

export function DataPage({ regency, catalog }: { regency: Regency; catalog: Catalog }) {
  const { terbitan } = catalog;
  return (
    <Page title="Data terbuka" regency={regency} path="/keterbukaan" wide>
      <h1>Data terbuka</h1>
      <p>
        Angka laporan warga tiap triwulan sebagai berkas, untuk dipakai siapa saja. Ringkasannya ada di{' '}
        <a href="/keterbukaan">halaman keterbukaan</a>. Isi laporan dan data pribadi tidak pernah diterbitkan.
      </p>
      <Summary
        rows={[
          { term: 'Lisensi', value: <a href={LICENCE.url}>{LICENCE.name}</a> },
          { term: 'Jadwal', value: catalog.jadwal },
          {
            term: 'Untuk program',
            value: (
              <>
                <a href="/data/catalog.json">catalog.json</a>, atau lewat <a href="/api">API</a>
              </>
            ),
          },
          {
            term: 'Membuka di Excel',
            value: 'Data → Dari Teks/CSV, lalu pilih asal berkas UTF-8 dan pembatas koma.',
          },
          {
            term: 'Angka kecil',
            value:
              'Tidak ada angka, dan tidak ada selisih antar-angka, yang menunjuk satu sampai empat laporan.',
          },
        ]}
      />
      {terbitan.length === 0 ? (
        <Notice>
          <p>Belum ada yang terbit. Triwulan pertama terbit sesudah triwulannya berakhir dan diperiksa.</p>
        </Notice>
      ) : null}
      {terbitan.map((release, at) => (
        <Quarter release={release} open={at === 0} />
      ))}
    </Page>
  );
}

function Quarter({ release, open }: { release: Release; open: boolean }) {
  const { periode, terbit, tabel } = release;
  return (
    <section id={periode.id} aria-label={periode.name}>
      <h2>{periode.name}</h2>
      <p>
        Terbit {formatDay(terbit)}. {release.data_contoh ? 'DATA CONTOH: semua laporannya rekaan. ' : ''}
        Produsen data: {release.produsen_data}, {release.penanggung_jawab}
        {release.kontak ? ` (${release.kontak})` : ''}. Wilayah: {release.wilayah.nama}, kode Kemendagri{' '}
        {release.wilayah.kode_kemendagri}
        {release.wilayah.kode_bps ? `, kode BPS ${release.wilayah.kode_bps}` : ''}.
      </p>
      <Details summary={`${tabel.length} tabel`} open={open}>
        <Table
          caption={`Tabel ${periode.name}`}
          hideCaption
          columns={['Tabel', 'Berkas', 'SHA-256']}
          rows={tabel.map(({ nama, judul, csv, json }) => [
            judul.split(',')[0],
            <>
              <a href={pathOf(csv.alamat)} aria-label={`CSV ${nama} ${periode.id}`}>
                CSV
              </a>{' '}
              <a href={pathOf(json.alamat)} aria-label={`JSON ${nama} ${periode.id}`}>
                JSON
              </a>
            </>,
            <Checksums csv={csv.sha256} json={json.sha256} />,
          ])}
        />
      </Details>
    </section>
  );
}

const Checksums = ({ csv, json }: { csv: string; json: string }) => (
  <details>
    <summary>{csv.slice(0, 12)}…</summary>
    <p class="mono">CSV {csv}</p>
    <p class="mono">JSON {json}</p>
  </details>
);

const pathOf = (address: string): string => new URL(address).pathname;
