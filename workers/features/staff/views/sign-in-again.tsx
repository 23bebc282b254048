/** Answer to a form that was sent after the session had ended: nothing of it was done, and nothing typed is lost. */
import type { Regency } from '../../../regency/snapshot.ts';
import { Page } from '../../../ui/layout.tsx';

export function SignInAgain(props: { regency: Regency }) {
  return (
    <Page title="Masuk lagi" regency={props.regency} side="public">
      <h1>Sesi Anda sudah berakhir</h1>
      <p>Kiriman Anda belum diproses, tetapi tulisan Anda belum hilang.</p>
      <ol>
        <li>
          <a href="/masuk" target="_blank" rel="noopener">
            Masuk lagi di tab baru
          </a>
          .
        </li>
        <li>
          Kembali ke tab ini dan muat ulang halaman. Setujui bila peramban bertanya untuk mengirim ulang.
        </li>
      </ol>
    </Page>
  );
}
