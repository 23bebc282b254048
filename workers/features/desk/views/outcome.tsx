/** What stands on top of a page after an action: that it was done, or why it was not and what changed meanwhile. */
import { warningSentences } from '../../../../shared/answer-text.ts';
import { type DeskVerb, deskVerbs } from '../../../cases/verbs/index.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { ErrorSummary, Notice } from '../../../ui/components.tsx';
import type { DeskCase } from '../queries.ts';
import { fieldTitles, wordTitles } from '../words.ts';
import type { Refused } from './actions.tsx';
import { Changed, Choice, freshEntries } from './changed.tsx';
import { Kept } from './kept.tsx';

const done: Record<DeskVerb, string> = {
  verify: 'Verifikasi tersimpan.',
  release: 'Teks dan foto sudah dilepas untuk OPD.',
  dispose: 'Laporan sudah didisposisikan.',
  decide_return: 'Keputusan atas pengembalian tersimpan.',
  forward: 'Laporan diteruskan ke instansi luar.',
  chase: 'Tercatat. Sepuluh hari kerja lagi Kanal mengingatkan untuk menanyakannya.',
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
  propose_answer: 'Usulan tersimpan dan menunggu persetujuan. Pelapor belum membacanya.',
  approve_answer: 'Jawaban disetujui dan terkirim kepada pelapor.',
  send_back_answer: 'Usulan dikembalikan; pengusulnya diberi tahu.',
  carry_out: 'Tercatat. Pelapor diberi tahu bahwa pekerjaannya selesai.',
  reschedule: 'Tanggal baru tersimpan dan dikabarkan kepada pelapor.',
  ask: 'Pertanyaan terkirim. Batas waktu berhenti sampai pelapor menjawab.',
  return: 'Laporan dikembalikan ke admin.',
  note: 'Catatan tersimpan.',
  reveal: 'Pembukaan identitas tercatat.',
  record_sp4n: 'Nomor SP4N-LAPOR! tersimpan.',
  mark_copied: 'Tercatat: semuanya sudah disalin ke SP4N-LAPOR!.',
  remind: 'Pengingat tercatat.',
  tag: 'Label tersimpan.',
  transfer: 'Laporan dialihkan ke instansi penerus. Batas waktunya tetap.',
  audit: 'Pemeriksaan tercatat: laporan sesuai.',
  find_fault: 'Temuan tercatat. Laporan dibuka kembali dan diperiksa admin.',
};

/** Where somebody goes on; who did it may no longer see the case. */
export function nextPage(verb: DeskVerb, code: string): string {
  if (verb === 'audit' || verb === 'find_fault') return '/desk/audit';
  const leaves = verb === 'hold' || verb === 'free' || verb === 'pass_to_inspectorate';
  return leaves ? '/desk' : `/desk/kasus/${code}`;
}

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
  const { view, regency, refused } = props;
  const { verb, errors } = refused;
  const ids = Object.fromEntries(Object.keys(errors).map((name) => [name, `${verb}-${name}`]));
  const fresh = freshEntries(view, refused);
  const possible = view.verbs.includes(verb);
  return (
    <>
      {refused.warnings?.length ? (
        <Notice tone="warn" title="Belum terkirim. Mohon dilihat sekali lagi" live>
          <ul>
            {refused.warnings.map((warning) => (
              <li>{warningSentences[warning]}</li>
            ))}
          </ul>
          <p>
            Perbaiki jawabannya, atau <a href={`#${verb}-acceptWarnings`}>centang “Kirim walaupun begitu”</a>{' '}
            bila memang sudah tepat.
          </p>
        </Notice>
      ) : Object.keys(errors).length > 0 ? (
        <ErrorSummary errors={labelled(errors)} ids={ids} />
      ) : (
        <Notice tone="bad" title="Belum tersimpan" live>
          <p>
            {possible && props.moved && fresh.length > 0
              ? 'Laporan ini berubah sejak Anda membukanya. Baca yang berubah, lalu pilih.'
              : props.sentence}
          </p>
        </Notice>
      )}
      <Changed view={view} regency={regency} entries={fresh} />
      {possible && (props.moved || fresh.length > 0) ? <Choice view={view} refused={refused} /> : null}
      {possible ? null : <Kept view={view} regency={regency} refused={refused} />}
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
