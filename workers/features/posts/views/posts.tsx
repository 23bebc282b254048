/** The log: the short form above, then the posts of a month. */
import { takesReports } from '../../../../shared/permissions/rooms.ts';
import {
  platformNames,
  postOutcomeNames,
  postOutcomes,
  postPlatforms,
} from '../../../../shared/social-post.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import {
  Details,
  ErrorSummary,
  type Errors,
  Field,
  Notice,
  Pagination,
  Select,
} from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import { sizeOf, storedValue } from '../../files.ts';
import type { TypedPost } from '../form.ts';
import type { PostFilter, PostLine } from '../list.ts';
import { PostFields, postLabels } from './fields.tsx';
import { PostTable } from './table.tsx';

export interface Told {
  what: 'tercatat' | 'sudah' | 'diubah' | 'batal' | 'terlambat';
  id: number;
}

const sentences: Record<Told['what'], string> = {
  tercatat: 'Kiriman tercatat. Siap untuk berikutnya.',
  sudah: 'Kiriman ini sudah pernah dicatat; tidak dicatat dua kali.',
  diubah: 'Perubahan tersimpan.',
  batal: 'Catatan dibatalkan.',
  terlambat:
    'Tidak dapat dibatalkan lagi: sudah lewat 15 menit, sudah diubah orang lain, atau sudah menjadi laporan. Ubah hasilnya bila perlu.',
};

export function PostsPage(props: {
  regency: Regency;
  who: Who;
  typed: TypedPost;
  errors: Errors;
  filter: PostFilter;
  page: { posts: PostLine[]; next: string | null };
  later: boolean;
  mayUndo: (line: PostLine) => boolean;
  told: Told | null;
}) {
  const { regency, who, typed, errors, filter, page, told } = props;
  const ids = { attachments: 'screenshot' };
  const fresh = told?.what === 'tercatat' && takesReports(who);
  const query = new URLSearchParams({
    bulan: filter.month,
    ...(filter.platform ? { kanal: filter.platform } : {}),
    ...(filter.outcome ? { hasil: filter.outcome } : {}),
  });
  return (
    <Page
      title="Catatan media sosial"
      regency={regency}
      side="desk"
      who={who}
      path="/desk/medsos"
      scripts={['counter.js']}
    >
      <h1>Catatan media sosial</h1>
      {told ? (
        <Notice tone={told.what === 'terlambat' || told.what === 'sudah' ? 'warn' : 'good'} live>
          <p>
            {sentences[told.what]}
            {fresh ? ' Tekan B untuk menjadikannya laporan.' : ''}
          </p>
        </Notice>
      ) : null}
      <form method="post" action="/desk/medsos" enctype="multipart/form-data" autocomplete="off" novalidate>
        <ErrorSummary errors={errors} labels={postLabels} ids={ids} />
        <Field
          label={postLabels.link}
          name="link"
          value={typed.link}
          error={errors.link}
          hint="Tempel alamatnya; kanalnya dikenali sendiri. Disimpan tersandi."
          more={{ inputmode: 'url', maxlength: 2000, autofocus: true, 'data-keys': fresh ? '' : undefined }}
        />
        <PostFields regency={regency} typed={typed} errors={errors} />
        {typed.stored ? (
          <p>
            <input type="hidden" name="stored" value={storedValue(typed.stored)} />
            Tangkapan layar sudah tersimpan, {sizeOf(typed.stored.bytes)}.
          </p>
        ) : (
          <Field
            label={`${postLabels.screenshot} (tidak wajib)`}
            name="screenshot"
            type="file"
            error={errors.screenshot}
            more={{ accept: 'image/jpeg,image/png,image/webp' }}
          />
        )}
        <div class="actions">
          <button type="submit">Simpan</button>
          {takesReports(who) ? (
            <button type="submit" class="second" name="lanjut" value="laporan">
              Simpan dan jadikan laporan
            </button>
          ) : null}
        </div>
      </form>
      <h2>Kiriman yang dicatat</h2>
      <Filter filter={filter} />
      {page.posts.length === 0 ? (
        <p>
          {props.later || filter.platform || filter.outcome
            ? 'Tidak ada yang cocok dengan pilihan ini.'
            : 'Belum ada kiriman yang dicatat pada bulan ini.'}
        </p>
      ) : (
        <PostTable
          regency={regency}
          who={who}
          posts={page.posts}
          mayUndo={props.mayUndo}
          fresh={told && told.what !== 'batal' && told.what !== 'terlambat' ? told.id : null}
        />
      )}
      <Pagination
        previous={props.later ? `/desk/medsos?${query}` : null}
        next={page.next ? `/desk/medsos?${query}&dari=${page.next}` : null}
      />
    </Page>
  );
}

function Filter(props: { filter: PostFilter }) {
  const { filter } = props;
  return (
    <Details summary="Saring" open={filter.platform !== null || filter.outcome !== null}>
      <form method="get" action="/desk/medsos">
        <Field label="Bulan" name="bulan" type="month" value={filter.month} />
        <div class="pair">
          <Select
            label="Kanal"
            name="kanal"
            value={filter.platform ?? ''}
            empty="Semua"
            options={postPlatforms.map((value) => ({ value, label: platformNames[value] }))}
          />
          <Select
            label="Hasil"
            name="hasil"
            id="saring-hasil"
            value={filter.outcome ?? ''}
            empty="Semua"
            options={[
              { value: 'open', label: 'Belum ditentukan' },
              ...postOutcomes.map((value) => ({ value, label: postOutcomeNames[value] })),
            ]}
          />
        </div>
        <div class="actions">
          <button type="submit" class="second">
            Tampilkan
          </button>
        </div>
      </form>
    </Details>
  );
}
