/** A photo of an anonim case by itself, under the watermark of who looks at it. */
import type { Regency } from '../../../regency/snapshot.ts';
import { Page, type Who } from '../../../ui/layout.tsx';
import type { DeskCase } from '../queries.ts';
import { Watermark } from './watermark.tsx';

export function PhotoPage(props: {
  view: DeskCase;
  regency: Regency;
  who: Who;
  id: string;
  number: number;
  at: number;
}) {
  const { view, regency, who, number } = props;
  return (
    <Page title={`Lampiran ${number}, laporan ${view.code}`} regency={regency} side="desk" who={who}>
      <p>
        <a href={`/desk/kasus/${view.code}`}>← Laporan {view.code}</a>
      </p>
      <h1>Lampiran {number}</h1>
      <p class="hint">Laporan anonim: gambar ini bertanda nama Anda. Jangan disebarkan.</p>
      <div class="marked">
        <img src={`/desk/kasus/${view.code}/lampiran/${props.id}`} alt={`Foto pada lampiran ${number}`} />
        <Watermark name={who.name} regency={regency} at={props.at} strong />
      </div>
    </Page>
  );
}
