/** Reach from a table: the file is asked for, and what it would change is shown before anything is written. */
import { postChannelNames } from '../../../../../../shared/i18n/campaign-messages.ts';
import { formatNumber } from '../../../../../../shared/text.ts';
import type { Regency } from '../../../../../regency/snapshot.ts';
import { ErrorSummary, Field, Notice, Table } from '../../../../../ui/components.tsx';
import { Page, type Who } from '../../../../../ui/layout.tsx';
import { CampaignNav } from '../../../nav.tsx';
import { reachText } from '../../views/facts.tsx';
import type { JudgedRow, Verdict } from '../judge.ts';
import { changesOf } from '../save.ts';

const PATH = '/desk/kampanye/unggahan';

export const reachProblems = {
  no_file: 'Pilih berkasnya dahulu.',
  too_large: 'Berkas terlalu besar. Batasnya 5 MB dan 20.000 baris.',
  encrypted: 'Berkas ini dikunci dengan kata sandi. Simpan dahulu tanpa kata sandi, lalu unggah lagi.',
  old_format: 'Berkas Excel lama (.xls) tidak dapat dibaca. Simpan sebagai .xlsx atau CSV, lalu unggah lagi.',
  not_a_sheet: 'Berkas ini tidak dapat dibaca. Unggah .xlsx atau .csv.',
  no_columns: 'Kolom tidak ditemukan. Perlu kolom “Kode” atau “Alamat”, dan kolom “Jangkauan”.',
  no_rows: 'Tidak ada baris di bawah judul kolom.',
};

const verdictNames: Record<Verdict, string> = {
  changes: 'Akan disimpan',
  same: 'Sudah sama',
  unknown: 'Unggahan tidak ditemukan',
  several: 'Beberapa unggahan beralamat sama; pakai kodenya',
  no_number: 'Jangkauan bukan angka bulat',
  twice: 'Unggahan ini sudah ada di baris sebelumnya',
};

interface Shown {
  regency: Regency;
  who: Who;
}

export function ReachPage(
  props: Shown & {
    problem?: keyof typeof reachProblems | undefined;
    done: { saved: number; skipped: number } | null;
  },
) {
  const { problem, done } = props;
  return (
    <Page title="Impor jangkauan" regency={props.regency} side="desk" who={props.who} path="/desk/kampanye">
      <CampaignNav here={PATH} />
      <p>
        <a href={PATH}>← Kalender unggahan</a>
      </p>
      <h1>Impor jangkauan</h1>
      {problem ? <ErrorSummary errors={{ file: reachProblems[problem] }} /> : null}
      {done ? (
        <Notice tone={done.skipped > 0 ? 'warn' : 'good'} live>
          <p>
            {formatNumber(done.saved)} jangkauan tersimpan.
            {done.skipped > 0
              ? ` ${formatNumber(done.skipped)} tidak: unggahannya berubah sejak diperiksa. Unggah lagi berkasnya.`
              : ''}
          </p>
        </Notice>
      ) : null}
      <p>
        Berkas CSV atau XLSX dengan satu baris untuk tiap unggahan. Unggahan dicari menurut kode tautannya,
        lalu menurut alamat tayangnya. Yang akan berubah diperlihatkan dahulu.
      </p>
      <Table
        caption="Kolom yang dibaca"
        columns={['Kolom', 'Isi']}
        rows={[
          ['Kode atau Alamat', 'Misalnya 7K3MQ9, atau https://www.instagram.com/p/…'],
          ['Jangkauan', 'Orang yang terjangkau, misalnya 1250'],
          ['Tanggal (boleh tidak ada)', 'Tanggal angka itu; tanpa ini hari ini'],
        ]}
      />
      <form method="post" action={`${PATH}/jangkauan`} enctype="multipart/form-data">
        <Field
          name="file"
          type="file"
          label="Berkas"
          hint="CSV atau XLSX, paling besar 5 MB."
          error={problem && reachProblems[problem]}
          more={{ accept: '.csv,.xlsx' }}
        />
        <p class="actions">
          <button type="submit">Periksa</button>
        </p>
      </form>
    </Page>
  );
}

export function ReachPreview(props: Shown & { rows: readonly JudgedRow[] }) {
  const changes = changesOf(props.rows);
  return (
    <Page title="Periksa jangkauan" regency={props.regency} side="desk" who={props.who} path="/desk/kampanye">
      <CampaignNav here={PATH} />
      <p>
        <a href={`${PATH}/jangkauan`}>← Pilih berkas lain</a>
      </p>
      <h1>Periksa jangkauan</h1>
      {changes.length === 0 ? (
        <Notice tone="info">
          <p>Tidak ada yang berubah. Belum ada yang disimpan.</p>
        </Notice>
      ) : (
        <form method="post" action={`${PATH}/jangkauan/simpan`}>
          <input type="hidden" name="changes" value={JSON.stringify(changes)} />
          <p>Belum ada yang disimpan. Baris dengan keterangan lain dilewati.</p>
          <p class="actions">
            <button type="submit">Simpan {formatNumber(changes.length)} jangkauan</button>
          </p>
        </form>
      )}
      <Table
        caption="Baris berkas"
        columns={['Unggahan', 'Baris', 'Sekarang', 'Menjadi', 'Keterangan']}
        rows={props.rows.map(({ row, verdict, post, reach, on }) => [
          post ? (
            <>
              <a href={`${PATH}/${post.id}`}>{post.title}</a>
              <small>{postChannelNames[post.channel]}</small>
            </>
          ) : (
            'Tidak dikenal'
          ),
          String(row),
          reachText(post?.reach ?? null, post?.reachOn ?? null),
          verdict === 'changes' ? reachText(reach, on) : '–',
          verdictNames[verdict],
        ])}
      />
    </Page>
  );
}
