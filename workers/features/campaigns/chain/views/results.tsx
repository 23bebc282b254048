/** What the campaign brought: the chain of all, which material works, and where nobody scans; read in two minutes. */
import { smallCountsText } from '../../../../../shared/small-counts.ts';
import { formatNumber } from '../../../../../shared/text.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { Details, Select, Summary } from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { SheetLinks } from '../../../../ui/sheet-links.tsx';
import { CampaignNav } from '../../nav.tsx';
import type { ChannelLine } from '../channels.ts';
import { type Choice, choices, RESULTS } from '../choices.ts';
import type { Line, Results } from '../results.ts';
import type { Silence } from '../silent.ts';
import { costText, perSettledText, rangeText } from '../told.ts';
import { Channels } from './channels.tsx';
import { Funnel } from './funnel.tsx';
import { Lines } from './lines.tsx';

export interface ResultsPageProps extends Silence {
  regency: Regency;
  who: Who;
  results: Results;
  channels: readonly ChannelLine[];
  chosen: Choice | undefined;
}

export function ResultsPage(props: ResultsPageProps) {
  const { regency, who, chosen } = props;
  return (
    <Page title="Hasil kampanye" regency={regency} side="desk" who={who} path="/desk/kampanye">
      <CampaignNav here="/desk/kampanye/hasil" />
      <h1>Hasil kampanye</h1>
      <form method="get" action={RESULTS} class="search no-print">
        <Select
          name="menurut"
          label="Rincian menurut"
          empty="Ringkasan"
          options={choices.map(({ value, label }) => ({ value, label }))}
          value={chosen?.value}
        />
        <button type="submit" class="second">
          Tampilkan
        </button>
      </form>
      {chosen ? <Chosen {...props} chosen={chosen} /> : <Overview {...props} />}
      <HowToRead invented={regency.switches.demo} />
    </Page>
  );
}

function Overview({ results, silent, hanging }: ResultsPageProps) {
  return (
    <>
      <InShort line={results.whole} />
      <Funnel line={results.whole} />
      <Summary
        rows={[
          { term: 'Biaya seluruhnya', value: costText(results.whole) },
          { term: 'Biaya per laporan selesai', value: perSettledText(results.whole) },
        ]}
      />
      <h2 id="bahan">Bahan mana yang bekerja</h2>
      <Lines caption="Hasil menurut bahan" lines={working(results.by.material)} by="material" />
      <h2 id="sepi">Di mana tidak ada yang memindai</h2>
      <Silent silent={silent} hanging={hanging} />
    </>
  );
}

function InShort({ line }: { line: Line }) {
  const { scanned, submitted, settled, settledOnTime } = line.chain;
  if (scanned.most + submitted.most === 0)
    return (
      <p>
        Belum ada yang memindai kode atau mengeklik tautan kampanye. Angka muncul di sini beberapa detik
        sesudah pindaian pertama.
      </p>
    );
  return (
    <p>
      Pindaian dan klik: {rangeText(scanned)}. Laporan yang masuk: {rangeText(submitted)}. Yang sudah selesai:{' '}
      {rangeText(settled)}, tepat waktu: {rangeText(settledOnTime)}.
    </p>
  );
}

/** Materials that nobody has planned would fill the table with zeros. */
const working = (lines: readonly Line[]) => {
  const used = lines.filter(
    ({ chain, cost }) => chain.scanned.most > 0 || chain.submitted.most > 0 || cost > 0,
  );
  return used.length > 0 ? used : lines;
};

function Silent({ silent, hanging }: Silence) {
  if (hanging === 0)
    return (
      <p>
        Belum ada bahan yang terpasang. Mulai dari <a href="/desk/kampanye/pemasangan">pemasangan</a>.
      </p>
    );
  const count = silent.reduce((sum, { pieces }) => sum + pieces.length, 0);
  if (count === 0) return <p>Semua {formatNumber(hanging)} bahan yang terpasang pernah dipindai.</p>;
  return (
    <>
      <p>
        {formatNumber(count)} dari {formatNumber(hanging)} bahan yang terpasang belum pernah dipindai. Periksa
        letaknya: terlihat, cukup rendah, dan cukup besar.
      </p>
      <Summary
        rows={silent.map(({ name, pieces }) => ({
          term: `${name} (${formatNumber(pieces.length)})`,
          value: pieces.map((piece, at) => (
            <>
              {at > 0 ? '; ' : ''}
              <a href={`/desk/kampanye/${piece.code}`}>{piece.name}</a>
            </>
          )),
        }))}
      />
    </>
  );
}

function Chosen({ results, channels, chosen }: ResultsPageProps & { chosen: Choice }) {
  const { by } = chosen;
  const what = chosen.label.toLowerCase();
  const count = by === 'channel' ? channels.length : results.by[by].length;
  return (
    <>
      <h2>Menurut {what}</h2>
      {count === 0 ? <p>{chosen.empty}</p> : null}
      {by === 'channel' ? <Channels lines={channels} /> : null}
      {by !== 'channel' && count > 0 ? (
        <Lines caption={`Hasil menurut ${what}`} lines={results.by[by]} by={by} />
      ) : null}
      <SheetLinks path={RESULTS} query={`?menurut=${chosen.value}`} />
    </>
  );
}

function HowToRead({ invented }: { invented: boolean }) {
  return (
    <Details summary="Cara membaca angka ini">
      <ul>
        <li>
          Jangkauan hanya diketahui bila seseorang mengisinya: untuk unggahan dan berita, dan untuk acara yang
          dihadiri. Berapa orang melihat sebuah papan tidak diketahui.
        </li>
        <li>
          “Antara 12 % dan 40 %” berarti orangnya masih kurang dari 100: angka yang sebenarnya hampir pasti
          (95 dari 100 kali) ada di antara keduanya. Selisih kecil antara dua baris seperti itu belum berarti
          apa-apa.
        </li>
        <li>
          {smallCountsText(invented, 'tertulis “kurang dari 5”, supaya tidak menunjuk kepada seseorang')}.
          Jumlah yang dapat membuka angka itu ditulis sebagai rentang.
        </li>
        <li>
          Biaya hanya yang diisi, tidak pernah diperkirakan. Biaya per laporan selesai tampil bila semua biaya
          diisi dan sedikitnya 5 laporan selesai.
        </li>
        <li>
          Pengaduan tentang aparat, spam, dan laporan yang belum diperiksa tidak dihitung. Sedikit laporan
          bukan berarti tidak ada masalah.
        </li>
      </ul>
    </Details>
  );
}
