/** "Ingatkan lewat WhatsApp": a button for each holder with a number. */

import type { Remindable } from '../../../cases/reminding.ts';
import { newKey } from '../../../platform/ids.ts';
import { HiddenKey } from '../../../ui/components.tsx';

export function Remind(props: { code: string; targets: Remindable[] }) {
  return (
    <>
      {props.targets.length === 0 ? (
        <p>Pemegang laporan ini belum punya nomor WhatsApp di Kanal. Admin dapat mengisinya.</p>
      ) : (
        <p>
          WhatsApp terbuka dengan pesan yang sudah terisi: nomor laporan, batas waktu, dan tautan, tanpa isi
          laporan. Pengingat dicatat dalam riwayat.
        </p>
      )}
      {props.targets.map(({ id, name }) => (
        // Without the version that was seen: a reminder contradicts nothing that happened meanwhile.
        <form method="post" action={`/desk/kasus/${props.code}/remind`}>
          <HiddenKey value={newKey()} />
          <input type="hidden" name="target" value={id} />
          <button type="submit" class="second">
            Ingatkan {name}
          </button>
        </form>
      ))}
    </>
  );
}
