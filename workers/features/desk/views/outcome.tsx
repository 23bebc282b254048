/** What stands on top of a page after an action: that it was done, or why it was not and what changed meanwhile. */
import { type DeskVerb, deskVerbs } from '../../../cases/verbs/index.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { ErrorSummary, Notice } from '../../../ui/components.tsx';
import { verbParts } from '../input.ts';
import type { DeskCase } from '../queries.ts';
import { wordTitles } from '../words.ts';
import type { Refused } from './actions.tsx';
import { History } from './history.tsx';

const done: Record<DeskVerb, string> = {
  verify: 'Verifikasi tersimpan.',
  release: 'Teks dan foto sudah dilepas untuk OPD.',
  dispose: 'Laporan sudah didisposisikan.',
  decide_return: 'Keputusan atas pengembalian tersimpan.',
  forward: 'Laporan diteruskan ke instansi luar.',
  close_forwarded: 'Hasil dari instansi luar tercatat; laporan selesai.',
  archive: 'Laporan diarsipkan.',
  reopen: 'Laporan dikeluarkan dari arsip.',
  merge: 'Laporan digabung. Pelapornya mengikuti laporan induk.',
  unmerge: 'Penggabungan dibatalkan. Laporan ditangani sendiri lagi.',
  hold: 'Laporan ditahan. Mulai sekarang hanya verifikator yang dapat membacanya.',
  free: 'Laporan dikembalikan ke admin.',
  pass_to_inspectorate: 'Laporan diteruskan ke Inspektorat.',
  follow_up: 'Tanggapan terkirim kepada pelapor.',
  answer: 'Jawaban akhir terkirim. Pelapor dapat menyatakan selesai atau keberatan.',
  ask: 'Pertanyaan terkirim. Batas waktu berhenti sampai pelapor menjawab.',
  return: 'Laporan dikembalikan ke admin.',
  note: 'Catatan tersimpan.',
  reveal: 'Pembukaan identitas tercatat.',
  record_sp4n: 'Nomor SP4N-LAPOR! tersimpan.',
  remind: 'Pengingat tercatat.',
};

/** Who did it may no longer see the case: they go on from the inbox. */
export const leavesDesk = (verb: DeskVerb) =>
  verb === 'hold' || verb === 'free' || verb === 'pass_to_inspectorate';

/** Only sentences of this list can be called up by an address. @param verb from `?ok=` */
export function doneSentence(verb: string | undefined): string | undefined {
  return verb !== undefined && Object.hasOwn(deskVerbs, verb) ? done[verb as DeskVerb] : undefined;
}

export function Done(props: { verb: string | undefined }) {
  const sentence = doneSentence(props.verb);
  if (sentence === undefined) return null;
  return (
    <Notice tone="good" live>
      <p>{sentence}</p>
    </Notice>
  );
}

export function Trouble(props: {
  regency: Regency;
  view: DeskCase;
  refused: Refused;
  sentence: string;
  /** Somebody else changed the case, or the stage does not allow it. */
  moved: boolean;
}) {
  const { view, refused } = props;
  const { verb, typed, errors } = refused;
  const ids = Object.fromEntries(Object.keys(errors).map((name) => [name, `${verb}-${name}`]));
  const seen = typed.version ?? view.version;
  const fresh = view.entries.filter((entry) => entry.seq > seen);
  return (
    <>
      {Object.keys(errors).length > 0 ? (
        <ErrorSummary errors={labelled(errors)} ids={ids} />
      ) : (
        <Notice tone="bad" title="Belum tersimpan" live>
          <p>{props.sentence}</p>
        </Notice>
      )}
      {props.moved && fresh.length > 0 ? (
        <section aria-labelledby="berubah">
          <h2 id="berubah">Yang berubah sejak Anda membukanya</h2>
          <History view={view} regency={props.regency} entries={fresh} />
        </section>
      ) : null}
      {view.verbs.includes(verb) ? null : <Kept refused={refused} />}
    </>
  );
}

/** "Pertanyaan: Terlalu pendek"; the summary stands far from its fields. */
function labelled(errors: Refused['errors']): Refused['errors'] {
  return Object.fromEntries(
    Object.entries(errors).map(([name, text]) => [
      name,
      `${fieldTitles[name] ?? wordTitles[name] ?? 'Isian'}: ${text}`,
    ]),
  );
}

const fieldTitles: Record<string, string> = {
  office: 'Instansi',
  parent: 'Nomor laporan induk',
  suggestion: 'Instansi yang seharusnya menangani',
  outcome: 'Hasil',
  result: 'Hasil',
  photos: 'Foto',
  file: 'Foto',
  date: 'Tanggal',
  category: 'Kategori atau sebab',
  number: 'Nomor',
  sure: 'Centang pernyataan di atas tombol',
  target: 'Penerima pengingat',
  accused: 'Instansi yang dituduh',
  accusedStaff: 'Petugas yang dituduh',
};

/** The form is gone, what was written is not. */
function Kept(props: { refused: Refused }) {
  const { verb, typed } = props.refused;
  const texts = Object.entries(verbParts[verb]).flatMap(([name, part]) => {
    const text = part === 'text' ? typed.values[name]?.[0] : undefined;
    return text && name in wordTitles ? [{ name, text }] : [];
  });
  if (texts.length === 0) return null;
  return (
    <section aria-labelledby="tulisan">
      <h2 id="tulisan">Tulisan Anda yang belum terkirim</h2>
      {texts.map(({ name, text }) => (
        <>
          <p class="hint">{wordTitles[name]}</p>
          <p class="quote">{text}</p>
        </>
      ))}
    </section>
  );
}
