/** The form of an article or a broadcast. */
import { formatDay } from '../../../../../../shared/text.ts';
import type { Regency } from '../../../../../regency/snapshot.ts';
import {
  ErrorSummary,
  Field,
  HiddenKey,
  Notice,
  namedOptions,
  Select,
} from '../../../../../ui/components.tsx';
import { Page, type Who } from '../../../../../ui/layout.tsx';
import { CampaignNav } from '../../../nav.tsx';
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

const labels: Record<string, string> = {
  partnerId: 'Mitra',
  title: 'Judul',
  publishedOn: 'Tanggal terbit',
  url: 'Alamat',
  file: 'Kliping',
  program: 'Program',
  reach: 'Terjangkau',
  reachOn: 'Tanggal angka itu',
  cost: 'Biaya',
};

interface Named {
  id: number;
  name: string;
}

export interface ArticleFormProps {
  regency: Regency;
  who: Who;
  typed: TypedArticle;
  partners: readonly Named[];
  programs: readonly Named[];
  refused?: Refusal | null;
  /** Of a new one. */
  key?: string;
  /** Of one that is there: as it is kept now. */
  article?: Article;
}

export function ArticleForm(props: ArticleFormProps) {
  const { typed, article, refused } = props;
  const errors = refused?.errors ?? {};
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
        <Select
          name="partnerId"
          label="Mitra"
          empty="Pilih mitra"
          options={namedOptions(props.partners)}
          value={typed.partnerId}
          error={errors.partnerId}
          required
        />
        <Field
          name="title"
          label="Judul berita atau siaran"
          value={typed.title}
          error={errors.title}
          required
          more={{ maxlength: 120 }}
        />
        <Field
          name="publishedOn"
          label="Tanggal terbit"
          type="date"
          value={typed.publishedOn}
          error={errors.publishedOn}
          required
        />
        <Field
          name="url"
          label="Alamat beritanya (boleh kosong)"
          value={typed.url}
          error={errors.url}
          more={{ inputmode: 'url', maxlength: 2000, autocomplete: 'off' }}
        />
        <PictureField name={typed.picture} path={`${PATH}/berita/kliping`} clipping error={errors.file} />
        <Select
          name="program"
          label="Program (boleh kosong)"
          empty="Tanpa program"
          options={namedOptions(props.programs)}
          value={typed.program}
          error={errors.program}
        />
        <Field
          name="reach"
          label="Pembaca, pendengar, atau penonton (boleh kosong)"
          hint="Seperti dinyatakan medianya."
          value={typed.reach}
          error={errors.reach}
          more={number}
        />
        <Field
          name="reachOn"
          label="Tanggal angka itu (boleh kosong)"
          type="date"
          value={typed.reachOn}
          error={errors.reachOn}
        />
        <Field
          name="cost"
          label="Biaya dalam rupiah (boleh kosong)"
          value={typed.cost}
          error={errors.cost}
          more={number}
        />
        <p class="actions">
          <button type="submit">Simpan</button>{' '}
          <a href={article ? `${PATH}/berita/${article.id}` : PATH}>Batal</a>
        </p>
      </form>
    </Page>
  );
}
