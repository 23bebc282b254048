/** What other rules would have done to the last cases: from where to where, and which. Of accusations only numbers. */
import type { Differences } from '../../../../shared/routing/destiny.ts';
import { HIDDEN, shownCount } from '../../../../shared/small-counts.ts';
import { formatNumber } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { Details, Table } from '../../../ui/components.tsx';

const HIDDEN_FIRST = HIDDEN.replace('k', 'K');
/** Cases that one page lists. */
const MOST = 100;

export function RulesEffect({ regency, seen }: { regency: Regency; seen: Differences }) {
  const { looked, moved, ways } = seen;
  const office = (code: string | null) =>
    code === null ? 'belum ada saran' : (regency.offices.get(code)?.name ?? code);
  if (looked === 0)
    return (
      <>
        <h2>Akibatnya pada laporan terakhir</h2>
        <p>Belum ada laporan yang dapat dibandingkan.</p>
      </>
    );
  return (
    <>
      <h2>Akibatnya pada {formatNumber(looked)} laporan terakhir</h2>
      <p>
        {moved.length === 0
          ? 'Tidak ada yang akan ke instansi lain.'
          : `${formatNumber(moved.length)} laporan akan ke instansi lain.`}
      </p>
      {ways.length > 0 ? (
        <Table
          caption="Dari mana ke mana"
          columns={['Dari', 'Ke', 'Laporan']}
          rows={ways.map(({ from, to, count }) => [office(from), office(to), formatNumber(count)])}
        />
      ) : null}
      <Others regency={regency} seen={seen} />
      <p class="hint">
        Dihitung hanya dari laporan biasa yang boleh Anda baca dan teksnya masih ada, termasuk yang diimpor.
        Iklan dan pengaduan yang ditahan atau berkadar tidak ikut dihitung.
      </p>
      {moved.length > 0 ? (
        <Details summary={`Laporan yang berpindah (${formatNumber(moved.length)})`}>
          <ul>
            {moved.slice(0, MOST).map(({ code, from, to }) => (
              <li>
                <a href={`/desk/kasus/${code}`}>{code}</a>: {short(regency, from)} → {short(regency, to)}
              </li>
            ))}
          </ul>
          {moved.length > MOST ? <p>Dan {formatNumber(moved.length - MOST)} laporan lain.</p> : null}
        </Details>
      ) : null}
    </>
  );
}

const short = (regency: Regency, code: string | null): string =>
  code === null ? 'belum ada' : (regency.offices.get(code)?.short ?? code);

/** Cases that stand in no list here: small numbers stay hidden. */
function Others({ regency, seen }: { regency: Regency; seen: Differences }) {
  const { alone, person, held, unheld } = seen;
  const told = (count: number) => {
    const shown = shownCount(count, regency.switches.demo);
    return shown === null ? HIDDEN_FIRST : formatNumber(shown);
  };
  const lines = [
    { count: alone, text: 'akan didisposisikan tanpa menunggu petugas' },
    { count: person, text: 'akan menunggu petugas, yang sebelumnya tidak' },
    { count: held, text: 'akan ditahan sebagai tuduhan' },
    { count: unheld, text: 'tidak akan ditahan lagi sebagai tuduhan' },
  ].filter(({ count }) => count > 0);
  if (lines.length === 0) return null;
  return (
    <ul>
      {lines.map(({ count, text }) => (
        <li>
          {told(count)} laporan {text}.
        </li>
      ))}
    </ul>
  );
}
