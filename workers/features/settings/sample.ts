/** Invented values for the preview of a template. */
import type { PackTemplate } from '../../../shared/regencies/types.ts';
import type { TemplateVariable } from '../../../shared/templates.ts';
import { formatDate } from '../../../shared/text.ts';
import { DAY } from '../../platform/clock.ts';
import type { Regency } from '../../regency/snapshot.ts';

/** @param now epoch ms */
export function sampleValues(
  { audience }: Pick<PackTemplate, 'audience'>,
  regency: Regency,
  origin: string,
  now: number,
): Record<TemplateVariable, string> {
  const prefix = regency.about.codePrefix;
  const code = `${prefix}-7K4M-2QWX`;
  const office = [...regency.offices.values()].find(({ kind }) => kind === 'opd');
  const due = formatDate(now + 7 * DAY, regency.about.timeZone);
  return {
    code,
    title: 'Lampu jalan padam',
    due,
    office: office?.name ?? regency.about.fullName,
    link: audience === 'reporter' ? `${origin}/lacak?kode=${code}` : `${origin}/desk/kasus/${code}`,
    regency: regency.about.fullName,
    question: 'Di dekat bangunan apa letaknya?',
    answer: 'Lampu sudah kami ganti dan menyala kembali.',
    reason: 'Mohon sebutkan tempat dan waktunya.',
    parent: `${prefix}-3H9T-6RVB`,
    pin: '123456',
    clock: 'Tanggapan pertama',
    activity: 'Pasang spanduk di setiap desa',
    count: '2',
    list: `${code}: Tanggapan pertama, ${due}\n${prefix}-3H9T-6RVB: Penyelesaian, ${due}`,
  };
}
