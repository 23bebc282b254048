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
 * Numbers for the dangers a text shows. On the form every line is there, and those that do not fit are hidden: a
 * script shows and hides them while the person types (`data-for`). After sending only what fits is left.
 */
export function Danger(props: { regency: Regency; kinds: readonly Emergency[]; sent?: boolean }) {
  const { regency, kinds, sent } = props;
  const shown = regency.emergency.filter((line) => fits(line.for, kinds));
  if (sent && shown.length === 0) return null;
  return (
    <div id="bahaya" role="status" hidden={shown.length === 0}>
      <Notice tone="bad" title="Bila ada yang terancam sekarang, telepon dulu">
        <ul>
          {(sent ? shown : regency.emergency).map((line) => (
            <li data-for={line.for.join(' ')} hidden={!shown.includes(line)}>
              <a href={`tel:${line.number}`}>
                <strong>{line.number}</strong> {line.name}
              </a>
            </li>
          ))}
        </ul>
        <p>
          {sent ? '' : 'Laporan Anda tetap dapat dikirim di sini. '}
          Petugas membacanya pada hari kerja.
        </p>
      </Notice>
    </div>
  );
}

const fits = (of: readonly string[], kinds: readonly string[]): boolean =>
  of.some((one) => kinds.includes(one));
