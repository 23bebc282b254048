/** One template: its words, what may stand in them, how it will look. */
import type { PackTemplate } from '../../../../shared/regencies/types.ts';
import {
  fill,
  templateLimits,
  variableMeanings,
  variablesOf,
  whatsappText,
} from '../../../../shared/templates.ts';
import { newKey } from '../../../platform/ids.ts';
import {
  ConfirmForm,
  ErrorSummary,
  type Errors,
  Field,
  Notice,
  Summary,
  TextArea,
} from '../../../ui/components.tsx';
import { Page } from '../../../ui/layout.tsx';
import type { Named } from '../queries.ts';
import { isWhatsapp, templateName } from '../template-words.ts';
import type { PageBase } from './settings.tsx';
import { Standing } from './templates.tsx';

export interface TypedTemplate {
  subject: string;
  body: string;
  /** Digest of the words that were edited. */
  seen: string;
}

export interface TemplatePageProps extends PageBase {
  row: Named<PackTemplate>;
  typed: TypedTemplate;
  errors: Errors;
  /** Values of the preview; null = none was asked for. */
  sample: Record<string, string> | null;
  /** Sender of mails. */
  from: string;
  done?: string | undefined;
  /** Why it was not saved although nothing is wrong with it. */
  trouble?: string | undefined;
}

export function TemplatePage(props: TemplatePageProps) {
  const { row, regency, sample } = props;
  const { name, when } = templateName(row.data);
  return (
    <Page title={name} regency={regency} side="desk" who={props.who}>
      <p>
        <a href="/desk/templat">← Templat pesan</a>
      </p>
      {props.done ? (
        <Notice tone="good" live>
          <p>{props.done}</p>
        </Notice>
      ) : null}
      {props.trouble ? <Changed row={row} sentence={props.trouble} /> : null}
      <h1>{name}</h1>
      <p>
        {row.data.audience === 'reporter' ? 'Kepada pelapor.' : 'Kepada petugas.'} {when}
      </p>
      <p>
        Naskah: <Standing row={row} regency={regency} />.{' '}
        <a href={`/desk/pengaturan/templat/${row.id}/riwayat`}>Riwayat</a>
      </p>
      <ErrorSummary errors={props.errors} labels={{ subject: 'Perihal', body: 'Isi' }} />
      {sample ? <Preview {...props} sample={sample} /> : null}
      <EditForm {...props} />
      <h2>Isian yang tersedia</h2>
      <p>Kanal mengganti isian dalam kurung kurawal saat pesan dikirim.</p>
      <Summary
        rows={variablesOf(row.data).map((variable) => ({
          term: `{${variable}}`,
          value: variableMeanings[variable],
        }))}
      />
      {row.edited ? (
        <ConfirmForm
          action={`/desk/templat/${row.data.id}/awal`}
          formKey={newKey()}
          summary="Kembalikan ke naskah awal"
          submit="Ya, kembalikan"
          danger
        >
          <p>Naskah yang diubah di sini tetap ada dalam riwayatnya.</p>
        </ConfirmForm>
      ) : null}
    </Page>
  );
}

function EditForm({ row, typed, errors }: TemplatePageProps) {
  const path = `/desk/templat/${row.data.id}`;
  return (
    <form method="post" action={path}>
      <input type="hidden" name="seen" value={typed.seen} />
      <Field
        name="subject"
        label={isWhatsapp(row.data) ? 'Baris pertama (tebal)' : 'Perihal'}
        value={typed.subject}
        error={errors.subject}
        required
        more={{ maxlength: templateLimits.subject, autocomplete: 'off' }}
      />
      <TextArea
        name="body"
        label="Isi"
        value={typed.body}
        error={errors.body}
        rows={16}
        required
        more={{ maxlength: templateLimits.body }}
      />
      <p class="actions">
        <button type="submit">Simpan</button>
        <button type="submit" class="second" formaction={`${path}/contoh`} formnovalidate>
          Lihat contoh
        </button>
      </p>
    </form>
  );
}

/** The message as its receiver gets it, with invented values. */
function Preview(props: TemplatePageProps & { sample: Record<string, string> }) {
  const { typed, sample, row } = props;
  const message = isWhatsapp(row.data);
  return (
    <section aria-labelledby="contoh">
      <h2 id="contoh">Contoh{message ? ' pesan WhatsApp' : ' surat elektronik'}</h2>
      <p class="hint">Belum disimpan. Nomor, tanggal, dan instansi di bawah ini hanya contoh.</p>
      {message ? null : (
        <Summary
          rows={[
            { term: 'Dari', value: props.from },
            { term: 'Perihal', value: fill(typed.subject, sample) },
          ]}
        />
      )}
      <p class="quote">{message ? whatsappText(typed, sample) : fill(typed.body, sample)}</p>
    </section>
  );
}

/** Somebody else saved meanwhile: theirs stands beside what was typed. */
function Changed(props: { row: Named<PackTemplate>; sentence: string }) {
  const { data, by } = props.row;
  return (
    <Notice tone="bad" title="Belum tersimpan" live>
      <p>{props.sentence}</p>
      <p class="hint">Yang berlaku sekarang{by ? `, dari ${by}` : ''}:</p>
      <p class="quote">{`${data.subject}\n\n${data.body}`}</p>
    </Notice>
  );
}
