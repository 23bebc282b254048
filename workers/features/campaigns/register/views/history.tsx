/** The life of a piece of material, newest first, with its photos. */
import { lifeNames } from '../../../../../shared/i18n/campaign-messages.ts';
import { formatDateTime, isoOffset } from '../../../../../shared/text.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { type Happening, Timeline } from '../../../../ui/components.tsx';
import type { ShownEntry } from '../history.ts';
import { hasPicture } from '../photos.ts';

interface Props {
  entries: readonly ShownEntry[];
  regency: Regency;
  /** Epoch ms. */
  now: number;
}

export function LifeHistory({ entries, regency, now }: Props) {
  return (
    <>
      <h2 id="riwayat">Riwayat</h2>
      {entries.length === 0 ? (
        <p>Belum ada langkah. Rencanakan bahan ini untuk memulai.</p>
      ) : (
        <Timeline items={entries.map((entry) => happening(entry, regency, now))} />
      )}
    </>
  );
}

function happening(entry: ShownEntry, { about }: Regency, now: number): Happening {
  const { life, before, at, who, photo, remark } = entry;
  const edited = life === before && photo === null;
  return {
    title: edited ? 'Keterangan diubah' : lifeNames[life],
    time: formatDateTime(at, about.timeZone),
    datetime: isoOffset(at, about.timeZone),
    by: who,
    ...toneOf(edited, life),
    children: (
      <>
        {remark ? <p class="quote">{remark}</p> : null}
        {entry.lat === null || entry.lon === null ? null : (
          <p>
            Posisi: {entry.lat.toFixed(5)}, {entry.lon.toFixed(5)}
          </p>
        )}
        {photo ? <Photo id={photo} life={lifeNames[life].toLowerCase()} now={now} /> : null}
      </>
    ),
  };
}

function Photo({ id, life, now }: { id: string; life: string; now: number }) {
  if (!hasPicture(id, now)) return <p class="hint">Foto sudah dihapus: disimpan satu tahun.</p>;
  const address = `/desk/kampanye/foto/${id}`;
  return (
    <p>
      <a href={address}>
        <img src={address} alt={`Foto: ${life}`} width="240" loading="lazy" />
      </a>
    </p>
  );
}

function toneOf(edited: boolean, life: ShownEntry['life']): { tone?: 'good' | 'bad' } {
  if (edited) return {};
  if (life === 'hung' || life === 'checked') return { tone: 'good' };
  return life === 'damaged' || life === 'gone' ? { tone: 'bad' } : {};
}
