/** One pack: how far it is, its files, and what can be done with it. */
import { formatDateTime, formatNumber } from '../../../../../shared/text.ts';
import { newKey } from '../../../../platform/ids.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { ConfirmForm, HiddenKey, Notice, Summary, Table, Tag } from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { CampaignNav } from '../../nav.tsx';
import { type Scope, sheetsOf } from '../choice.ts';
import { formatNames, packStates, scopeWords } from '../names.ts';
import type { PackRow, PackTrouble, PartRow } from '../queries.ts';
import type { Programs } from './packs.tsx';

export interface ShownPart extends PartRow {
  /** Kecamatan, or what it holds. */
  title: string;
}

interface Props extends Programs {
  regency: Regency;
  who: Who;
  pack: PackRow;
  parts: ShownPart[];
  runs: boolean;
  /** How many of it are still planned. */
  planned: number;
  /** How many were marked as printed just now. */
  marked: number | null;
}

export function PackPage(props: Props) {
  const { regency, who, pack, parts, programs } = props;
  const state = packStates[pack.status];
  const zone = regency.about.timeZone;
  const finished =
    pack.finishedAt === null ? [] : [['Selesai', formatDateTime(pack.finishedAt, zone)] as const];
  const facts = [
    ['Isi', scopeWords(JSON.parse(pack.scope) as Scope, regency, programs)],
    ['Halaman', formatNumber(pack.total * sheetsOf(pack.format))],
    ['Alamat yang tercetak', pack.origin],
    ['Dibuat', formatDateTime(pack.createdAt, zone)],
    ...finished,
  ] as const;
  return (
    <Page title={formatNames[pack.format].name} regency={regency} side="desk" who={who} path="/desk/kampanye">
      <CampaignNav here="/desk/kampanye/cetak" />
      <p>
        <a href="/desk/kampanye/cetak">← Semua paket</a>
      </p>
      <h1>
        {formatNames[pack.format].name} <Tag tone={state.tone}>{state.name}</Tag>
      </h1>
      {props.marked === null ? null : (
        <Notice tone="good" live>
          <p>{formatNumber(props.marked)} bahan ditandai tercetak.</p>
        </Notice>
      )}
      <State pack={pack} />
      <Summary rows={facts.map(([term, value]) => ({ term, value }))} />
      {parts.length > 0 ? <Files pack={pack} parts={parts} /> : null}
      {props.runs ? <Acts {...props} /> : null}
    </Page>
  );
}

function State({ pack }: { pack: PackRow }) {
  const { total, done } = pack;
  switch (pack.status) {
    case 'running':
      return (
        <Notice tone="info" live>
          <p>
            {formatNumber(done)} dari {formatNumber(total)} tempat. Setiap kode dibaca balik sebelum disimpan.
            Halaman ini boleh ditutup; pekerjaan berjalan terus.{' '}
            <a href={`/desk/kampanye/cetak/${pack.id}`}>Muat ulang</a>
          </p>
          <progress max={total} value={done} aria-label="Kemajuan">
            {formatNumber(done)}
          </progress>
        </Notice>
      );
    case 'stopped':
      return (
        <Notice
          tone="warn"
          title={`Dihentikan pada ${formatNumber(done)} dari ${formatNumber(total)} tempat`}
        >
          <p>Yang sudah jadi tetap ada. Bila dilanjutkan, pembuatan mulai dari tempat berikutnya.</p>
        </Notice>
      );
    case 'failed':
      return (
        <Notice tone="bad" title="Bagian berikutnya tidak dapat dibuat">
          <p>Yang sudah jadi tetap ada. Coba lanjutkan; bila gagal lagi, beri tahu pengelola sistem.</p>
        </Notice>
      );
    case 'refused':
      return <Refused trouble={JSON.parse(pack.trouble ?? '{"unreadable":[]}') as PackTrouble} />;
    case 'done':
      return null;
  }
}

function Refused({ trouble }: { trouble: PackTrouble }) {
  return (
    <Notice tone="bad" title="Paket ditolak dan tidak ada berkas yang disimpan">
      <p>Kode tempat-tempat ini tidak dapat dibaca balik dari gambarnya, atau menuju tempat lain:</p>
      <ul>
        {trouble.unreadable.map(({ code, name }) => (
          <li>
            <a href={`/desk/kampanye/${code}`}>{name}</a> ({code})
          </li>
        ))}
      </ul>
      <p>
        Ganti lambang bila terlalu besar, lalu buat paket baru. Bila terulang, beri tahu pengelola sistem.
      </p>
    </Notice>
  );
}

function Files({ pack, parts }: { pack: PackRow; parts: ShownPart[] }) {
  const ending = pack.format === 'designer_zip' ? 'zip' : 'pdf';
  return (
    <Table
      caption="Berkas"
      columns={['Berkas', pack.format === 'designer_zip' ? 'Gambar' : 'Halaman', 'Ukuran']}
      rows={parts.map(({ part, title, pages, bytes }) => [
        <a href={`/desk/kampanye/cetak/${pack.id}/${part}.${ending}`} download>
          {title}
        </a>,
        formatNumber(pages),
        `${formatNumber(Math.ceil(bytes / 1024))} KB`,
      ])}
    />
  );
}

function Acts({ pack, planned }: Props) {
  const here = `/desk/kampanye/cetak/${pack.id}`;
  const running = pack.status === 'running';
  return (
    <>
      {pack.status === 'done' && planned > 0 ? (
        <form method="post" action={`${here}/tercetak`} class="actions">
          <HiddenKey value={newKey()} />
          <button type="submit">Tandai {formatNumber(planned)} bahan tercetak</button>
        </form>
      ) : null}
      {pack.status === 'stopped' || pack.status === 'failed' ? (
        <form method="post" action={`${here}/lanjut`} class="actions">
          <HiddenKey value={newKey()} />
          <button type="submit">Lanjutkan</button>
        </form>
      ) : null}
      {running ? (
        <ConfirmForm
          action={`${here}/henti`}
          formKey={newKey()}
          summary="Hentikan"
          submit="Ya, hentikan; yang sudah jadi tetap"
          danger
        />
      ) : (
        <ConfirmForm
          action={`${here}/hapus`}
          formKey={newKey()}
          summary="Hapus paket"
          submit="Ya, hapus paket dan berkasnya"
          danger
        >
          <p>Kode yang sudah tercetak tetap berlaku. Paket yang sama dapat dibuat lagi.</p>
        </ConfirmForm>
      )}
    </>
  );
}
