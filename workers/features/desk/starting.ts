/** An example as the beginning of an answer. */
import { exampleFields, examplesFor, filledExample } from '../../../shared/answers.ts';
import { formatDate } from '../../../shared/text.ts';
import { now } from '../../platform/clock.ts';
import type { AppContext } from '../http.ts';
import type { Typed } from './input.ts';
import type { DeskCase } from './queries.ts';
import type { Offered } from './views/frame.tsx';
import { officeName } from './words.ts';

/**
 * Puts the chosen example into the form.
 * @param replace the person wants it instead of what they typed
 * @returns the example, when words of theirs stand where it would go
 */
export function startFrom(
  c: AppContext,
  view: DeskCase,
  verb: keyof typeof exampleFields,
  typed: Typed,
  replace: boolean,
): Offered | null {
  const { regency } = c.var;
  const fitting = examplesFor(regency.answers, verb, {
    category: view.category?.id ?? null,
    state: view.state,
  });
  const chosen = fitting.find(({ id }) => id === typed.values.contoh?.[0]);
  if (!chosen) return null;
  const values = {
    kode: view.code,
    instansi: officeName(regency, view.office ?? regency.about.adminOffice),
    tanggal: formatDate(now(), regency.about.timeZone),
    kabupaten: regency.about.fullName,
  };
  const filled = (text: string) => filledExample(text, values);
  const field = exampleFields[verb];
  const before = typed.values[field]?.[0]?.trim() ?? '';
  // An example that nobody has changed is nobody's words.
  const own = before !== '' && !fitting.some(({ text }) => filled(text).trim() === before);
  if (own && !replace) return { id: chosen.id, label: chosen.label, text: filled(chosen.text) };
  typed.values[field] = [filled(chosen.text)];
  if (chosen.outcome !== null && !typed.values.outcome?.[0]) typed.values.outcome = [chosen.outcome];
  if (chosen.nextStep !== null && !typed.values.nextStep?.[0]?.trim())
    typed.values.nextStep = [filled(chosen.nextStep)];
  return null;
}
