/** Forms of those who hold accusations, and the ones that several share: note, hold, reveal. */
import { Select, TextArea } from '../../../ui/components.tsx';
import { ActionForm, type FormProps, field, OfficeTicks, Ticks } from './frame.tsx';

export function PassForm(props: FormProps & { open: boolean }) {
  return (
    <ActionForm
      form={props}
      verb="pass_to_inspectorate"
      summary="Teruskan ke Inspektorat"
      submit="Teruskan ke Inspektorat"
      sure="Laporan ini menuduh penyelenggara pemerintahan."
      open={props.open}
    >
      <p>
        Instansi dan petugas yang dituduh tidak akan melihat laporan ini. Bila Inspektorat sendiri yang
        dituduh, laporan diteruskan kepada pimpinan.
      </p>
      <OfficeTicks form={props} verb="pass_to_inspectorate" name="accused" summary="Instansi yang dituduh" />
      <Ticks
        form={props}
        verb="pass_to_inspectorate"
        name="accusedStaff"
        summary="Petugas yang dituduh"
        groups={[{ label: 'Akun petugas', options: props.accounts }]}
      />
      <TextArea
        label="Catatan untuk instansi (tidak dilihat pelapor; boleh kosong)"
        {...field(props, 'pass_to_inspectorate', 'note')}
        rows={3}
      />
    </ActionForm>
  );
}

export function FreeForm(props: FormProps) {
  return (
    <ActionForm
      form={props}
      verb="free"
      summary="Bukan pengaduan khusus: kembalikan ke admin"
      submit="Kembalikan ke admin"
      sure="Laporan ini tidak menuduh penyelenggara pemerintahan."
    >
      <TextArea label="Alasan" {...field(props, 'free', 'reason')} required />
    </ActionForm>
  );
}

export function HoldForm(props: FormProps) {
  return (
    <ActionForm
      form={props}
      verb="hold"
      summary="Tahan sebagai pengaduan khusus"
      submit="Tahan untuk verifikator"
      sure="Setelah ditahan, hanya verifikator yang dapat membaca laporan ini."
      danger
    >
      <TextArea
        label="Alasan"
        hint="Laporan menuduh pejabat atau petugas, misalnya pungutan liar atau penyalahgunaan wewenang."
        {...field(props, 'hold', 'reason')}
        required
      />
      <OfficeTicks form={props} verb="hold" name="accused" summary="Instansi yang dituduh" />
    </ActionForm>
  );
}

export function NoteForm(props: FormProps) {
  return (
    <ActionForm form={props} verb="note" summary="Tambah catatan internal" submit="Simpan catatan">
      <TextArea
        label="Catatan"
        hint="Tidak dibaca pelapor. Tidak mengubah batas waktu."
        {...field(props, 'note', 'text')}
        required
      />
      <Mentions form={props} />
    </ActionForm>
  );
}

/** So many stand as boxes to tick; a longer list is chosen from. */
const TICKS = 30;

/** Colleagues who may read the case; a mail calls them, without the words of the note. */
function Mentions(props: { form: FormProps }) {
  const { form } = props;
  const options = form.view.colleagues.map(({ id, name, part }) => ({
    value: String(id),
    label: `${name} (${part})`,
  }));
  if (options.length === 0) return null;
  const more = options.slice(TICKS);
  return (
    <>
      <Ticks
        form={form}
        verb="note"
        name="mentions"
        summary="Sebut rekan"
        hint="Rekan yang dicentang menerima surat untuk membuka laporan ini. Isi catatan tidak ikut dikirim."
        groups={[{ label: 'Yang dapat membaca laporan ini', options: options.slice(0, TICKS) }]}
      />
      {more.length > 0 ? (
        <Select
          label="Rekan lain"
          name="mentions"
          id="note-mentions"
          value={(form.typed?.values.mentions ?? []).find((id) => more.some(({ value }) => value === id))}
          options={more}
          empty="Tidak ada"
        />
      ) : null}
    </>
  );
}

export function RevealForm(props: FormProps) {
  return (
    <ActionForm
      form={props}
      verb="reveal"
      summary="Buka identitas pelapor"
      submit="Buka identitas"
      sure="Pembukaan ini dicatat dengan nama saya dan alasannya."
      danger
    >
      <TextArea label="Alasan" {...field(props, 'reveal', 'reason')} required rows={3} />
    </ActionForm>
  );
}
