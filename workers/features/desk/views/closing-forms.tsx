/** Forms of the administrator for what leaves the ordinary road: forward, its result, archive, re-open, SP4N number. */
import { officeGroups } from '../../../regency/offices.ts';
import { Field, Radios, Select, TextArea } from '../../../ui/components.tsx';
import { ActionForm, type FormProps, field } from './frame.tsx';

/** Outside institution the router, or the office that returned the case, thinks of first. */
export function outsideSuggestion(view: FormProps['view'], regency: FormProps['regency']): string | null {
  const returned =
    view.state === 'returned' ? view.entries.findLast((entry) => entry.verb === 'return') : undefined;
  const first = returned ? returned.facts.suggestion : view.why?.candidates[0]?.office;
  return typeof first === 'string' && regency.offices.get(first)?.kind === 'luar' ? first : null;
}

export function ForwardForm(props: FormProps & { open: boolean }) {
  const { view, regency } = props;
  const suggested = outsideSuggestion(view, regency);
  return (
    <ActionForm
      form={props}
      verb="forward"
      summary="Teruskan ke instansi luar"
      submit="Teruskan"
      open={props.open}
    >
      <Select
        label="Instansi penerima"
        {...field(props, 'forward', 'office', suggested ?? '')}
        groups={officeGroups(regency, ['luar'])}
        empty="Pilih instansi"
        required
      />
      <TextArea
        label="Penjelasan untuk pelapor"
        hint="Siapa yang akan menjawab dan bagaimana menghubunginya. Kanal menanyakan kabarnya setelah sepuluh hari kerja."
        {...field(props, 'forward', 'text')}
        required
      />
    </ActionForm>
  );
}

/** How an institution was asked; values as the verb takes them. */
export const chaseWays: Record<string, string> = {
  surat: 'Surat',
  telepon: 'Telepon',
  surel: 'Surel',
  whatsapp: 'WhatsApp',
  tatap_muka: 'Bertemu langsung',
  sistem: 'Lewat sistem mereka',
};

export function ChaseForm(props: FormProps) {
  return (
    <ActionForm
      form={props}
      verb="chase"
      summary="Catat bahwa instansi luar sudah ditanyai"
      submit="Simpan catatan"
    >
      <Select
        label="Cara menanyakan"
        {...field(props, 'chase', 'way')}
        options={Object.entries(chaseWays).map(([value, label]) => ({ value, label }))}
        empty="Pilih cara"
        required
      />
      <Field label="Tanggal ditanyai" type="date" {...field(props, 'chase', 'date')} required />
      <TextArea
        label="Kata instansi itu"
        hint="Pelapor membaca bahwa instansi itu sudah ditanyai, bukan isi catatan ini. Sepuluh hari kerja lagi Kanal mengingatkan lagi."
        {...field(props, 'chase', 'text')}
        required
      />
    </ActionForm>
  );
}

export function CloseForwardedForm(props: FormProps & { open: boolean }) {
  return (
    <ActionForm
      form={props}
      verb="close_forwarded"
      summary="Catat hasil dari instansi luar"
      submit="Catat dan selesaikan"
      sure="Hasilnya sudah saya pastikan. Laporan ini menjadi selesai."
      open={props.open}
    >
      <Radios
        legend="Hasil"
        {...field(props, 'close_forwarded', 'result')}
        required
        options={[
          { value: 'dijawab_instansi_lain', label: 'Instansi itu sudah menjawab' },
          { value: 'pelapor_diarahkan', label: 'Pelapor diarahkan menghubungi instansi itu' },
        ]}
      />
      <TextArea label="Keterangan untuk pelapor" {...field(props, 'close_forwarded', 'text')} required />
    </ActionForm>
  );
}

/** Why a case is archived; values as the verb takes them. */
export const archiveReasons = [
  { value: 'spam', label: 'Iklan, percobaan, atau main-main' },
  { value: 'terlalu_umum', label: 'Terlalu umum untuk ditindaklanjuti' },
  { value: 'bukan_urusan_pemerintah', label: 'Bukan urusan pemerintah' },
  { value: 'lainnya', label: 'Sebab lain' },
];

export function ArchiveForm(props: FormProps) {
  return (
    <ActionForm
      form={props}
      verb="archive"
      summary="Arsipkan"
      submit="Arsipkan laporan"
      sure="Laporan ini memang tidak dapat ditindaklanjuti."
      danger
    >
      <Radios legend="Sebab" {...field(props, 'archive', 'category')} required options={archiveReasons} />
      <TextArea label="Alasan (dibaca pelapor)" {...field(props, 'archive', 'reason')} required />
    </ActionForm>
  );
}

export function ReopenForm(props: FormProps & { open: boolean }) {
  return (
    <ActionForm
      form={props}
      verb="reopen"
      summary="Keluarkan dari arsip"
      submit="Keluarkan dari arsip"
      open={props.open}
    >
      <TextArea label="Alasan (dibaca pelapor)" {...field(props, 'reopen', 'reason')} required />
    </ActionForm>
  );
}

export function RecordSp4nForm(props: FormProps) {
  return (
    <ActionForm
      form={props}
      verb="record_sp4n"
      summary={props.view.sp4n ? 'Perbaiki nomor SP4N-LAPOR!' : 'Catat nomor SP4N-LAPOR!'}
      submit="Simpan nomor"
    >
      <Field
        label="Nomor laporan di SP4N-LAPOR!"
        hint="Hanya angka, seperti pada lapor.go.id."
        {...field(props, 'record_sp4n', 'number', props.view.sp4n ?? '')}
        required
        more={{ inputmode: 'numeric', maxlength: 12 }}
      />
      <Field
        label="Alamat di lapor.go.id (boleh kosong)"
        {...field(props, 'record_sp4n', 'link', props.view.sp4nLink ?? '')}
        more={{ inputmode: 'url', maxlength: 300 }}
      />
    </ActionForm>
  );
}
