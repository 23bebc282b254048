/** Who is invited to a meeting and who came: a list to tick in the hall, and the ways to invite. */
import { newKey } from '../../../../platform/ids.ts';
import { ownOffices } from '../../../../regency/offices.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import {
  Checkbox,
  ConfirmForm,
  Details,
  Done,
  ErrorSummary,
  type Errors,
  HiddenKey,
  Select,
  TextArea,
} from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { EvaluationNav } from '../../nav.tsx';
import type { InviteGroup } from '../invite.ts';
import type { Invitee } from '../people.ts';
import type { MeetingRow } from '../queries.ts';
import { isOpen, whenOf } from '../words.ts';
import { cameOf } from './list.tsx';
import { Seen, Ticks, Withdraw } from './people-groups.tsx';

export interface PeoplePageProps {
  regency: Regency;
  who: Who;
  meeting: MeetingRow;
  people: Invitee[];
  done: string | undefined;
  /** Names that were refused. */
  refused?: { names: string; office: string; came: boolean; errors: Errors };
}

const sentences: Record<string, string> = {
  undang: 'Daftar tersimpan. Yang sudah ada di daftar tidak ditambah dua kali.',
  nihil: 'Tidak ada yang ditambahkan: semuanya sudah ada di daftar, atau belum ada yang mempunyai akun.',
  hadir: 'Kehadiran tersimpan.',
  tarik: 'Undangan dicabut.',
  nama: 'Nama dihapus. Instansi dan kehadirannya tetap ada.',
};

const groups: Record<InviteGroup, string> = {
  all: 'Undang semuanya',
  leaders: 'Undang pimpinan dan admin',
  heads: 'Undang semua kepala OPD',
  liaisons: 'Undang semua pejabat penghubung',
};

export function PeoplePage(props: PeoplePageProps) {
  const { regency, meeting, people } = props;
  const own = `/desk/evaluasi/rapat/${meeting.id}`;
  const changes = isOpen(meeting);
  const came = people.filter(({ attended }) => attended).length;
  return (
    <Page
      title={`Peserta ${meeting.title}`}
      regency={regency}
      side="desk"
      who={props.who}
      path="/desk/evaluasi"
    >
      <EvaluationNav here="/desk/evaluasi/rapat" />
      <p>
        <a href={own}>← {meeting.title}</a>
      </p>
      <Done sentence={sentences[props.done ?? '']} />
      <h1>Peserta</h1>
      <p>
        {whenOf(meeting, regency.about.timeZone)}.{' '}
        {people.length > 0 ? `${cameOf(people.length, came)}.` : 'Belum ada yang diundang.'}{' '}
        {people.length > 0 && meeting.cancelledAt === null ? (
          <a href={`${own}/daftar-hadir`}>Cetak daftar hadir</a>
        ) : null}
      </p>
      {changes ? <Invite {...props} own={own} /> : null}
      {people.length > 0 ? changes ? <Ticks people={people} own={own} /> : <Seen people={people} /> : null}
      {changes ? <Withdraw people={people} own={own} /> : null}
      {people.some(({ name, account }) => name !== null && !account) ? <Forget own={own} /> : null}
    </Page>
  );
}

function Invite({ regency, people, refused, own }: PeoplePageProps & { own: string }) {
  const errors = refused?.errors ?? {};
  const offices = ownOffices(regency);
  return (
    <Details summary="Undang peserta" open={people.length === 0 || refused !== undefined}>
      <form method="post" action={`${own}/undang`} class="actions">
        {Object.entries(groups).map(([value, label]) => (
          <button type="submit" name="group" value={value} class="second">
            {label}
          </button>
        ))}
      </form>
      <p class="hint">
        Kepala OPD yang belum mempunyai akun diundang atas nama instansinya. Tombolnya boleh ditekan berulang
        kali.
      </p>
      <form method="post" action={`${own}/undang-nama`} autocomplete="off" novalidate>
        <ErrorSummary errors={errors} labels={{ names: 'Nama', office: 'Instansi' }} />
        <HiddenKey value={newKey()} />
        <TextArea
          name="names"
          label="Orang tanpa akun"
          hint="Satu nama pada satu baris. Disimpan tersandi."
          value={refused?.names}
          error={errors.names}
        />
        <Select
          name="office"
          label="Dari instansi"
          empty="Tanpa instansi"
          value={refused?.office}
          error={errors.office}
          options={offices.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <Checkbox
          name="came"
          label="Datang tanpa undangan: langsung tercatat hadir"
          checked={refused?.came}
        />
        <button type="submit">Tambahkan nama</button>
      </form>
    </Details>
  );
}

const Forget = ({ own }: { own: string }) => (
  <ConfirmForm
    action={`${own}/hapus-nama`}
    formKey={newKey()}
    summary="Hapus nama orang tanpa akun"
    submit="Ya, hapus nama-nama itu"
    danger
  >
    <p>Instansi dan kehadirannya tetap ada. Yang dihapus tidak dapat dikembalikan.</p>
  </ConfirmForm>
);
