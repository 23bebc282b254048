/** The form of a media partner. */
import { partnerKinds } from '../../../../../../shared/campaign.ts';
import { partnerKindNames } from '../../../../../../shared/i18n/campaign-messages.ts';
import type { Regency } from '../../../../../regency/snapshot.ts';
import {
  ErrorSummary,
  Field,
  givenIn,
  HiddenKey,
  Notice,
  Select,
  TextArea,
} from '../../../../../ui/components.tsx';
import { Page, type Who } from '../../../../../ui/layout.tsx';
import { CampaignNav } from '../../../nav.tsx';
import type { Refusal, Typed } from '../../form.ts';
import type { Partner } from '../queries.ts';

const PATH = '/desk/kampanye/media';

export const partnerFields = [
  ...(['name', 'kind', 'website', 'note'] as const),
  ...(['contact.name', 'contact.phone', 'contact.email'] as const),
] as const;
export type TypedPartner = Typed<(typeof partnerFields)[number]>;

const labels = {
  name: 'Nama media',
  kind: 'Jenis',
  website: 'Situs (boleh kosong)',
  note: 'Catatan (boleh kosong)',
  'contact.name': 'Nama narahubung',
  'contact.phone': 'Telepon',
  'contact.email': 'E-mail',
};

export interface PartnerFormProps {
  regency: Regency;
  who: Who;
  typed: TypedPartner;
  refused?: Refusal | null;
  /** Of a new one. */
  key?: string;
  /** Of one that is there: as it is kept now. */
  partner?: Partner;
}

export function PartnerForm(props: PartnerFormProps) {
  const { typed, partner, refused } = props;
  const errors = refused?.errors ?? {};
  const given = givenIn(labels, typed, errors);
  const title = partner ? 'Ubah mitra media' : 'Tambah mitra media';
  const back = partner ? `${PATH}/mitra/${partner.id}` : PATH;
  return (
    <Page title={title} regency={props.regency} side="desk" who={props.who} path="/desk/kampanye">
      <CampaignNav here={PATH} />
      <h1>{title}</h1>
      <ErrorSummary errors={errors} labels={labels} />
      {refused?.trouble ? (
        <Notice tone="bad" title="Belum tersimpan" live>
          <p>{refused.trouble}</p>
          {partner ? (
            <p>
              Yang tersimpan sekarang: {partner.name}, {partnerKindNames[partner.kind]}. Catatan:{' '}
              {partner.note || 'kosong'}
            </p>
          ) : null}
        </Notice>
      ) : null}
      <form method="post" action={partner ? `${back}/ubah` : `${PATH}/mitra/baru`} novalidate>
        {props.key ? <HiddenKey value={props.key} /> : null}
        {partner ? <input type="hidden" name="version" value={String(partner.version)} /> : null}
        <Field {...given('name')} required more={{ maxlength: 120 }} />
        <Select
          {...given('kind')}
          options={partnerKinds.map((value) => ({ value, label: partnerKindNames[value] }))}
        />
        <Field {...given('website')} more={{ inputmode: 'url', maxlength: 2000 }} />
        <TextArea
          {...given('note')}
          hint="Misalnya kontrak atau tarif. Jangan menulis nama orang di sini."
          rows={3}
          more={{ maxlength: 1000 }}
        />
        <fieldset class="field">
          <legend>Narahubung (boleh kosong)</legend>
          <p class="hint">Disimpan tersandi; hanya dilihat admin instansi dan humas.</p>
          <Field {...given('contact.name')} more={{ maxlength: 120, autocomplete: 'off' }} />
          <Field
            {...given('contact.phone')}
            more={{ inputmode: 'tel', maxlength: 20, autocomplete: 'off' }}
          />
          <Field
            {...given('contact.email')}
            more={{ inputmode: 'email', maxlength: 254, autocomplete: 'off' }}
          />
        </fieldset>
        <p class="actions">
          <button type="submit">Simpan</button> <a href={back}>Batal</a>
        </p>
      </form>
    </Page>
  );
}
