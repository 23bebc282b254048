/** Emergency numbers: one line that always stands, and a notice for texts that call for it. Never blocks sending. */
import type { Emergency } from '../../../../shared/danger.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { Notice } from '../../../ui/components.tsx';

export function EmergencyLine(props: { regency: Regency }) {
  return (
    <p class="urgent">
      <strong>Darurat? Telepon dulu:</strong>{' '}
      {props.regency.emergency.map((line) => (
        <>
          <a href={`tel:${line.number}`} title={line.name}>
            {line.number} {shortName(line.name)}
          </a>{' '}
        </>
      ))}
    </p>
  );
}

/** "SAPA, sahabat perempuan dan anak" → "SAPA". */
const shortName = (name: string): string => name.split(/,| dan /)[0] ?? name;

/**
 * Numbers for the dangers a text shows. Without kinds it is hidden, and a script shows the lines that fit while the
 * person types (`data-for`).
 */
export function Danger(props: { regency: Regency; kinds?: readonly Emergency[] }) {
  const { regency, kinds } = props;
  const lines = kinds ? regency.emergency.filter((line) => fits(line.for, kinds)) : regency.emergency;
  if (lines.length === 0 || kinds?.length === 0) return null;
  return (
    <div id="bahaya" role="status" hidden={kinds === undefined}>
      <Notice tone="bad" title="Bila ada yang terancam sekarang, telepon dulu">
        <ul>
          {lines.map((line) => (
            <li data-for={line.for.join(' ')}>
              <a href={`tel:${line.number}`}>
                <strong>{line.number}</strong> {line.name}
              </a>
            </li>
          ))}
        </ul>
        <p>
          {kinds ? '' : 'Laporan Anda tetap dapat dikirim di sini. '}
          Petugas membacanya pada hari kerja.
        </p>
      </Notice>
    </div>
  );
}

const fits = (of: readonly string[], kinds: readonly string[]): boolean =>
  of.some((one) => kinds.includes(one));
