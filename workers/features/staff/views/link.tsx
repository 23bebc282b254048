/** A one-time link, shown once to the admin who made it. */
import { formatDateTime } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { Notice } from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';

export function LinkPage(props: {
  regency: Regency;
  who: Who;
  name: string;
  email: string;
  link: string;
  /** Epoch ms. */
  until: number;
  /** It is also on its way by mail. */
  mailed: boolean;
}) {
  return (
    <Page title="Tautan kata sandi" regency={props.regency} side="desk" who={props.who}>
      <h1>Tautan untuk {props.name}</h1>
      <Notice tone="warn">
        <p>
          Tautan ini hanya tampil sekali, berlaku sampai{' '}
          {formatDateTime(props.until, props.regency.about.timeZone)}, dan hanya dapat dipakai sekali. Siapa
          pun yang memegangnya dapat membuat kata sandi akun ini, jadi berikan hanya kepada orangnya sendiri.
        </p>
      </Notice>
      <p class="mono">{props.link}</p>
      <p>
        {props.mailed
          ? `Tautan yang sama sedang dikirim ke ${props.email}.`
          : 'Kanal ini belum mengirim e-mail; salin tautan di atas dan berikan sendiri.'}
      </p>
      <p>
        <a href="/desk/pengguna">Kembali ke daftar pengguna</a>
      </p>
    </Page>
  );
}
