/** What each figure means: one page for all, one for each. */
import type { Basis } from '../../../../../shared/figures/counts.ts';
import { type Definition, definitions } from '../../../../../shared/figures/definitions.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { Summary, Table } from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { EvaluationNav } from '../../nav.tsx';
import { FIGURES } from '../asked.ts';
import { DEFINITIONS, DefinitionLink } from './links.tsx';

const basisWords: Record<Basis, string> = {
  received: 'Dihitung pada hari laporan diterima, dengan keadaannya sekarang.',
  due: 'Dihitung pada hari jatuh temponya, sampai kemarin.',
  seen: 'Dihitung pada hari unggahan dilihat petugas.',
};

const betterWords = { high: 'Makin tinggi makin baik.', low: 'Makin rendah makin baik.' };

interface Props {
  regency: Regency;
  who: Who;
}

export function DefinitionsPage({ regency, who }: Props) {
  return (
    <Page title="Arti angka" regency={regency} side="desk" who={who} path="/desk/evaluasi">
      <EvaluationNav here={FIGURES} />
      <h1>Arti angka</h1>
      <p>
        Setiap angka dihitung dengan cara yang sama di layar, di berkas, di paket rapat, dan dalam data
        terbuka.
      </p>
      <Table
        caption="Arti semua angka"
        hideCaption
        columns={['Angka', 'Cara menghitung', 'Satuan']}
        rows={definitions.map((definition) => [
          <DefinitionLink definition={definition} />,
          definition.formula,
          definition.unit,
        ])}
      />
    </Page>
  );
}

export function DefinitionPage({ regency, who, definition }: Props & { definition: Definition }) {
  const { name, formula, unit, basis, source, leavesOut, better } = definition;
  return (
    <Page title={name} regency={regency} side="desk" who={who} path="/desk/evaluasi">
      <EvaluationNav here={FIGURES} />
      <h1>{name}</h1>
      <Summary
        rows={[
          { term: 'Cara menghitung', value: formula },
          { term: 'Satuan', value: unit },
          { term: 'Hari', value: basisWords[basis] },
          { term: 'Sumber', value: source },
          { term: 'Tidak termasuk', value: leavesOut },
          {
            term: 'Cara membaca',
            value: better
              ? betterWords[better]
              : 'Tinggi atau rendah bukan baik atau buruk: sedikit bukan kabar baik.',
          },
        ]}
      />
      <p class="actions no-print">
        <a href={FIGURES}>Lihat angkanya</a>
        <a href={DEFINITIONS}>Semua arti angka</a>
      </p>
    </Page>
  );
}
