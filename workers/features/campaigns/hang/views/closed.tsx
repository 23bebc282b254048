/** A link that opens nothing any more, or never did: whom to ask for another. */

import { anyOffice } from '../../../../regency/named.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { Page } from '../../../../ui/layout.tsx';
import { LINK_DAYS } from '../links.ts';

export const closedWords = {
  unknown: 'Tautan ini tidak dikenal. Mungkin terpotong saat disalin: buka lagi dari pesan aslinya.',
  expired: `Tautan ini sudah lewat ${LINK_DAYS} hari.`,
  revoked: 'Tautan ini sudah dicabut.',
};

export function ClosedPage(props: { regency: Regency; why: keyof typeof closedWords }) {
  const { regency } = props;
  const office = anyOffice(regency, regency.about.adminOffice)?.name ?? regency.about.fullName;
  return (
    <Page title="Tautan tidak berlaku" regency={regency}>
      <h1>Tautan tidak berlaku</h1>
      <p>{closedWords[props.why]}</p>
      <p>
        Minta tautan baru kepada yang mengirimnya, di {office}. Foto yang masih tersimpan di HP ini tidak
        hilang: foto itu ikut terkirim begitu tautan baru dibuka di HP ini.
      </p>
    </Page>
  );
}
