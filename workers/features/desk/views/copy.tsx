/** What goes into SP4N-LAPOR! by hand: each field with its button, then "Semua disalin". Never who reported. */
import { kindNames } from '../../../../shared/lifecycle/states.ts';
import { formatDate } from '../../../../shared/text.ts';
import { newKey } from '../../../platform/ids.ts';
import { anyCategory } from '../../../regency/named.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { ErrorSummary, Field, HiddenKey, Notice } from '../../../ui/components.tsx';
import { type CopiedText, CopyFields } from '../../../ui/copy.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import type { RefusedCopy } from '../copy-pages.tsx';
import { answerOf, type CopyList } from '../copying.ts';
import type { DeskCase } from '../queries.ts';
import { dayText } from '../words.ts';

export interface CopyPageProps {
  view: DeskCase;
  regency: Regency;
  who: Who;
  list: CopyList;
  /** Code of the next one to copy. */
  next: string | null;
  done: boolean;
  refused: RefusedCopy | null;
}

const lists: Record<CopyList, string> = { report: 'Belum di SP4N', answer: 'Jawaban belum disalin' };

export function CopyPage(props: CopyPageProps) {
  const { view, regency, next, list } = props;
  const waits = view.anonymous && !view.released;
  return (
    <Page
      title={`Salin ke SP4N-LAPOR! · ${view.code}`}
      regency={regency}
      side="desk"
      who={props.who}
      scripts={['copy.js']}
    >
      <p>
        <a href={`/desk/kasus/${view.code}`}>← Laporan {view.code}</a>
      </p>
      {props.refused ? <Refusal refused={props.refused} /> : null}
      {props.done ? (
        <Notice tone="good" live>
          <p>Tercatat: laporan {view.code} sudah disalin.</p>
        </Notice>
      ) : null}
      <h1>Salin ke SP4N-LAPOR!</h1>
      <nav class="pages" aria-label={lists[list]}>
        {next ? (
          <a
            href={`/desk/kasus/${next}/sp4n?daftar=${list}`}
            rel="next"
            data-next={props.done ? '1' : undefined}
          >
            Berikutnya: {next} →
          </a>
        ) : (
          <span>Tidak ada lagi di daftar “{lists[list]}”.</span>
        )}
      </nav>
      {waits ? (
        <Notice tone="warn" title="Belum dapat disalin">
          <p>
            Laporan ini anonim. <a href={`/desk/kasus/${view.code}#aksi-release`}>Lepaskan teksnya dahulu</a>,
            supaya yang menunjukkan siapa pelapornya tidak ikut tersalin.
          </p>
        </Notice>
      ) : (
        <Fields {...props} />
      )}
    </Page>
  );
}

function Fields(props: CopyPageProps) {
  const { view } = props;
  return (
    <>
      <p class="hint">
        Tekan “Salin” pada setiap isian, tempelkan di lapor.go.id, lalu tandai di bawah. {reporterHint(view)}
        {view.flags.includes('confidential') ? ' Pilih “Rahasia” di sana.' : ''}
      </p>
      <CopyFields fields={fieldsOf(view, props.regency)} />
      {view.toCopy === null ? (
        <p>
          Semua isi laporan ini sudah disalin{view.sp4n ? `, nomor ${view.sp4n}` : ''}. Jawaban baru akan
          muncul lagi di daftar.
        </p>
      ) : (
        <MarkForm {...props} />
      )}
    </>
  );
}

function MarkForm({ view, list, refused }: CopyPageProps) {
  const typed = (name: string) => refused?.typed.values[name]?.[0] ?? '';
  return (
    <form method="post" action={`/desk/kasus/${view.code}/sp4n?daftar=${list}`}>
      <HiddenKey value={refused?.typed.key || newKey()} />
      <input type="hidden" name="version" value={String(view.version)} />
      {view.toCopy === 'report' ? (
        <>
          <Field
            label="Nomor laporan di SP4N-LAPOR! (Tracking ID)"
            name="number"
            value={typed('number')}
            error={refused?.errors.number}
            required
            more={{ inputmode: 'numeric', maxlength: 12, autocomplete: 'off' }}
          />
          <Field
            label="Alamat di lapor.go.id (boleh kosong)"
            name="link"
            value={typed('link')}
            error={refused?.errors.link}
            more={{ inputmode: 'url', maxlength: 300, autocomplete: 'off' }}
          />
        </>
      ) : (
        <p>
          Nomor di SP4N-LAPOR!: <strong>{view.sp4n}</strong>
        </p>
      )}
      <p class="actions">
        <button type="submit">Semua disalin</button>
      </p>
    </form>
  );
}

function Refusal({ refused }: { refused: RefusedCopy }) {
  if (Object.keys(refused.errors).length > 0)
    return <ErrorSummary errors={refused.errors} labels={{ number: 'Nomor', link: 'Alamat' }} />;
  return (
    <Notice tone="bad" title="Belum tersimpan" live>
      <p>{refused.sentence}</p>
    </Notice>
  );
}

function reporterHint(view: DeskCase): string {
  if (view.anonymous) return 'Pelapor anonim: pilih “Anonim” di sana.';
  return view.contact === 'none'
    ? 'Pelapor tidak meninggalkan nama.'
    : 'Identitas pelapor tidak ada di sini; bila diperlukan, buka di halaman laporan dengan alasan.';
}

/** Of an anonim case only what was released: text and place that the reporter wrote may tell who they are. */
function fieldsOf(view: DeskCase, regency: Regency): CopiedText[] {
  const released = view.entries.findLast((entry) => entry.verb === 'release')?.words;
  const shown = view.anonymous
    ? { title: released?.title ?? null, text: released?.text ?? null, place: null }
    : view;
  const category = anyCategory(regency, view.category?.id)?.lapor;
  const where = [shown.place, view.area?.name, view.anonymous ? null : view.position]
    .filter(Boolean)
    .join('; ');
  const fields: [id: string, label: string, text: string | null | undefined][] = [
    ['judul', 'Judul', shown.title],
    ['isi', 'Isi laporan', shown.text],
    ['lokasi', 'Lokasi kejadian', where],
    view.occurredOn
      ? ['tanggal', 'Tanggal kejadian', dayText(regency, view.occurredOn)]
      : ['tanggal', 'Tanggal laporan', formatDate(view.receivedAt, regency.about.timeZone)],
    ['klasifikasi', 'Klasifikasi', kindNames[view.kind].id],
    ['kategori', 'Kategori', category ?? view.category?.name],
    ['jawaban', 'Jawaban', answerOf(view)],
  ];
  return fields.flatMap(([id, label, text]) => (text ? [{ id, label, text }] : []));
}
