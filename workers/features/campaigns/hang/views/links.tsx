/** Making links for kecamatan, and what became of those that were made. */
import { runsCampaigns } from '../../../../../shared/permissions/rooms.ts';
import { formatDate, formatDateTime } from '../../../../../shared/text.ts';
import { anyArea } from '../../../../regency/named.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import {
  ConfirmForm,
  ErrorSummary,
  type Errors,
  HiddenKey,
  Notice,
  namedOptions,
  Select,
  Table,
  Tag,
} from '../../../../ui/components.tsx';
import { Page } from '../../../../ui/layout.tsx';
import type { SignedIn } from '../../../http.ts';
import { CampaignNav } from '../../nav.tsx';
import { LINK_DAYS } from '../links.ts';
import { ALL, type LinkLine } from '../wish.ts';

const PATH = '/desk/kampanye/pemasangan';

interface Props {
  regency: Regency;
  who: SignedIn;
  lines: readonly LinkLine[];
  districts: readonly { code: string; name: string }[];
  programs: readonly { id: number; name: string }[];
  /** Is there anything to hang? */
  planned: boolean;
  formKey: string;
  typed: { district: string; program: string };
  errors: Errors;
  revoked: boolean;
  now: number;
}

export function LinksPage(props: Props) {
  const { regency, who, lines } = props;
  return (
    <Page title="Pemasangan" regency={regency} side="desk" who={who} path="/desk/kampanye">
      <CampaignNav here={PATH} />
      <h1>Pemasangan</h1>
      {props.revoked ? (
        <Notice tone="good" live>
          <p>Tautan dicabut. Yang sudah terkirim lewat tautan itu tetap tersimpan.</p>
        </Notice>
      ) : null}
      <p>
        Kecamatan memasang dan memotret tanpa akun, lewat tautan yang berlaku {LINK_DAYS} hari. Tautan itu
        hanya menambah foto, posisi, dan catatan pada bahan di kecamatannya. Bahan di OPD dicatat pada
        halamannya sendiri, di <a href="/desk/kampanye/papan?wilayah=opd">Tempat dan bahan</a>.
      </p>
      {props.planned ? null : (
        <Notice title="Belum ada yang dapat dipasang">
          <p>
            Tautan yang dikirim sekarang kosong.{' '}
            <a href="/desk/kampanye/papan/rencana">Rencanakan bahannya</a> dahulu.
          </p>
        </Notice>
      )}
      {runsCampaigns(who) ? <NewLinks {...props} /> : null}
      <h2>Tautan yang dibuat</h2>
      {lines.length === 0 ? (
        <p>Belum ada tautan. Pilih kecamatan di atas, lalu kirim tautannya lewat WhatsApp.</p>
      ) : (
        <Table
          caption="Tautan pemasangan"
          hideCaption
          columns={['Kecamatan', 'Program', 'Terpasang', 'Berlaku sampai', 'Terakhir dibuka', 'Keadaan']}
          rows={lines.map((line) => row(line, props))}
        />
      )}
    </Page>
  );
}

function NewLinks({ districts, programs, formKey, typed, errors }: Props) {
  const all = { value: ALL, label: `Semua kecamatan (${districts.length} tautan)` };
  return (
    <>
      <h2>Buat tautan</h2>
      <ErrorSummary errors={errors} />
      <form method="post" action={PATH}>
        <HiddenKey value={formKey} />
        <div class="pair">
          <Select
            name="district"
            label="Kecamatan"
            value={typed.district}
            error={errors.district}
            options={[all, ...districts.map(({ code, name }) => ({ value: code, label: name }))]}
          />
          <Select
            name="program"
            label="Program"
            value={typed.program}
            error={errors.program}
            empty="Semua bahan"
            options={namedOptions(programs)}
          />
        </div>
        <button type="submit">Buat tautan</button>
      </form>
    </>
  );
}

function row({ link, program, done, total }: LinkLine, { regency, who, now, formKey }: Props) {
  const zone = regency.about.timeZone;
  const open = link.revokedAt === null && link.expiresAt > now;
  const name = anyArea(regency, link.district)?.name ?? link.district;
  return [
    name,
    program ?? 'Semua bahan',
    `${done} dari ${total}`,
    formatDate(link.expiresAt, zone),
    link.lastUsedAt === null ? 'Belum pernah' : formatDateTime(link.lastUsedAt, zone),
    open ? (
      <>
        <Tag tone="green">Berlaku</Tag>
        {runsCampaigns(who) ? (
          <ConfirmForm
            action={`${PATH}/${link.id}/cabut`}
            formKey={formKey}
            summary="Cabut"
            submit={`Ya, cabut tautan ${name}`}
            danger
          >
            <p>Siapa pun yang memegang tautan ini tidak dapat mengirim foto lagi.</p>
          </ConfirmForm>
        ) : null}
      </>
    ) : (
      <Tag>{link.revokedAt === null ? 'Berakhir' : 'Dicabut'}</Tag>
    ),
  ];
}
