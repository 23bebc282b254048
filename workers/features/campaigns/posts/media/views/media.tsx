/** Media partners and what was published, newest first. */
import { partnerKindNames } from '../../../../../../shared/i18n/campaign-messages.ts';
import { runsCampaigns } from '../../../../../../shared/permissions/rooms.ts';
import { shownCount } from '../../../../../../shared/small-counts.ts';
import { formatDay, formatNumber, formatRupiah } from '../../../../../../shared/text.ts';
import type { Regency } from '../../../../../regency/snapshot.ts';
import { Done, Pagination, Table, Tag } from '../../../../../ui/components.tsx';
import { Page, type Who } from '../../../../../ui/layout.tsx';
import { countText } from '../../../chain/words.tsx';
import { CampaignNav } from '../../../nav.tsx';
import type { ArticlePage, PartnerLine } from '../queries.ts';

const PATH = '/desk/kampanye/media';

export function MediaPage(props: {
  regency: Regency;
  who: Who;
  partners: readonly PartnerLine[];
  page: ArticlePage;
  done?: string | undefined;
}) {
  const { regency, partners, page } = props;
  const runs = runsCampaigns(props.who);
  return (
    <Page title="Media" regency={regency} side="desk" who={props.who} path="/desk/kampanye">
      <CampaignNav here={PATH} />
      <h1>Media</h1>
      <p>Mitra media kabupaten, dan berita atau siaran tentang kanal ini beserta klipingnya.</p>
      <Done sentence={props.done} />
      {runs ? (
        <p class="actions">
          {partners.some(({ archivedAt }) => archivedAt === null) ? (
            <a class="button" href={`${PATH}/berita/baru`}>
              Catat berita
            </a>
          ) : null}{' '}
          <a href={`${PATH}/mitra/baru`}>Tambah mitra</a>
        </p>
      ) : null}
      <h2>Mitra</h2>
      {partners.length === 0 ? (
        <p>Belum ada mitra media.{runs ? ' Tekan “Tambah mitra” untuk mencatat yang pertama.' : ''}</p>
      ) : (
        <Table
          caption="Mitra media"
          hideCaption
          columns={['Mitra', 'Jenis', 'Berita']}
          rows={partners.map(({ id, name, kind, articles, archivedAt }) => [
            <>
              <a href={`${PATH}/mitra/${id}`}>{name}</a> {archivedAt === null ? null : <Tag>Diarsipkan</Tag>}
            </>,
            partnerKindNames[kind],
            formatNumber(articles),
          ])}
        />
      )}
      <h2>Berita</h2>
      <Articles page={page} regency={regency} address={PATH} />
      {page.articles.length > 0 ? (
        <p>
          Unduh semua berita: <a href={`${PATH}/berita.csv`}>CSV</a> <a href={`${PATH}/berita.xlsx`}>XLSX</a>
        </p>
      ) : null}
    </Page>
  );
}

/** @param props.address of the page that shows them, for the way on */
export function Articles(props: { page: ArticlePage; regency: Regency; address: string }) {
  const { articles, next } = props.page;
  const shown = (count: number) => countText(shownCount(count, props.regency.switches.demo));
  if (articles.length === 0) return <p>Belum ada berita yang dicatat.</p>;
  return (
    <>
      <Table
        caption="Berita"
        hideCaption
        columns={['Berita', 'Tanggal', 'Terjangkau', 'Tautan dibuka', 'Laporan masuk', 'Biaya']}
        rows={articles.map((article) => [
          <>
            <a href={`${PATH}/berita/${article.id}`}>{article.title}</a>
            <small>
              {article.partner}
              {article.program ? ` · ${article.program}` : ''}
            </small>
          </>,
          formatDay(article.publishedOn),
          article.reach === null ? '–' : formatNumber(article.reach),
          article.code === null ? '–' : shown(article.chain.scanned),
          article.code === null ? '–' : shown(article.chain.submitted),
          article.cost === null ? '–' : formatRupiah(article.cost),
        ])}
      />
      <Pagination next={next ? `${props.address}?dari=${next}` : null} />
    </>
  );
}
