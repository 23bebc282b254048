/** Share cards of the form and of each program. */
import { runsCampaigns } from '../../../../../../shared/permissions/rooms.ts';
import { isPng } from '../../../../../regency/crest.ts';
import type { Regency } from '../../../../../regency/snapshot.ts';
import { Notice, Table } from '../../../../../ui/components.tsx';
import { Page, type Who } from '../../../../../ui/layout.tsx';
import { shortAddress } from '../../../chain/words.tsx';
import { CampaignNav } from '../../../nav.tsx';
import { sharePath } from '../../../scans/target.ts';
import type { ProgramCard } from '../queries.ts';

const PATH = '/desk/kampanye/unggahan';

export function CardsPage(props: {
  regency: Regency;
  who: Who;
  origin: string;
  cards: readonly ProgramCard[];
  /** One was made just now. */
  made: boolean;
}) {
  const { regency, origin, cards } = props;
  const runs = runsCampaigns(props.who);
  return (
    <Page title="Kartu bagikan" regency={regency} side="desk" who={props.who} path="/desk/kampanye">
      <CampaignNav here={PATH} />
      <p>
        <a href={PATH}>← Kalender unggahan</a>
      </p>
      <h1>Kartu bagikan</h1>
      <p>
        Gambar yang tampil bila tautan dibagikan di WhatsApp dan media sosial. Setiap program dapat mempunyai
        halaman sendiri dengan gambarnya; yang datang lewat halaman itu dihitung untuk programnya.
      </p>
      {regency.crest && !isPng(regency.crest.paper) ? (
        <Notice tone="warn">
          <p>
            Kartu tampil tanpa lambang, karena lambang yang diunggah bukan PNG. Admin dapat menggantinya
            dengan gambar PNG di Pengaturan, Lambang.
          </p>
        </Notice>
      ) : null}
      {props.made ? (
        <Notice tone="good" live>
          <p>Halaman program siap dibagikan.</p>
        </Notice>
      ) : null}
      <Table
        caption="Kartu"
        hideCaption
        columns={['Halaman', 'Tautan untuk dibagikan', 'Gambar 1200 × 630']}
        rows={[
          [
            'Formulir laporan',
            shortAddress(origin, '').slice(0, -1),
            <Picture address="/bagikan/kartu.png" name="formulir laporan" />,
          ],
          ...cards.map(({ id, name, code }) => [
            <span id={`program-${id}`}>{name}</span>,
            code ? (
              <>
                <span class="mono">{shortAddress(origin, code)}</span>
                <small>
                  <a href={sharePath(code)}>Lihat halamannya</a>,{' '}
                  <a href={`/desk/kampanye/${code}`}>lihat hasilnya</a>
                </small>
              </>
            ) : runs ? (
              <form method="post" action={`${PATH}/kartu/${id}`}>
                <button type="submit" class="second">
                  Buat halaman<span class="vh"> {name}</span>
                </button>
              </form>
            ) : (
              'Belum dibuat'
            ),
            code ? <Picture address={`${sharePath(code)}/kartu.png`} name={name} /> : '–',
          ]),
        ]}
      />
      {cards.length === 0 ? (
        <p>
          Belum ada program. <a href="/desk/kampanye/program">Buat program dahulu</a>.
        </p>
      ) : null}
    </Page>
  );
}

function Picture({ address, name }: { address: string; name: string }) {
  return (
    <a href={address} download="kartu-bagikan.png">
      Unduh<span class="vh"> {name}</span>
    </a>
  );
}
