/** One media partner; who is spoken to there is for those who run the campaign. */
import { partnerKindNames } from '../../../../../../shared/i18n/campaign-messages.ts';
import { runsCampaigns } from '../../../../../../shared/permissions/rooms.ts';
import type { Regency } from '../../../../../regency/snapshot.ts';
import { Done, Summary, Tag } from '../../../../../ui/components.tsx';
import { Page, type Who } from '../../../../../ui/layout.tsx';
import { CampaignNav } from '../../../nav.tsx';
import { Address } from '../../views/facts.tsx';
import type { Contact } from '../input.ts';
import type { ArticlePage, Partner } from '../queries.ts';
import { Articles } from './media.tsx';

const PATH = '/desk/kampanye/media';

export function PartnerPage(props: {
  regency: Regency;
  who: Who;
  partner: Partner;
  /** null = not for this person. */
  contact: Contact | null;
  page: ArticlePage;
  done?: string | undefined;
}) {
  const { partner, contact } = props;
  const own = `${PATH}/mitra/${partner.id}`;
  const archived = partner.archivedAt !== null;
  return (
    <Page title={partner.name} regency={props.regency} side="desk" who={props.who} path="/desk/kampanye">
      <CampaignNav here={PATH} />
      <p>
        <a href={PATH}>← Media</a>
      </p>
      <h1>{partner.name}</h1>
      {archived ? (
        <p>
          <Tag>Diarsipkan</Tag>
        </p>
      ) : null}
      <Done sentence={props.done} />
      <Summary
        rows={[
          { term: 'Jenis', value: partnerKindNames[partner.kind] },
          { term: 'Situs', value: <Address url={partner.website} /> },
          { term: 'Catatan', value: partner.note || 'Tidak ada' },
          ...(contact
            ? [
                { term: 'Narahubung', value: contact.name ?? 'Belum diisi' },
                { term: 'Telepon', value: contact.phone ?? 'Belum diisi' },
                { term: 'E-mail', value: contact.email ?? 'Belum diisi' },
              ]
            : []),
        ]}
      />
      {runsCampaigns(props.who) ? (
        <form method="post" action={`${own}/${archived ? 'pakai-lagi' : 'arsip'}`}>
          <input type="hidden" name="version" value={String(partner.version)} />
          <p class="actions">
            {archived ? null : (
              <>
                <a class="button" href={`${PATH}/berita/baru?mitra=${partner.id}`}>
                  Catat berita
                </a>{' '}
              </>
            )}
            <a class="button second" href={`${own}/ubah`}>
              Ubah
            </a>{' '}
            <button type="submit" class="second">
              {archived ? 'Pakai lagi' : 'Arsipkan'}
            </button>
          </p>
        </form>
      ) : null}
      <h2>Berita</h2>
      <Articles page={props.page} regency={props.regency} address={own} />
    </Page>
  );
}
