/** The first step of a bulk action: which cases, and what is to happen to them. Nothing is changed by it. */
import type { Child } from 'hono/jsx';
import { officeGroups } from '../../../regency/offices.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import {
  Checkbox,
  Details,
  ErrorSummary,
  type Errors,
  Radios,
  Select,
  StateTag,
  Table,
  TextArea,
} from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import { BULK_MOST, type BulkVerb } from '../../bulk/queries.ts';
import { filterWords, queryOf } from '../address.ts';
import type { Choice } from '../bulk-choice.ts';
import { bulkWords } from '../bulk-words.ts';
import type { InboxLine } from '../inbox.ts';
import type { Typed } from '../input.ts';
import { holderName, officeName } from '../words.ts';
import { archiveReasons } from './closing-forms.tsx';

interface Props {
  regency: Regency;
  who: Who;
  verb: BulkVerb;
  choice: Choice;
  /** Of an office: its open cases, as far as one action goes; null = they stand in the choice. */
  lines: InboxLine[] | null;
  typed: Typed | null;
  errors: Errors;
  now: number;
}

export function BulkFormPage(props: Props) {
  const { regency, verb, choice, errors } = props;
  const { title } = bulkWords[verb];
  const { cases: none, ...fields } = errors;
  return (
    <Page title={title} regency={regency} side="desk" who={props.who}>
      <p>
        <a href="/desk">← Kotak masuk</a>
      </p>
      <h1>{title} beberapa laporan sekaligus</h1>
      <ErrorSummary errors={none ? { ...fields, laporan: none } : fields} />
      <p id="laporan">{chosenWords(props)}</p>
      {props.lines && props.lines.length > 0 ? <OfficeCases lines={props.lines} regency={regency} /> : null}
      <form method="post" action="/desk/massal/baru">
        <input type="hidden" name="aksi" value={verb} />
        {choice.codes.map((code) => (
          <input type="hidden" name="kode" value={code} />
        ))}
        {choice.list ? (
          <input
            type="hidden"
            name="tampilan"
            value={queryOf({ list: choice.list.list.id, filters: choice.list.filters })}
          />
        ) : null}
        {choice.office ? <input type="hidden" name="instansi" value={choice.office} /> : null}
        <FieldsOf {...props} />
        <p class="hint">
          Berikutnya Anda melihat apa yang akan terjadi pada setiap laporan. Belum ada yang berubah.
        </p>
        <p class="actions">
          <button type="submit">Lihat pratinjau</button>
        </p>
      </form>
    </Page>
  );
}

function chosenWords({ choice, regency, lines }: Props): string {
  if (choice.list) {
    const words = filterWords(choice.list.filters, regency);
    return `Semua laporan dalam daftar “${choice.list.list.label}”${words ? `, disaring: ${words}` : ''}; paling banyak ${BULK_MOST}.`;
  }
  if (choice.office) {
    const name = officeName(regency, choice.office);
    return lines && lines.length > 0
      ? `${lines.length} laporan ${name} yang masih berjalan, termasuk tembusan.`
      : `Tidak ada laporan ${name} yang masih berjalan.`;
  }
  return choice.codes.length > 0
    ? `${choice.codes.length} laporan dipilih.`
    : 'Belum ada laporan yang dipilih. Kembali ke kotak masuk dan centang laporannya.';
}

/** Lines shown at once; the preview has them all. */
const SHOWN = 100;

function OfficeCases(props: { lines: InboxLine[]; regency: Regency }) {
  const { lines, regency } = props;
  const left = lines.length - SHOWN;
  return (
    <Details summary={`Lihat ${lines.length} laporan itu`} open>
      <Table
        caption="Laporan yang masih berjalan"
        hideCaption
        columns={['Laporan', 'Keadaan', 'Dipegang']}
        rows={lines
          .slice(0, SHOWN)
          .map(({ code, title, row }) => [
            <CaseLink code={code} title={title} />,
            <StateTag state={row.state} side="desk" />,
            holderName(regency, row.holder),
          ])}
      />
      {left > 0 ? <p>Dan {left} lainnya; semuanya terlihat dalam pratinjau.</p> : null}
    </Details>
  );
}

export function CaseLink(props: { code: string; title: string | null }): Child {
  return (
    <>
      <a href={`/desk/kasus/${props.code}`}>{props.title ?? 'Laporan anonim, belum dilepas'}</a>
      <small class="nw">{props.code}</small>
    </>
  );
}

function FieldsOf({ verb, regency, typed, errors, choice }: Props): Child {
  const field = (name: string, start = '') => ({
    name,
    value: typed ? (typed.values[name]?.[0] ?? '') : start,
    error: errors[name],
  });
  const has = (name: string, value: string) => (typed?.values[name] ?? []).includes(value);
  const own = officeGroups(regency);
  switch (verb) {
    case 'dispose':
      return (
        <>
          <Select
            label="Instansi penanggung jawab"
            {...field('office')}
            groups={own}
            empty="Pilih instansi"
            required
          />
          <Details
            summary="Tembusan"
            open={Boolean(errors.copies) || (typed?.values.copies ?? []).length > 0}
          >
            {own.map(({ label, options }) => (
              <fieldset class="field">
                <legend>{label}</legend>
                {options.map(({ value, label: name }) => (
                  <Checkbox
                    name="copies"
                    id={`copies-${value}`}
                    value={value}
                    label={name}
                    checked={has('copies', value)}
                  />
                ))}
              </fieldset>
            ))}
          </Details>
          <TextArea
            label="Catatan untuk instansi (tidak dilihat pelapor; boleh kosong)"
            {...field('note')}
            rows={3}
          />
        </>
      );
    case 'archive':
      return (
        <>
          <Radios legend="Sebab" {...field('category')} options={archiveReasons} required />
          <TextArea label="Alasan (dibaca pelapor)" {...field('reason')} required />
        </>
      );
    case 'tag':
      return (
        <>
          {[
            { name: 'add', legend: 'Tambahkan' },
            { name: 'remove', legend: 'Lepaskan' },
          ].map(({ name, legend }) => (
            <fieldset class={errors[name] ? 'field bad' : 'field'} id={name}>
              <legend>{legend}</legend>
              {errors[name] ? <p class="wrong">{errors[name]}</p> : null}
              {[...regency.tags.values()].map(({ id, label }) => (
                <Checkbox name={name} id={`${name}-${id}`} value={id} label={label} checked={has(name, id)} />
              ))}
            </fieldset>
          ))}
        </>
      );
    case 'note':
      return <TextArea label="Catatan" hint="Tidak dibaca pelapor." {...field('text')} required />;
    case 'remind':
      return (
        <p>
          Setiap laporan diingatkan kepada yang memegangnya: nomor WhatsApp resmi instansi, atau petugasnya.
          Pengingat dicatat dalam riwayat.
        </p>
      );
    case 'transfer':
      return (
        <>
          {choice.office ? (
            <input type="hidden" name="from" value={choice.office} />
          ) : (
            <Select label="Instansi lama" {...field('from')} groups={own} empty="Pilih instansi" required />
          )}
          <Select
            label="Instansi penerus"
            {...field('office')}
            groups={own}
            empty="Pilih instansi"
            required
          />
          <TextArea
            label="Catatan untuk instansi (tidak dilihat pelapor; boleh kosong)"
            {...field('note')}
            rows={3}
          />
        </>
      );
  }
}
