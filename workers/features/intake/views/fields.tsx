/** The fields of a report, the same for a citizen and for whoever types for one. Each choice says who will see what. */
import { officeGroups, officeKinds } from '../../../regency/offices.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import {
  Checkbox,
  Details,
  type Errors,
  Field,
  type Option,
  Radios,
  Select,
  TextArea,
} from '../../../ui/components.tsx';
import type { Typed } from '../form.ts';
import { areaGroups, categoryOptions, kindOptions, publicKindNames } from './choices.ts';
import { Photos } from './photos.tsx';

/** What the fields are called in the list of errors. */
export const fieldLabels = {
  kind: 'Jenis laporan',
  text: 'Ceritakan',
  area: 'Wilayah',
  place: 'Tempat',
  occurredOn: 'Tanggal kejadian',
  file: 'Foto atau PDF',
  attachments: 'Foto atau PDF',
  title: 'Judul',
  category: 'Bidang',
  office: 'Instansi tujuan',
  'contact.name': 'Nama',
  'contact.email': 'E-mail',
  'contact.phone': 'Nomor HP',
};

/**
 * @param props.today local ISO date, the latest day an event may have
 * @param props.assisted somebody types it for the reporter: where photos are added, and areas instead of all of them
 */
export function ReportFields(props: {
  regency: Regency;
  typed: Typed;
  errors: Errors;
  today: string;
  assisted?: {
    photos: string;
    areas: { label: string; empty: string; groups: { label: string; options: Option[] }[] } | null;
  };
}) {
  const { regency, typed, errors, assisted } = props;
  const areas = assisted?.areas ?? {
    label: 'Desa, kelurahan, atau kecamatan (tidak wajib)',
    empty: 'Pilih, atau kosongkan bila tidak tahu',
    groups: areaGroups(regency),
  };
  return (
    <>
      <Radios
        legend="Apa yang ingin Anda sampaikan?"
        name="kind"
        value={typed.kind}
        error={errors.kind}
        options={kindOptions}
      />
      <TextArea
        label="Ceritakan"
        name="text"
        rows={7}
        value={typed.text}
        error={errors.text}
        hint="Apa yang terjadi, di mana, dan sejak kapan? Bahasa sehari-hari boleh."
        more={{ maxlength: 10_000 }}
      />
      <Select
        label={areas.label}
        name="area"
        value={typed.area}
        error={errors.area}
        empty={areas.empty}
        groups={areas.groups}
      />
      <Field
        label="Tempat persisnya (tidak wajib)"
        name="place"
        value={typed.place}
        error={errors.place}
        hint="Misalnya: depan SD, dekat jembatan, Dusun II."
        more={{ maxlength: 300 }}
      />
      <Field
        label="Tanggal kejadian (tidak wajib)"
        name="occurredOn"
        type="date"
        value={typed.occurredOn}
        error={errors.occurredOn}
        more={{ max: props.today }}
      />
      <Photos files={typed.files} error={errors.file ?? errors.attachments} action={assisted?.photos} />
      <Who typed={typed} />
      <Contact typed={typed} errors={errors} own={!assisted} />
      <Details
        summary="Pilihan lain: judul, bidang, instansi tujuan"
        open={Boolean(
          typed.title || typed.category || typed.office || errors.title || errors.category || errors.office,
        )}
      >
        <Field
          label="Judul"
          name="title"
          value={typed.title}
          error={errors.title}
          more={{ maxlength: 150 }}
        />
        <Select
          label="Bidang"
          name="category"
          value={typed.category}
          error={errors.category}
          empty="Tidak tahu"
          options={categoryOptions(regency)}
        />
        <Select
          label="Instansi tujuan"
          name="office"
          value={typed.office}
          error={errors.office}
          empty="Biarkan kami yang mencarikan"
          groups={officeGroups(regency, officeKinds, publicKindNames)}
        />
      </Details>
    </>
  );
}

/** The two switches and the tick about officials, each with who will see what. */
function Who(props: { typed: Typed }) {
  const { typed } = props;
  return (
    <fieldset class="field group">
      <legend>Siapa yang boleh tahu?</legend>
      <Checkbox
        name="aboutOfficial"
        label="Laporan ini tentang aparat atau pejabat"
        checked={typed.aboutOfficial}
        hint="Tidak ada kantor, kecamatan, atau desa yang membacanya sebelum diperiksa verifikator, yaitu satu atau dua petugas yang ditunjuk. Yang dilaporkan tidak diberi tahu dan tidak dapat membukanya."
      />
      <Checkbox
        name="anonymous"
        label="Sembunyikan siapa saya (anonim)"
        checked={typed.anonymous}
        hint="Nama dan kontak Anda tidak ditampilkan kepada petugas mana pun. Isi dan foto diperiksa dulu; yang menunjukkan diri Anda ditutup sebelum sampai ke instansi. Tanpa pilihan ini nama Anda disamarkan, dan petugas yang membukanya harus memberi alasan serta dicatat."
      />
      <Checkbox
        name="confidential"
        label="Rahasiakan isi laporan"
        checked={typed.confidential}
        hint="Isinya tidak pernah diumumkan; yang membaca hanya petugas yang menanganinya. Tanpa pilihan ini isinya, tanpa nama dan kontak, dapat diumumkan."
      />
    </fieldset>
  );
}

/** @param props.own the reporter's own device may offer what it knows of him */
function Contact(props: { typed: Typed; errors: Errors; own: boolean }) {
  const { typed, errors } = props;
  const fill = (what: string) => (props.own ? what : 'off');
  return (
    <fieldset class="field group">
      <legend>Bagaimana kami menghubungi Anda? (tidak wajib)</legend>
      <p class="hint">
        Cukup satu. <strong>Tanpa e-mail, PIN yang hilang tidak dapat diganti</strong>: simpan baik-baik nomor
        laporan dan PIN yang Anda terima nanti.
      </p>
      <div class="pair">
        <Field
          label="E-mail"
          name="contact.email"
          type="email"
          value={typed['contact.email']}
          error={errors['contact.email']}
          more={{ autocomplete: fill('email'), maxlength: 254 }}
        />
        <Field
          label="Nomor HP atau WhatsApp"
          name="contact.phone"
          type="tel"
          value={typed['contact.phone']}
          error={errors['contact.phone']}
          more={{ autocomplete: fill('tel'), maxlength: 20 }}
        />
      </div>
      <Field
        label="Nama"
        name="contact.name"
        value={typed['contact.name']}
        error={errors['contact.name']}
        more={{ autocomplete: fill('name'), maxlength: 120 }}
      />
    </fieldset>
  );
}
