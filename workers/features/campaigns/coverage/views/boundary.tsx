/** Where a boundary file is loaded, and what is loaded now. */
import { formatDate, formatDateTime, formatNumber } from '../../../../../shared/text.ts';
import { newKey } from '../../../../platform/ids.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import {
  ConfirmForm,
  Done,
  ErrorSummary,
  Field,
  Notice,
  Summary,
  Table,
} from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { sizeOf } from '../../../files.ts';
import { CampaignNav } from '../../nav.tsx';
import { BOUNDARY_BYTES, type BoundaryReason } from '../boundary/geojson.ts';
import type { BoundaryChange } from '../boundary/history.ts';
import { type BoundaryLevel, type BoundarySource, boundaryLevels } from '../boundary/sources.ts';
import { boundaryChangeWords, boundaryProblemWords, levelNames } from '../boundary/words.ts';

const PATH = '/desk/kampanye/cakupan/peta';

export interface BoundaryPageProps {
  regency: Regency;
  who: Who;
  sources: Partial<Record<BoundaryLevel, BoundarySource>>;
  history: readonly BoundaryChange[];
  /** A file was uploaded and not saved yet. */
  waits: boolean;
  refused: { reason: BoundaryReason; source: string } | undefined;
  done: string | undefined;
}

export function BoundaryPage(props: BoundaryPageProps) {
  const { regency, refused } = props;
  const wrong = refused && {
    [refused.reason === 'no_source' ? 'source' : 'file']: boundaryProblemWords[refused.reason],
  };
  return (
    <Page title="Batas wilayah" regency={regency} side="desk" who={props.who} path="/desk/kampanye">
      <CampaignNav here="/desk/kampanye/cakupan" />
      <h1>Batas wilayah untuk peta</h1>
      <Done sentence={props.done} />
      <ErrorSummary errors={wrong ?? {}} />
      {props.waits ? (
        <Notice tone="warn" title="Ada berkas yang belum disimpan">
          <p>
            <a href={`${PATH}/periksa`}>Periksa berkas itu</a>, lalu simpan atau batalkan.
          </p>
        </Notice>
      ) : null}
      <Loaded {...props} />
      <h2>Muat berkas</h2>
      <p>
        Kanal tidak membawa batas wilayah. Pakai berkas GeoJSON milik {regency.about.fullName}, dengan kode
        wilayah Kementerian Dalam Negeri pada tiap kecamatan, atau tiap desa dan kelurahan. Sebelum disimpan,
        Kanal menunjukkan apa yang cocok dan apa yang tidak.
      </p>
      <form method="post" action={PATH} enctype="multipart/form-data">
        <Field
          name="file"
          type="file"
          label="Berkas GeoJSON"
          hint={`Sampai ${sizeOf(BOUNDARY_BYTES)}, koordinat WGS 84. Garis disederhanakan untuk layar.`}
          error={wrong?.file}
          required
          more={{ accept: '.geojson,.json,application/geo+json' }}
        />
        <Field
          name="source"
          label="Sumber dan izin pakai"
          hint="Tertulis di bawah peta, misalnya “Bappeda, peta administrasi 2025, boleh dipakai umum”."
          value={refused?.source}
          error={wrong?.source}
          required
          more={{ maxlength: 300 }}
        />
        <p class="actions">
          <button type="submit">Periksa berkas</button>
          <a href="/desk/kampanye/cakupan">Kembali ke cakupan</a>
        </p>
      </form>
      <History {...props} />
    </Page>
  );
}

function History({ history, regency }: BoundaryPageProps) {
  if (history.length === 0) return null;
  return (
    <>
      <h2>Riwayat</h2>
      <Table
        caption="Riwayat batas wilayah"
        hideCaption
        columns={['Kapan', 'Siapa', 'Apa']}
        rows={history.map(({ level, change, source, by, at }) => [
          formatDateTime(at, regency.about.timeZone),
          by ?? 'Akun yang sudah tidak ada',
          `${boundaryChangeWords[change] ?? 'Mengubah'} batas ${levelNames[level]}: ${formatNumber(source.areas)} wilayah. Sumber: ${source.source}`,
        ])}
      />
    </>
  );
}

function Loaded({ sources, regency }: BoundaryPageProps) {
  const rows = boundaryLevels.flatMap((level) => {
    const loaded = sources[level];
    if (!loaded) return [];
    return [
      {
        term: `Batas ${levelNames[level]}`,
        value: `${formatNumber(loaded.areas)} wilayah, dimuat ${formatDate(loaded.loadedAt, regency.about.timeZone)}. Sumber: ${loaded.source}`,
        action: (
          <ConfirmForm
            action={`${PATH}/hapus`}
            formKey={newKey()}
            summary="Hapus"
            submit={`Ya, hapus batas ${levelNames[level]}`}
            danger
          >
            <input type="hidden" name="tingkat" value={level} />
            <p>Peta tidak tampil lagi sampai berkas lain dimuat. Petak dan tabel tetap ada.</p>
          </ConfirmForm>
        ),
      },
    ];
  });
  return rows.length === 0 ? <p>Belum ada batas wilayah yang dimuat.</p> : <Summary rows={rows} />;
}
