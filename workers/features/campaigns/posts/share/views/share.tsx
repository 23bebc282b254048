/** What a person sees who follows a shared link of a program: who asks, what for, and the way to the form. */
import type { Regency } from '../../../../../regency/snapshot.ts';
import { Page } from '../../../../../ui/layout.tsx';
import { sharePath } from '../../../scans/target.ts';
import type { SharedProgram } from '../queries.ts';

export function SharePage(props: { regency: Regency; origin: string; program: SharedProgram }) {
  const { regency, origin, program } = props;
  const { fullName } = regency.about;
  return (
    <Page
      title={program.name}
      regency={regency}
      card={{
        title: program.name,
        description: `Sampaikan laporan Anda kepada Pemerintah ${fullName}: gratis, tanpa akun dan tanpa NIK.`,
        url: `${origin}/${program.code}`,
        image: `${origin}${sharePath(program.code)}/kartu.png`,
      }}
    >
      <h1>{program.name}</h1>
      <p>
        Pemerintah {fullName} mengajak Anda menyampaikan pengaduan, aspirasi, atau permintaan informasi.
        Gratis, tanpa akun dan tanpa NIK. Anda mendapat nomor laporan dan tanggal janji jawabannya.
      </p>
      <p class="actions">
        <a class="button big" href={`/?p=${program.code}`}>
          Sampaikan laporan
        </a>
      </p>
      <p>
        Sudah melapor? <a href="/lacak">Lacak laporan Anda</a>.
      </p>
    </Page>
  );
}
