/** /desk/data-pribadi/kunci: which keys there are, and sealing everything anew with a new one. */
import { formatDateTime, formatNumber } from '../../../../shared/text.ts';
import { type KeyTrouble, troubleWords } from '../../../privacy/key-words.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { Checkbox, ConfirmForm, Notice, Summary, Table, Tag, type Tone } from '../../../ui/components.tsx';
import { Page } from '../../../ui/layout.tsx';
import type { SignedIn } from '../../http.ts';
import type { KeyState, RotationLine } from '../keys-state.ts';
import { BackToCare } from './parts.tsx';

const states: Record<KeyState['state'], { word: string; tone: Tone; means: string }> = {
  seals: { word: 'menyegel', tone: 'green', means: 'Data baru disegel dengannya.' },
  opens: { word: 'masih dipakai', tone: 'blue', means: 'Membuka data lama. Jangan dihapus dari KEYS.' },
  over: { word: 'tidak dipakai lagi', tone: 'grey', means: 'Boleh dihapus dari KEYS.' },
  missing: {
    word: 'tidak ada',
    tone: 'red',
    means: 'Masih ada data yang disegel dengannya. Tambahkan kembali ke KEYS.',
  },
};

export function KeysPage(props: {
  regency: Regency;
  who: SignedIn;
  keys: readonly KeyState[];
  runs: readonly RotationLine[];
  troubles: readonly KeyTrouble[];
  /** Names of those who began a run, by actor. */
  names: ReadonlyMap<string, string>;
  formKey: string;
  started: boolean;
  unsure: boolean;
}) {
  const { regency, keys, runs } = props;
  const running = runs.find(({ state }) => state === 'running');
  const seals = keys.find(({ state }) => state === 'seals')?.id ?? '';
  return (
    <Page title="Kunci data pribadi" regency={regency} side="desk" path="/desk/data-pribadi" who={props.who}>
      <BackToCare />
      <h1>Kunci data pribadi</h1>
      {props.started ? (
        <Notice tone="good" live>
          <p>
            Penyegelan ulang dimulai. Kanal tetap dapat dipakai; muat ulang halaman ini untuk kemajuannya.
          </p>
        </Notice>
      ) : null}
      {props.troubles.map((trouble) => (
        <Notice tone="bad" title="Ada masalah dengan kunci">
          <p>{troubleWords(trouble, 'id')}</p>
        </Notice>
      ))}
      <p>
        Nama, kontak, isi laporan, dan berkas disegel dengan kunci yang hanya dipegang pemerintah kabupaten.
        Kuncinya sendiri tidak ada di halaman ini.
      </p>
      <Table
        caption="Kunci"
        columns={['Kunci', 'Keadaan', 'Artinya', 'Tidak terbuka']}
        rows={keys.map(({ id, state, left }) => [
          id,
          <Tag tone={states[state].tone}>{states[state].word}</Tag>,
          states[state].means,
          left === 0 ? '–' : `${formatNumber(left)} nilai`,
        ])}
      />
      {props.troubles
        .filter(({ kind }) => kind === 'lost')
        .map(({ key }) => (
          <ConfirmForm
            action="/desk/data-pribadi/kunci/lepas"
            formKey={props.formKey}
            summary={`Kunci ${key} tidak akan kembali`}
            submit={`Jalan terus tanpa kunci ${key}`}
            danger
          >
            <input type="hidden" name="id" value={key} />
            <p>Yang disegel dengannya tetap tidak dapat dibuka. Tidak ada yang dihapus.</p>
            <Checkbox
              name="sure"
              id={`sure-${key}`}
              label="Salinan kunci sudah dicari di semua tempat dan tidak ada."
              required
            />
          </ConfirmForm>
        ))}
      <h2>Menyegel ulang dengan kunci baru</h2>
      {running ? (
        <Progress line={running} />
      ) : (
        <>
          <p>
            Sesudah kunci baru diletakkan paling depan di KEYS, semua data lama disegel ulang di sini. Kanal
            tetap berjalan, dan yang terputus dilanjutkan sendiri. Caranya ada di panduan pengelola
            (“Mengganti kunci”).
          </p>
          <ConfirmForm
            action="/desk/data-pribadi/kunci"
            formKey={props.formKey}
            summary="Segel ulang semua data"
            submit={`Segel ulang dengan kunci ${seals}`}
            open={props.unsure}
          >
            <Checkbox
              name="sure"
              label="Kunci lama dan baru sudah disimpan di tempat aman di luar Kanal."
              hint={props.unsure ? 'Centang ini dahulu.' : undefined}
              required
            />
          </ConfirmForm>
        </>
      )}
      {runs.length > 0 ? (
        <Table
          caption="Penyegelan ulang terakhir"
          columns={['Mulai', 'Kunci', 'Oleh', 'Hasil']}
          rows={runs.map((line) => [
            formatDateTime(line.run.startedAt, regency.about.timeZone),
            line.run.toKey,
            props.names.get(line.run.by) ?? 'Petugas',
            resultOf(line),
          ])}
        />
      ) : null}
    </Page>
  );
}

function Progress(props: { line: RotationLine }) {
  const { run, percent, checks } = props.line;
  return (
    <>
      <p>
        <progress max={100} value={percent} aria-label="Kemajuan penyegelan ulang">
          {percent}%
        </progress>
      </p>
      <Summary
        rows={[
          { term: 'Kemajuan', value: `${percent}% bagian data` },
          { term: 'Sedang', value: checks ? 'memeriksa sekali lagi' : 'menyegel ulang' },
          { term: 'Sudah disegel ulang', value: `${formatNumber(run.sealed)} nilai dan berkas` },
        ]}
      />
    </>
  );
}

function resultOf({ run, state, percent }: RotationLine): string {
  const done = `${formatNumber(run.sealed)} disegel ulang`;
  const left = run.unreadable > 0 ? `, ${formatNumber(run.unreadable)} tidak dapat dibuka` : '';
  if (state === 'running') return `berjalan, ${percent}%`;
  return state === 'stopped' ? `dihentikan; ${done}` : `selesai: ${done}${left}`;
}
