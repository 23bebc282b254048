/** Who is invited and who came: a list to tick in the hall, and the ways to invite. */
import { runsCampaigns } from '../../../../../shared/permissions/rooms.ts';
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
import { whenText } from '../../../local-time.ts';
import { CampaignNav } from '../../nav.tsx';
import type { InviteGroup } from '../invite.ts';
import type { Invitee } from '../people.ts';
import type { EventRow } from '../queries.ts';

export interface PeoplePageProps {
  regency: Regency;
  who: Who;
  event: EventRow;
  people: Invitee[];
  done: string | undefined;
  /** Names that were refused. */
  refused?: { names: string; office: string; errors: Errors };
}

const sentences: Record<string, string> = {
  undang: 'Undangan tersimpan. Yang sudah ada di daftar tidak ditambah dua kali.',
  nihil: 'Tidak ada yang ditambahkan: semuanya sudah ada di daftar, atau belum ada yang mempunyai akun.',
  hadir: 'Kehadiran tersimpan.',
  tarik: 'Undangan dicabut.',
  nama: 'Nama dihapus. Instansi dan kehadirannya tetap ada.',
};

const groups: Record<InviteGroup, string> = {
  heads: 'Undang semua kepala OPD',
  liaisons: 'Undang semua pejabat penghubung',
  untrained: 'Undang yang belum pernah bimtek',
};

export function PeoplePage(props: PeoplePageProps) {
  const { regency, event, people } = props;
  const own = `/desk/kampanye/acara/${event.id}`;
  const sentence = sentences[props.done ?? ''];
  const changes = runsCampaigns(props.who) && event.cancelledAt === null;
  const came = people.filter(({ attended }) => attended).length;
  return (
    <Page
      title={`Peserta ${event.title}`}
      regency={regency}
      side="desk"
      who={props.who}
      path="/desk/kampanye"
    >
      <CampaignNav here="/desk/kampanye/acara" />
      <p>
        <a href={own}>← {event.title}</a>
      </p>
      <Done sentence={sentence} />
      <h1>Peserta</h1>
      <p>
        {event.title}, {whenText(event.startsAt, regency.about.timeZone)}.{' '}
        {people.length > 0 ? `${came} hadir dari ${people.length} undangan.` : ''}
      </p>
      {changes ? <Invite {...props} own={own} /> : null}
      {people.length === 0 ? <p>Belum ada yang diundang.</p> : null}
      {people.length > 0 ? changes ? <Ticks {...props} own={own} /> : <Seen people={people} /> : null}
      {changes ? <Remove {...props} own={own} /> : null}
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
        Kepala OPD yang belum mempunyai akun diundang atas nama instansinya. Daftarnya boleh diisi berulang
        kali.
      </p>
      <form method="post" action={`${own}/undang-nama`} autocomplete="off" novalidate>
        <ErrorSummary errors={errors} labels={{ names: 'Nama', office: 'Instansi' }} />
        <HiddenKey value={newKey()} />
        <TextArea
          name="names"
          label="Orang tanpa akun"
          hint="Satu nama pada satu baris. Disimpan tersandi dan dapat dihapus sesudah acara."
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
        <button type="submit">Tambahkan nama</button>
      </form>
    </Details>
  );
}

function Ticks({ people, own }: PeoplePageProps & { own: string }) {
  return (
    <form method="post" action={`${own}/hadir`} autocomplete="off">
      <h2>Yang hadir</h2>
      <p class="hint">Centang yang datang, lalu simpan di bawah daftar.</p>
      {people.map(({ id, name, office, attended }) => (
        <>
          {attended ? <input type="hidden" name="before" value={id} /> : null}
          <Checkbox
            name="came"
            id={`came-${id}`}
            value={String(id)}
            label={name ?? office}
            hint={name === null ? 'Belum ada nama' : office}
            checked={attended}
          />
        </>
      ))}
      <div class="actions">
        <button type="submit">Simpan kehadiran</button>
      </div>
    </form>
  );
}

function Seen({ people }: { people: Invitee[] }) {
  return (
    <ul>
      {people.map(({ name, office, attended }) => (
        <li>
          {[name, office].filter(Boolean).join(', ')}: {attended ? 'hadir' : 'tidak tercatat hadir'}
        </li>
      ))}
    </ul>
  );
}

function Remove({ people, own, event }: PeoplePageProps & { own: string }) {
  const absent = people.filter(({ attended }) => !attended);
  return (
    <>
      {absent.length > 0 ? (
        <Details summary="Cabut undangan">
          <form method="post" action={`${own}/cabut`}>
            {absent.map(({ id, name, office }) => (
              <Checkbox
                name="ids"
                id={`ids-${id}`}
                value={String(id)}
                label={name ?? office}
                hint={name === null ? undefined : office}
              />
            ))}
            <button type="submit" class="second">
              Cabut undangan yang dicentang
            </button>
          </form>
        </Details>
      ) : null}
      {event.heldAt !== null ? (
        <ConfirmForm
          action={`${own}/hapus-nama`}
          formKey={newKey()}
          summary="Hapus nama orang tanpa akun"
          submit="Ya, hapus nama-nama itu"
          danger
        >
          <p>
            Daftar hadir bertanda tangan ikut dihapus. Instansi dan kehadirannya tetap ada. Yang dihapus tidak
            dapat dikembalikan.
          </p>
        </ConfirmForm>
      ) : null}
    </>
  );
}
