/** One logged post, to correct it. */
import type { Regency } from '../../../regency/snapshot.ts';
import { ErrorSummary, type Errors } from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import type { TypedPost } from '../form.ts';
import type { PostLine } from '../list.ts';
import { PostFields, postLabels } from './fields.tsx';
import { PostHead } from './table.tsx';

export function PostPage(props: {
  regency: Regency;
  who: Who;
  line: PostLine;
  typed: TypedPost;
  errors: Errors;
}) {
  const { regency, line } = props;
  return (
    <Page title="Ubah catatan kiriman" regency={regency} side="desk" who={props.who}>
      <p>
        <a href="/desk/medsos">← Catatan media sosial</a>
      </p>
      <h1>Ubah catatan kiriman</h1>
      <div class="field">
        <p>
          <PostHead line={line} regency={regency} />
        </p>
      </div>
      <form method="post" action={`/desk/medsos/${line.id}`} autocomplete="off" novalidate>
        <ErrorSummary errors={props.errors} labels={postLabels} />
        <PostFields
          regency={regency}
          typed={props.typed}
          errors={props.errors}
          made={line.outcome === 'made_case'}
        />
        <div class="actions">
          <button type="submit">Simpan</button>
        </div>
      </form>
      <p class="hint">Tautan tidak dapat diubah: yang salah dicatat dengan hasil "Tidak ditindaklanjuti".</p>
    </Page>
  );
}
