/** Pages beside the inbox: for roles that read no cases, and the messages that a queue gave up on. */
import { roleNames } from '../../../../shared/permissions/people.ts';
import { formatDateTime, joinList } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { Notice, Table } from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';

/** Only for an account whose roles have no page of their own. */
export function RolePage(props: { regency: Regency; who: Who }) {
  const names = props.who.roles.map((role) => roleNames[role]);
  return (
    <Page title="Meja kerja" regency={props.regency} side="desk" who={props.who} path="/desk">
      <h1>Meja kerja</h1>
      <p>
        Anda masuk sebagai {joinList(names)}. Belum ada yang perlu Anda kerjakan di sini.{' '}
        <a href="/desk/akun">Kelola akun saya</a>
      </p>
    </Page>
  );
}

interface Letter {
  id: number;
  queue: string;
  at: number;
}

const queueNames: Record<string, string> = {
  routing: 'Disposisi otomatis',
  delivery: 'Pemberitahuan',
  clocks: 'Pengingat dan eskalasi',
  counting: 'Hitungan angka, papan QR, dan pencarian',
  jobs: 'Pekerjaan panjang (impor, tindakan massal, dan lainnya)',
};

export function DeadLettersPage(props: { regency: Regency; who: Who; letters: Letter[]; done: boolean }) {
  const { regency, letters } = props;
  return (
    <Page title="Antrean bermasalah" regency={regency} side="desk" who={props.who}>
      <p>
        <a href="/desk/status">← Keadaan sistem</a>
      </p>
      {props.done ? (
        <Notice tone="good" live>
          <p>Pesan dikirim ulang ke antrean.</p>
        </Notice>
      ) : null}
      <h1>Antrean bermasalah</h1>
      <p>
        Pekerjaan yang berkali-kali gagal disimpan di sini dan tidak hilang. Kirim ulang setelah penyebabnya
        diperbaiki.
      </p>
      {letters.length === 0 ? (
        <p>Tidak ada. Semua pekerjaan berjalan.</p>
      ) : (
        <Table
          caption="Pesan yang gagal"
          columns={['Pekerjaan', 'Sejak', 'Tindakan']}
          rows={letters.map((letter) => [
            queueNames[letter.queue] ?? 'Tidak dikenal',
            formatDateTime(letter.at, regency.about.timeZone),
            <form method="post" action={`/desk/antrean/${letter.id}`}>
              <button type="submit" class="second">
                Kirim ulang
              </button>
            </form>,
          ])}
        />
      )}
    </Page>
  );
}
