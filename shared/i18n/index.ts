/**
 * Sentences of the API and of error pages, in Indonesian and English. A message may hold {placeholders} for our
 * own values; what a client sent is never repeated.
 */
import { messages } from './messages.ts';

export type Language = 'id' | 'en';
export type MessageKey = keyof typeof messages;

/** The better of the two languages for an Accept-Language header; Indonesian unless English is preferred. */
export function languageOf(header: string | null | undefined): Language {
  const ranked = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().toLowerCase().split(';');
      const q = rest.map((r) => /^\s*q=([\d.]+)/.exec(r)?.[1]).find(Boolean);
      return { tag: tag.slice(0, 2), q: q === undefined ? 1 : Number(q) };
    })
    .filter((entry) => (entry.tag === 'id' || entry.tag === 'en' || entry.tag === 'in') && entry.q > 0)
    .sort((a, b) => b.q - a.q);
  return ranked[0]?.tag === 'en' ? 'en' : 'id';
}

export function say(
  language: Language,
  key: MessageKey,
  values: Record<string, string | number> = {},
): string {
  return messages[key][language].replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(values[name] ?? whole),
  );
}
