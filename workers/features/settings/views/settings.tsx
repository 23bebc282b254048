/** The one entry to all settings. */
import type { Regency } from '../../../regency/snapshot.ts';
import { Page, type Who } from '../../../ui/layout.tsx';
import { kinds } from '../kinds/index.ts';
import { addressOf } from '../kinds/kind.ts';

export interface PageBase {
  regency: Regency;
  who: Who;
}

/** Address, name, and what can be changed there. */
const sections = [
  {
    path: '/desk/templat',
    name: 'Templat pesan',
    about: 'Surat elektronik dan pesan WhatsApp kepada pelapor dan petugas.',
  },
  {
    path: '/desk/contoh-jawaban',
    name: 'Contoh jawaban',
    about: 'Naskah yang dapat dipakai petugas untuk memulai jawaban.',
  },
  { path: '/desk/keamanan', name: 'Keamanan masuk', about: 'Peran yang wajib memakai kode dua langkah.' },
  {
    path: '/desk/catatan-akses',
    name: 'Catatan akses',
    about: 'Siapa membuka identitas, mengunduh, atau mencetak, dan alasannya.',
  },
  { path: '/desk/instansi', name: 'Instansi', about: 'Nomor WhatsApp resmi, dan persetujuan jawaban akhir.' },
];

const ofKinds = kinds.map((kind) => ({
  path: kind.ownPages ?? addressOf(kind),
  name: kind.name,
  about: kind.about,
}));

export function SettingsPage(props: PageBase) {
  return (
    <Page title="Pengaturan" regency={props.regency} side="desk" who={props.who} path="/desk/pengaturan">
      <h1>Pengaturan</h1>
      <p>Perubahan langsung berlaku dan tercatat atas nama Anda.</p>
      <ul>
        {[...sections, ...ofKinds].map(({ path, name, about }) => (
          <li>
            <a href={path}>{name}</a>: {about}
          </li>
        ))}
      </ul>
    </Page>
  );
}

export function BackToSettings() {
  return (
    <p>
      <a href="/desk/pengaturan">← Pengaturan</a>
    </p>
  );
}
