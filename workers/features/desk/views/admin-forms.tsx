/** Forms of the administrator: verify, release, dispose, decide a return, forward, archive, re-open. */
import { caseKinds, kindNames } from '../../../../shared/lifecycle/states.ts';
import { formatNumber } from '../../../../shared/text.ts';
import { ownOffices } from '../../../regency/offices.ts';
import { Checkbox, Field, Select, TextArea } from '../../../ui/components.tsx';
import { officeName } from '../words.ts';
import { ActionForm, type FormProps, field, OfficeChoice, OfficeTicks, ticked } from './frame.tsx';

export function VerifyForm(props: FormProps) {
  const { view, regency } = props;
  const categories = [...regency.categories.values()].map(({ id, name }) => ({ value: id, label: name }));
  return (
    <ActionForm
      form={props}
      verb="verify"
      summary="Verifikasi: perbaiki jenis, judul, dan kategori"
      submit="Simpan verifikasi"
    >
      <Select
        label="Jenis"
        hint="Batas penyelesaian mengikuti jenis ini mulai disposisi. Tanggal janji kepada pelapor tetap."
        {...field(props, 'verify', 'kind', view.kind)}
        options={caseKinds.map((kind) => ({ value: kind, label: kindNames[kind].id }))}
      />
      {view.verbs.includes('hold') ? (
        <p class="hint">
          Bila berkadar pengawasan (menuduh penyelenggara pemerintahan), jangan diverifikasi di sini:{' '}
          <a href="#hold-reason">tahan untuk verifikator</a>.
        </p>
      ) : null}
      <Field label="Judul" {...field(props, 'verify', 'title', view.title ?? '')} more={{ maxlength: 150 }} />
      <Select
        label="Kategori"
        {...field(props, 'verify', 'category', view.category?.id ?? '')}
        options={categories}
        empty="Belum ditentukan"
      />
      <Checkbox
        name="urgent"
        id="verify-urgent"
        label="Mendesak"
        hint="Tanggapan pertama dalam satu hari kerja."
        checked={ticked(props, 'urgent', '1', view.urgent)}
      />
      <Checkbox
        name="confidential"
        id="verify-confidential"
        label="Rahasia"
        hint="Isinya tidak pernah diumumkan. Tidak dapat dicabut lagi."
        checked={ticked(props, 'confidential', '1', view.flags.includes('confidential'))}
      />
    </ActionForm>
  );
}

/** Candidates of the router first, one tick away; every other office in the list beside them. */
export function DisposeForm(props: FormProps & { open: boolean }) {
  const { view, regency } = props;
  const isOwn = (office: string) => ownOffices(regency).some(({ code }) => code === office);
  const candidates = (view.why?.candidates ?? []).filter(({ office }) => isOwn(office));
  const { wished: named } = view;
  const wished =
    named !== null && isOwn(named) && candidates.every(({ office }) => office !== named) ? [named] : [];
  const options = [
    ...candidates.map(({ office, score }) => ({
      value: office,
      label: officeName(regency, office),
      hint: `${formatNumber(score * 100)} % dari petunjuk dalam laporan`,
    })),
    ...wished.map((office) => ({
      value: office,
      label: officeName(regency, office),
      hint: 'disebut oleh pelapor',
    })),
  ];
  return (
    <ActionForm
      form={props}
      verb="dispose"
      summary="Disposisikan ke OPD"
      submit="Disposisikan"
      open={props.open}
    >
      <OfficeChoice form={props} verb="dispose" legend="OPD penanggung jawab" suggested={options} />
      <OfficeTicks
        form={props}
        verb="dispose"
        name="copies"
        summary="Tembusan"
        hint="Instansi tembusan dapat membaca dan menulis catatan."
      />
      <Checkbox
        name="urgent"
        id="dispose-urgent"
        label="Mendesak"
        hint="Tanggapan pertama dalam satu hari kerja."
        checked={ticked(props, 'urgent', '1', view.urgent)}
      />
      <TextArea
        label="Catatan untuk instansi (tidak dilihat pelapor; boleh kosong)"
        {...field(props, 'dispose', 'note')}
        rows={3}
      />
    </ActionForm>
  );
}

export function DecideReturnForm(props: FormProps & { open: boolean }) {
  const { view, regency } = props;
  const asked = view.entries.findLast((entry) => entry.verb === 'return')?.facts.suggestion;
  const suggested = typeof asked === 'string' && regency.offices.get(asked)?.kind !== 'luar' ? asked : null;
  const options = [
    ...(suggested
      ? [{ value: suggested, label: officeName(regency, suggested), hint: 'usulan OPD yang mengembalikan' }]
      : []),
    ...(view.office
      ? [
          {
            value: view.office,
            label: officeName(regency, view.office),
            hint: 'pengembalian ditolak; batas waktu berjalan lagi',
          },
        ]
      : []),
  ];
  return (
    <ActionForm
      form={props}
      verb="decide_return"
      summary="Putuskan pengembalian"
      submit="Simpan keputusan"
      open={props.open}
    >
      <OfficeChoice form={props} verb="decide_return" legend="Siapa yang menangani?" suggested={options} />
      <TextArea
        label="Catatan untuk instansi (tidak dilihat pelapor; boleh kosong)"
        {...field(props, 'decide_return', 'note')}
        rows={3}
      />
    </ActionForm>
  );
}
