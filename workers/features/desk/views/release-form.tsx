/** Releasing an anonim case: words and pictures are blacked out beside what the reporter sent. */
import { Checkbox, Field, Notice, TextArea } from '../../../ui/components.tsx';
import type { DeskCase } from '../queries.ts';
import { AttachmentLink } from './files.tsx';
import { ActionForm, type FormProps, field, ticked } from './frame.tsx';

export function ReleaseForm(props: FormProps & { open: boolean }) {
  const { view } = props;
  const { original, title, text } = view.suggestion ?? { original: null, title: '', text: '' };
  const files = sentByReporter(view);
  return (
    <ActionForm
      form={props}
      verb="release"
      summary={view.released ? 'Lepaskan ulang untuk OPD' : 'Lepaskan untuk OPD'}
      submit="Lepaskan untuk OPD"
      sure="Tidak ada lagi yang menunjukkan siapa pelapornya."
      open={props.open}
    >
      <p>
        Pelapor meminta identitasnya dirahasiakan. OPD hanya akan membaca judul dan teks di bawah ini.
        Hitamkan nama, alamat, hubungan keluarga, dan apa pun yang menunjukkan siapa pelapornya. Nomor
        telepon, e-mail, dan nomor panjang sudah kami hitamkan; periksa sisanya.
      </p>
      <Field
        label="Judul untuk OPD"
        {...field(props, 'release', 'title', title)}
        required
        more={{ maxlength: 150 }}
      />
      <Blacken of="release-title" />
      <div class="pair">
        <div>
          <p>
            <strong>Yang ditulis pelapor</strong>
          </p>
          <p class="quote">{[original?.title, original?.text].filter(Boolean).join('\n\n')}</p>
        </div>
        <div>
          <TextArea label="Teks untuk OPD" {...field(props, 'release', 'text', text)} rows={10} required />
          <Blacken of="release-text" />
        </div>
      </div>
      {files.length > 0 ? <Pictures form={props} files={files} /> : null}
    </ActionForm>
  );
}

/** Only where scripts run; otherwise one types the blocks. */
function Blacken(props: { of: string }) {
  return (
    <p class="actions" data-blacken={props.of} hidden>
      <button type="button" class="second">
        Hitamkan yang dipilih
      </button>{' '}
      <span role="status" />
    </p>
  );
}

type Files = DeskCase['attachments'];

function sentByReporter(view: DeskCase): Files {
  const theirs = view.entries.filter(({ verb }) => ['submit', 'reply', 'complete'].includes(verb));
  return view.attachments.filter((file) => theirs.some(({ seq }) => seq === file.seq));
}

function Pictures(props: { form: FormProps; files: Files }) {
  const { form, files } = props;
  const { view } = form;
  const pairs = form.typed?.values.redactions ?? [];
  return (
    <fieldset class="field">
      <legend>Foto yang boleh dilihat OPD</legend>
      <p class="hint">Yang tidak dicentang dan tidak diberi kotak hitam tidak dilihat OPD.</p>
      <noscript>
        <Notice tone="warn">
          <p>Tanpa JavaScript sebuah foto hanya dapat dilepas utuh, atau tidak sama sekali.</p>
        </Notice>
      </noscript>
      {form.errors.redactions ? <p class="wrong">{form.errors.redactions}</p> : null}
      {files.map((file) => {
        const number = view.attachments.indexOf(file) + 1;
        const kept = pairs.find((pair) => pair.startsWith(`${file.id}:`));
        return (
          <>
            <Checkbox
              name="photos"
              id={`release-photos-${file.id}`}
              value={file.id}
              label={`Lampiran ${number}, utuh`}
              checked={ticked(form, 'photos', file.id, file.released && file.redacted === null)}
            />
            <p>
              <AttachmentLink code={view.code} file={file} number={number} />
              {file.redacted ? (
                <>
                  {' · '}
                  <a href={`/desk/kasus/${view.code}/lampiran/${file.redacted.id}`}>
                    yang dilihat OPD sekarang
                  </a>
                  . Bila dilepas ulang, buat kotaknya lagi.
                </>
              ) : null}
            </p>
            {file.kind === 'pdf' ? null : (
              <div
                data-boxes={`/desk/kasus/${view.code}/lampiran/${file.id}`}
                data-send={`/desk/kasus/${view.code}/hitamkan/${file.id}`}
                data-photo={file.id}
                data-name={`Lampiran ${number}`}
                hidden
              >
                <input type="hidden" name="redactions" value={kept ?? ''} />
              </div>
            )}
          </>
        );
      })}
    </fieldset>
  );
}
