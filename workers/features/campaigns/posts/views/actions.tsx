/** What is done with a post: that it stands there, how many it reached, change, cancel and take up again. */
import type { Child } from 'hono/jsx';
import { ConfirmForm, type Errors, Field } from '../../../../ui/components.tsx';
import type { Typed } from '../form.ts';
import type { CampaignPost } from '../queries.ts';
import type { PostState } from '../state.ts';

export const actionFields = ['version', 'at', 'url', 'reach', 'reachOn'] as const;
export type TypedAction = Typed<(typeof actionFields)[number]>;

/** What was refused stays open with what was typed. */
export function PostActions(props: {
  post: CampaignPost;
  state: PostState;
  errors: Errors;
  typed?: TypedAction | null;
  nowLocal: string;
}) {
  const { post, state, errors, typed, nowLocal } = props;
  const own = (act: string) => `/desk/kampanye/unggahan/${post.id}/${act}`;
  if (state === 'cancelled') {
    return (
      <Act post={post} action={own('pakai-lagi')} label="Pakai lagi">
        <p class="hint">Unggahan ini dibatalkan; tautannya membuka formulir biasa.</p>
      </Act>
    );
  }
  return (
    <>
      <ConfirmForm
        action={own('tayang')}
        formKey=""
        summary={state === 'published' ? 'Ubah keterangan tayang' : 'Sudah tayang'}
        submit="Simpan"
        open={Boolean(errors.at || typed?.at)}
      >
        <Version post={post} />
        <Field
          name="at"
          label="Waktu tayang"
          type="datetime-local"
          value={typed?.at || nowLocal}
          error={errors.at}
          required
        />
        <Field
          name="url"
          label="Alamat unggahannya (boleh kosong)"
          hint="Misalnya https://www.instagram.com/p/…. Dipakai untuk mencocokkan impor jangkauan."
          value={typed?.url || (post.url ?? '')}
          error={errors.url}
          more={{ inputmode: 'url', maxlength: 2000, autocomplete: 'off' }}
        />
      </ConfirmForm>
      {state === 'published' ? (
        <Act post={post} action={own('belum-tayang')} label="Ternyata belum tayang" />
      ) : null}
      <ConfirmForm
        action={own('jangkauan')}
        formKey=""
        summary="Isi jangkauan"
        submit="Simpan jangkauan"
        open={Boolean(typed?.reach || typed?.reachOn)}
      >
        <Version post={post} />
        <Field
          name="reach"
          label="Orang yang terjangkau"
          hint="Seperti tertulis di kanalnya. Kosong = belum diketahui."
          value={typed?.reach || (post.reach === null ? '' : String(post.reach))}
          error={errors.reach}
          more={{ inputmode: 'numeric', maxlength: 20, autocomplete: 'off' }}
        />
        <Field
          name="reachOn"
          label="Tanggal angka itu"
          type="date"
          value={typed?.reachOn || (post.reachOn ?? nowLocal.slice(0, 10))}
          error={errors.reachOn}
        />
      </ConfirmForm>
      <p>
        <a class="button second" href={own('ubah')}>
          Ubah
        </a>
      </p>
      {state === 'published' ? null : (
        <ConfirmForm
          action={own('batal')}
          formKey=""
          summary="Batalkan"
          submit="Ya, batalkan unggahan ini"
          danger
        >
          <Version post={post} />
          <p>Tautannya lalu membuka formulir biasa. Unggahan dapat dipakai lagi kapan saja.</p>
        </ConfirmForm>
      )}
    </>
  );
}

function Version({ post }: { post: CampaignPost }) {
  return <input type="hidden" name="version" value={String(post.version)} />;
}

/** What is done at once, because it is taken back as easily. */
function Act(props: { post: CampaignPost; action: string; label: string; children?: Child }) {
  return (
    <form method="post" action={props.action}>
      {props.children}
      <Version post={props.post} />
      <p class="actions">
        <button type="submit" class="second">
          {props.label}
        </button>
      </p>
    </form>
  );
}
