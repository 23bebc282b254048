/** The form of an article or a broadcast. */
import { formatDay } from '../../../../../../shared/text.ts';
import type { Regency } from '../../../../../regency/snapshot.ts';
import {
  ErrorSummary,
  Field,
  givenIn,
  HiddenKey,
  Notice,
  namedOptions,
  Select,
} from '../../../../../ui/components.tsx';
import { Page, type Who } from '../../../../../ui/layout.tsx';
import { CampaignNav } from '../../../nav.tsx';
import { type ProgramChoice, ProgramSelect } from '../../../program-select.tsx';
import type { Refusal, Typed } from '../../form.ts';
import { PictureField } from '../../views/picture.tsx';
import type { Article } from '../queries.ts';

const PATH = '/desk/kampanye/media';

export const articleFields = [
  'partnerId',
  'title',
  'publishedOn',
  'url',
  'picture',
  'program',
  'reach',
  'reachOn',
  'cost',
] as const;
export type TypedArticle = Typed<(typeof articleFields)[number]>;

const labels = {
  partnerId: 'Mitra',
  title: 'Judul berita atau siaran',
  publishedOn: 'Tanggal terbit',
  url: 'Alamat beritanya (boleh kosong)',
  picture: 'Kliping',
  file: 'Kliping',
  program: 'Program',
  reach: 'Pembaca, pendengar, atau penonton (boleh kosong)',
  reachOn: 'Tanggal angka itu (boleh kosong)',
  cost: 'Biaya (rupiah, boleh kosong)',
};

export interface ArticleFormProps {
  regency: Regency;
  who: Who;
  typed: TypedArticle;
  partners: readonly { id: number; name: string }[];
  programs: readonly ProgramChoice[];
  refused?: Refusal | null;
  /** Of a new one. */
  key?: string;
  /** Of one that is there: as it is kept now. */
  article?: Article;
}

export function ArticleForm(props: ArticleFormProps) {
  const { typed, article, refused } = props;
  const errors = refused?.errors ?? {};
  const given = givenIn(labels, typed, errors);
  const title = article ? 'Ubah berita' : 'Catat berita';
  const number = { inputmode: 'numeric', maxlength: 20, autocomplete: 'off' };
  return (
    <Page title={title} regency={props.regency} side="desk" who={props.who} path="/desk/kampanye">
      <CampaignNav here={PATH} />
      <h1>{title}</h1>
      <ErrorSummary errors={errors} labels={labels} />
      {refused?.trouble ? (
        <Notice tone="bad" title="Belum tersimpan" live>
          <p>{refused.trouble}</p>
          {article ? (
            <p>
              Yang tersimpan sekarang: “{article.title}”, {article.partner}, {formatDay(article.publishedOn)}.
            </p>
          ) : null}
        </Notice>
      ) : null}
      <form
        method="post"
        action={article ? `${PATH}/berita/${article.id}/ubah` : `${PATH}/berita/baru`}
        enctype="multipart/form-data"
        novalidate
      >
        {props.key ? <HiddenKey value={props.key} /> : null}
        {article ? <input type="hidden" name="version" value={String(article.version)} /> : null}
        <Select {...given('partnerId')} empty="Pilih mitra" options={namedOptions(props.partners)} required />
        <Field {...given('title')} required more={{ maxlength: 120 }} />
        <Field {...given('publishedOn')} type="date" required />
        <Field {...given('url')} more={{ inputmode: 'url', maxlength: 2000, autocomplete: 'off' }} />
        <PictureField name={typed.picture} path={`${PATH}/berita/kliping`} clipping error={errors.file} />
        <ProgramSelect {...given('program')} programs={props.programs} />
        <Field {...given('reach')} hint="Seperti dinyatakan medianya." more={number} />
        <Field {...given('reachOn')} type="date" />
        <Field {...given('cost')} more={number} />
        <p class="actions">
          <button type="submit">Simpan</button>{' '}
          <a href={article ? `${PATH}/berita/${article.id}` : PATH}>Batal</a>
        </p>
      </form>
    </Page>
  );
}
