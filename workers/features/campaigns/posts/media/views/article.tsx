/** One article with its clipping, its link and what became of it. */
import { runsCampaigns } from '../../../../../../shared/permissions/rooms.ts';
import { formatDay } from '../../../../../../shared/text.ts';
import type { Regency } from '../../../../../regency/snapshot.ts';
import { ConfirmForm, Done, Summary } from '../../../../../ui/components.tsx';
import { CopyFields } from '../../../../../ui/copy.tsx';
import { Page, type Who } from '../../../../../ui/layout.tsx';
import { CampaignNav } from '../../../nav.tsx';
import { Address, LinkResults, sharedFacts } from '../../views/facts.tsx';
import { LinkCode } from '../../views/link.tsx';
import { KeptPicture } from '../../views/picture.tsx';
import type { Article } from '../queries.ts';

const PATH = '/desk/kampanye/media';

interface ArticlePageProps {
  regency: Regency;
  who: Who;
  article: Article;
  origin: string;
  done: boolean;
}

export function ArticlePage(props: ArticlePageProps) {
  const { article, regency } = props;
  return (
    <Page
      title={article.title}
      regency={regency}
      side="desk"
      who={props.who}
      path="/desk/kampanye"
      scripts={['copy.js']}
    >
      <CampaignNav here={PATH} />
      <p>
        <a href={PATH}>← Media</a>
      </p>
      <h1>{article.title}</h1>
      <Done sentence={props.done ? 'Tersimpan.' : null} />
      <Summary rows={facts(article)} />
      {article.clipping ? (
        <KeptPicture name={article.clipping} path={`${PATH}/berita/kliping`} width={320} />
      ) : null}
      {article.code ? <OwnLink {...props} code={article.code} /> : null}
      {runsCampaigns(props.who) ? <Actions article={article} /> : null}
    </Page>
  );
}

function OwnLink({ article, origin, code, regency }: ArticlePageProps & { code: string }) {
  const link = `${origin}/${code}`;
  return (
    <>
      <h2>Tautan</h2>
      <CopyFields fields={[{ id: 'tautan', label: 'Tautan untuk berita ini', text: link }]} />
      <LinkCode code={code} link={link} />
      <LinkResults chain={article.chain} invented={regency.switches.demo} />
    </>
  );
}

function Actions({ article }: { article: Article }) {
  const own = `${PATH}/berita/${article.id}`;
  return (
    <>
      {article.code ? null : (
        <form method="post" action={`${own}/tautan`}>
          <p>Belum ada tautan sendiri untuk berita ini, misalnya untuk iklan atau keterangan siarannya.</p>
          <p class="actions">
            <button type="submit" class="second">
              Buat tautan
            </button>
          </p>
        </form>
      )}
      <p>
        <a class="button second" href={`${own}/ubah`}>
          Ubah
        </a>
      </p>
      {article.code ? null : (
        <ConfirmForm
          action={`${own}/hapus`}
          formKey=""
          summary="Hapus"
          submit="Ya, hapus berita ini dari daftar"
          danger
        >
          <input type="hidden" name="version" value={String(article.version)} />
          <p>Untuk catatan yang keliru. Ini tidak dapat dibatalkan.</p>
        </ConfirmForm>
      )}
    </>
  );
}

const facts = (article: Article) => [
  { term: 'Mitra', value: <a href={`${PATH}/mitra/${article.partnerId}`}>{article.partner}</a> },
  { term: 'Terbit', value: formatDay(article.publishedOn) },
  { term: 'Alamat', value: <Address url={article.url} /> },
  ...sharedFacts(article),
];
