/** Saved views: keeping them in order, and saving one whose name was wrong or taken. */
import type { Regency } from '../../../regency/snapshot.ts';
import { ConfirmForm, ErrorSummary, type Errors, Field, Notice, Table } from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import { MAX_NAME, type SavedView } from '../saved.ts';

const nameField = { maxlength: MAX_NAME, autocomplete: 'off' };

export function SavedPage(props: {
  regency: Regency;
  who: Who;
  views: SavedView[];
  wrong: { id: number; name: string; errors: Errors } | undefined;
  done: boolean;
}) {
  const { wrong } = props;
  return (
    <Page title="Tampilan tersimpan" regency={props.regency} side="desk" who={props.who}>
      <p>
        <a href="/desk">← Kotak masuk</a>
      </p>
      {props.done ? (
        <Notice tone="good" live>
          <p>Perubahan tersimpan.</p>
        </Notice>
      ) : null}
      <h1>Tampilan tersimpan</h1>
      {wrong ? <ErrorSummary errors={wrong.errors} ids={{ name: `name-${wrong.id}` }} /> : null}
      {props.views.length === 0 ? (
        <p>Belum ada. Buka sebuah daftar, saring, lalu pilih “Simpan tampilan ini”.</p>
      ) : (
        <Table
          caption="Tampilan Anda"
          hideCaption
          columns={['Tampilan', 'Tindakan']}
          rows={props.views.map((view) => [
            <a href={`/desk?${view.query}`}>{view.name}</a>,
            <>
              <form method="post" action={`/desk/tampilan/${view.id}`} class="search">
                <Field
                  label={
                    <>
                      Nama baru<span class="vh"> untuk {view.name}</span>
                    </>
                  }
                  name="name"
                  id={`name-${view.id}`}
                  value={wrong?.id === view.id ? wrong.name : view.name}
                  error={wrong?.id === view.id ? wrong.errors.name : undefined}
                  required
                  more={nameField}
                />
                <button type="submit" class="second">
                  Ubah nama
                </button>
              </form>
              <ConfirmForm
                action={`/desk/tampilan/${view.id}/hapus`}
                formKey=""
                summary="Hapus"
                submit={`Ya, hapus ${view.name}`}
                danger
              />
            </>,
          ])}
        />
      )}
    </Page>
  );
}

export function SaveViewPage(props: {
  regency: Regency;
  who: Who;
  view: { name: string; query: string };
  /** There is one of this name: it asks before that one goes. */
  taken: boolean;
  errors: Errors;
}) {
  const { view, taken } = props;
  return (
    <Page title="Simpan tampilan" regency={props.regency} side="desk" who={props.who}>
      <p>
        <a href={`/desk?${view.query}`}>← Kembali ke daftar</a>
      </p>
      <h1>Simpan tampilan</h1>
      <ErrorSummary errors={props.errors} />
      {taken ? (
        <Notice tone="warn" title="Nama ini sudah dipakai" live>
          <p>Tampilan “{view.name}” sudah ada. Ganti dengan yang sekarang, atau pakai nama lain.</p>
          <form method="post" action="/desk/tampilan">
            <input type="hidden" name="query" value={view.query} />
            <input type="hidden" name="name" value={view.name} />
            <input type="hidden" name="replaces" value={view.name.trim().replace(/\s+/g, ' ')} />
            <input type="hidden" name="sure" value="1" />
            <button type="submit">Ganti tampilan itu</button>
          </form>
        </Notice>
      ) : null}
      <form method="post" action="/desk/tampilan">
        <input type="hidden" name="query" value={view.query} />
        <Field
          label="Nama tampilan"
          name="name"
          value={view.name}
          error={props.errors.name}
          required
          more={nameField}
        />
        <button type="submit" class={taken ? 'second' : undefined}>
          Simpan tampilan
        </button>
      </form>
    </Page>
  );
}
