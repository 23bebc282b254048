/** The form in which somebody types for another: the citizen's fields, how the report came, and the notice that is read. */

import { emergenciesOf } from '../../../../shared/danger.ts';
import { assistedChannels, channelNames } from '../../../../shared/lifecycle/channel-names.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import {
  Checkbox,
  DefaultSubmit,
  Details,
  ErrorSummary,
  type Errors,
  Field,
  HiddenKey,
  Notice,
  Select,
} from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import { QrCode } from '../../../ui/qr.tsx';
import { areaGroups, Danger, EmergencyLine, fieldLabels, ReportFields } from '../../intake/queries.ts';
import type { AssistedTyped } from '../input.ts';
import type { Door } from '../pages.tsx';
import { isWithin } from '../send.ts';

const labels = {
  ...fieldLabels,
  channel: 'Cara laporan datang',
  letterNumber: 'Nomor surat',
  letterDate: 'Tanggal surat',
  noticeRead: 'Pemberitahuan data pribadi',
  post: 'Kiriman media sosial',
};

interface Props {
  regency: Regency;
  who: Who;
  door: Door;
  typed: AssistedTyped;
  /** Of a helper; null = everywhere. */
  areas: string[] | null;
  errors: Errors;
  /** It is about somebody in office: the reporter should send it alone. */
  accuses: boolean;
  /** Local ISO date. */
  today: string;
  origin: string;
}

export function AssistedFormPage(props: Props) {
  const { regency, typed, errors, door, areas } = props;
  const title = door.kim ? 'Bantu warga melapor' : 'Terima laporan';
  return (
    <Page
      title={title}
      regency={regency}
      side="desk"
      who={props.who}
      path={door.path}
      scripts={['counter.js']}
    >
      <h1>{title}</h1>
      <p>
        {door.kim
          ? 'Ketik apa yang disampaikan warga di desa Anda. Sesudah terkirim, laporan tidak terlihat lagi di sini, dan PIN hanya untuk pelapor.'
          : 'Untuk warga yang datang, menelepon, atau berkirim surat. Yang wajib: cara laporan datang, jenis, dan isinya.'}
      </p>
      <EmergencyLine regency={regency} />
      <form
        method="post"
        action={door.path}
        enctype="multipart/form-data"
        id="lapor"
        autocomplete="off"
        novalidate
      >
        <DefaultSubmit />
        {props.accuses ? <Accusation {...props} /> : null}
        <ErrorSummary errors={errors} labels={labels} />
        <HiddenKey value={typed.key} />
        <input type="hidden" name="kertas" value={typed.paper} />
        {typed.post ? <input type="hidden" name="post" value={typed.post} /> : null}
        {typed.post ? (
          <p class="hint">Dari catatan media sosial. Tautannya ikut tersimpan, hanya untuk petugas.</p>
        ) : null}
        {door.kim ? null : <HowItCame typed={typed} errors={errors} today={props.today} />}
        <ReportFields
          regency={regency}
          typed={typed}
          errors={errors}
          today={props.today}
          assisted={{
            photos: `${door.path}/foto`,
            areas: areas && {
              label: 'Desa atau kelurahan',
              empty: 'Pilih desa',
              groups: groupsWithin(regency, areas),
            },
          }}
        />
        <ReadAloud regency={regency} typed={typed} error={errors.noticeRead} />
        <Danger regency={regency} kinds={emergenciesOf(typed.text)} />
        <div class="actions">
          <button type="submit" class="big">
            Kirim laporan
          </button>
        </div>
      </form>
    </Page>
  );
}

function groupsWithin(regency: Regency, areas: readonly string[]) {
  return areaGroups(regency)
    .map((group) => ({
      ...group,
      options: group.options.filter(({ value }) => isWithin(regency, areas, value)),
    }))
    .filter((group) => group.options.length > 0);
}

function HowItCame(props: { typed: AssistedTyped; errors: Errors; today: string }) {
  const { typed, errors } = props;
  return (
    <>
      <Select
        label={labels.channel}
        name="channel"
        value={typed.channel}
        error={errors.channel}
        empty="Pilih"
        options={assistedChannels.map((value) => ({ value, label: channelNames[value] }))}
      />
      <Details
        summary="Surat: nomor dan tanggal"
        open={Boolean(
          typed.channel === 'letter' ||
            typed.letterNumber ||
            typed.letterDate ||
            errors.letterNumber ||
            errors.letterDate,
        )}
      >
        <div class="pair">
          <Field
            label={labels.letterNumber}
            name="letterNumber"
            value={typed.letterNumber}
            error={errors.letterNumber}
            hint="Misalnya 005/12/XI/2026; tanpa nama."
            more={{ maxlength: 40 }}
          />
          <Field
            label={labels.letterDate}
            name="letterDate"
            type="date"
            value={typed.letterDate}
            error={errors.letterDate}
            more={{ max: props.today }}
          />
        </div>
      </Details>
    </>
  );
}

/** A colleague should not read along (domain.md sections 1 and 2). */
function Accusation(props: Props) {
  return (
    <div id="aboutOfficial-serah">
      <Notice tone="warn" title="Laporan ini menyangkut aparat atau pejabat" live>
        <p>
          Sebaiknya pelapor mengirimnya sendiri, supaya tidak ada rekan yang ikut membaca. Belum ada yang
          terkirim.
        </p>
        <p class="actions">
          <button type="submit" formaction={`${props.door.path}/serah`}>
            Serahkan perangkat ini kepada pelapor
          </button>
        </p>
        <p>Atau pelapor memindai kode ini dengan HP-nya dan melapor di {props.origin}:</p>
        <QrCode text={props.origin} label="Kode QR formulir laporan" side={160} />
        <Checkbox
          name="insisted"
          label="Pelapor tetap meminta saya yang mengirim"
          checked={props.typed.insisted}
          hint="Laporan ditahan untuk verifikator. Anda tidak dapat membukanya lagi, dan PIN hanya dibuka oleh pelapor."
        />
      </Notice>
    </div>
  );
}

/** Short enough to be read aloud; the whole notice stands on the public form. */
function ReadAloud(props: { regency: Regency; typed: AssistedTyped; error: string | undefined }) {
  const { about, offices } = props.regency;
  const office = offices.get(about.adminOffice)?.name ?? 'Diskominfo';
  return (
    <div class={props.error ? 'field bad' : 'field'}>
      <p class="quote">
        “Data Bapak/Ibu hanya dipakai Pemerintah {about.fullName} untuk menangani laporan ini, disimpan
        tersandi, dan boleh dilihat, dibetulkan, atau dihapus kapan saja dengan nomor laporan dan PIN, atau
        lewat {office}. Nama dan nomor tidak wajib.”
      </p>
      {props.error ? <p class="wrong">{props.error}</p> : null}
      <Checkbox
        name="noticeRead"
        label="Sudah dibacakan atau diberikan kepada pelapor"
        checked={props.typed.noticeRead}
      />
    </div>
  );
}
