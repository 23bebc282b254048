/** Fresh links, shown once: each to copy, or to send by WhatsApp. */
import type { Regency } from '../../../../regency/snapshot.ts';
import { Field, Notice, TextArea } from '../../../../ui/components.tsx';
import { Page } from '../../../../ui/layout.tsx';
import type { SignedIn } from '../../../http.ts';
import { CampaignNav } from '../../nav.tsx';

const PATH = '/desk/kampanye/pemasangan';

export interface FreshLink {
  district: string;
  name: string;
  /** For WhatsApp; the address stands in it, and nowhere else. */
  text: string;
  /** Its office has a number in the settings. */
  hasNumber: boolean;
}

export function MadeLinksPage(props: { regency: Regency; who: SignedIn; made: readonly FreshLink[] }) {
  return (
    <Page
      title="Tautan pemasangan"
      regency={props.regency}
      side="desk"
      who={props.who}
      path="/desk/kampanye"
      scripts={['copy.js']}
    >
      <CampaignNav here={PATH} />
      <h1>Tautan pemasangan</h1>
      <Notice tone="warn">
        <p>
          Kirim sekarang: tautan ini hanya ditampilkan sekali. Bila terlewat, buat yang baru di{' '}
          <a href={PATH}>Pemasangan</a>.
        </p>
      </Notice>
      <p id="tersalin" role="status" class="hint" />
      {props.made.map((one) => (
        <section class="receipt">
          <h2>Kecamatan {one.name}</h2>
          <form method="post" action={`${PATH}/kirim`} target="_blank" rel="noopener">
            <input type="hidden" name="district" value={one.district} />
            <TextArea
              name="text"
              id={`salin-${one.district}`}
              label={`Pesan untuk Kecamatan ${one.name}`}
              value={one.text}
              rows={8}
            />
            <Field
              name="phone"
              id={`phone-${one.district}`}
              type="tel"
              label="Nomor WhatsApp (tidak disimpan)"
              hint={
                one.hasNumber
                  ? 'Kosongkan untuk memakai nomor kantor kecamatan.'
                  : 'Kosongkan untuk memilih kontak di WhatsApp.'
              }
              more={{ autocomplete: 'off', inputmode: 'tel' }}
            />
            <p class="actions">
              <button type="submit">Kirim lewat WhatsApp</button>{' '}
              <button type="button" class="second" hidden data-copy={`salin-${one.district}`}>
                Salin
              </button>
            </p>
          </form>
        </section>
      ))}
    </Page>
  );
}
