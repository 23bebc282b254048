/** What keeps an office from ending: open cases, what is planned for it, what points at it, and who works for it. */
import type { SQL } from 'drizzle-orm';
import type { PackOffice } from '../../../../shared/regencies/types.ts';
import { listAccounts } from '../../staff/queries.ts';
import { countOpenActions, countOpenCases, openCasesOf, rowsNaming } from '../queries.ts';
import type { KindContext, Obstacle } from './kind.ts';

export const noOpenCases = ({ code }: PackOffice): SQL => openCasesOf(code, 'none');

export async function officeObstacles(
  { code }: PackOffice,
  { db, regency }: KindContext<PackOffice>,
): Promise<Obstacle[]> {
  const [open, planned, topics, accounts] = await Promise.all([
    countOpenCases(db, code),
    countOpenActions(db, code),
    rowsNaming<{ to: string }>(db, 'topic', code),
    listAccounts(db),
  ]);
  const found: Obstacle[] = [];
  const { adminOffice, inspectorate, protectionOffice } = regency.about;
  const parts = [
    [adminOffice, 'admin instansi'],
    [inspectorate, 'Inspektorat'],
    [protectionOffice, 'penanganan kekerasan terhadap perempuan dan anak'],
  ] as const;
  for (const [office, part] of parts)
    if (office === code)
      found.push({ text: `Instansi ini memegang peran ${part} di kabupaten ini.`, href: null });
  if (open > 0)
    found.push({
      text: `${open >= MOST ? `${MOST} atau lebih` : open} laporan masih terbuka padanya. Pindahkan ke instansi penerusnya.`,
      href: `/desk/massal/baru?aksi=transfer&instansi=${encodeURIComponent(code)}`,
    });
  if (planned > 0)
    found.push({
      text: `${planned} kegiatan rencana aksi belum selesai padanya. Pindahkan ke instansi lain, atau selesaikan.`,
      href: `/desk/evaluasi/rencana-aksi?opd=${encodeURIComponent(code)}`,
    });
  for (const category of regency.categories.values())
    if (category.office === code)
      found.push({
        text: `Kategori ${category.name} diarahkan kepadanya.`,
        href: `/desk/pengaturan/kategori/${encodeURIComponent(category.id)}`,
      });
  for (const { id } of topics)
    found.push({
      text: `Kata kunci penyaluran ${id} menunjuk kepadanya.`,
      href: `/desk/pengaturan/kata-kunci/${encodeURIComponent(id)}`,
    });
  for (const { id, name, active, offices } of accounts)
    if (active && offices.includes(code))
      found.push({ text: `Akun ${name} bekerja untuknya.`, href: `/desk/pengguna/${id}` });
  return found;
}

/** Open cases are counted up to here. */
export const MOST = 1000;
