/** The privacy notice on the form: controller, purpose, how long, rights (UU 27/2022). */
import type { DataOfficer } from '../../../../shared/regencies/types.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { Details } from '../../../ui/components.tsx';

export function Privacy(props: { regency: Regency }) {
  const { about, offices, dataOfficer } = props.regency;
  const office = offices.get(about.adminOffice)?.name ?? 'Diskominfo';
  return (
    <>
      <p>
        Data Anda hanya dipakai untuk menangani laporan ini, disimpan tersandi, dan dapat Anda hapus sendiri.
      </p>
      <Details summary="Pemberitahuan pelindungan data pribadi">
        <ul>
          <li>
            <strong>Pengendali data:</strong> Pemerintah {about.fullName}, melalui {office}.
          </li>
          <li>
            <strong>Untuk apa:</strong> memeriksa, menyalurkan, dan menjawab laporan Anda, sesuai tugas
            pelayanan publik (UU 25/2009). Nama dan kontak hanya untuk menghubungi Anda; tidak dijual dan
            tidak dipakai untuk hal lain.
          </li>
          <li>
            <strong>Berapa lama:</strong> nama dan kontak sampai Anda menghapusnya atau masa simpan yang
            ditetapkan pemerintah kabupaten habis. Catatan penanganan laporan, tanpa data pribadi, disimpan
            sebagai arsip.
          </li>
          <li>
            <strong>Hak Anda:</strong> melihat, membetulkan, meminta salinan, dan menghapus data di halaman{' '}
            <a href="/lacak">Lacak laporan</a> atau lewat {office}; ditanggapi paling lama 3×24 jam (UU
            27/2022).
          </li>
          {dataOfficer ? (
            <li>
              <strong>Bertanya tentang data Anda:</strong> {contactText(dataOfficer)}.
            </li>
          ) : null}
        </ul>
      </Details>
    </>
  );
}

const contactText = ({ name, email, phone, address }: DataOfficer): string =>
  [name, email, phone, address].filter(Boolean).join(', ');
