/**
 * Measures the router on a file of texts with their right office.
 * Usage: node test/support/score-routing.ts FILE [--errors] [--even | --odd] [--scores]
 */

import { routing } from '../../shared/regencies/indonesia/routing/index.ts';
import { pack } from '../../shared/regencies/luwu-timur/index.ts';
import { decide } from '../../shared/routing/decide.ts';
import type { RouterContext, RoutingDecision } from '../../shared/routing/types.ts';
import { parseCsv, readText } from './csv.ts';

export interface Scored {
  id: string;
  text: string;
  accuses: boolean;
  /** Offices that would be right. */
  right: string[];
  decision: RoutingDecision;
  ok: boolean;
}

export interface Figures {
  texts: number;
  /** Shares 0..1. */
  right: number;
  auto: number;
  autoRight: number;
  missed: string[];
  harmlessHeld: string[];
}

export const context: RouterContext = {
  data: routing,
  offices: pack.offices,
  categories: pack.categories,
  areas: pack.areas,
  demandPerson: false,
};

const same = (code: string): string => code.trim().toUpperCase();

/** Decides every text of a CSV file as the sample file has it. */
export function scoreFile(path: string): Scored[] {
  return parseCsv(readText(path)).map((row) => {
    const kind = row.kind === 'aspiration' || row.kind === 'information' ? row.kind : 'complaint';
    const decision = decide(
      { kind, text: row.text ?? '', area: row.area || null, aboutOfficial: false },
      context,
    );
    const right = [row.office ?? '', ...(row.also_ok ?? '').split(';')].map(same).filter(Boolean);
    const office = decision.outcome === 'held' ? 'INSPEKTORAT' : decision.office;
    return {
      id: row.id ?? '',
      text: row.text ?? '',
      accuses: row.accuses_official === 'yes',
      right,
      decision,
      ok: right.includes(same(office ?? '')),
    };
  });
}

export function figuresOf(rows: readonly Scored[]): Figures {
  const auto = rows.filter(({ decision }) => decision.outcome === 'dispose');
  const held = (row: Scored) => row.decision.outcome === 'held';
  return {
    texts: rows.length,
    right: rows.filter(({ ok }) => ok).length / rows.length,
    auto: auto.length / rows.length,
    autoRight: auto.filter(({ ok }) => ok).length / auto.length,
    missed: rows.filter((row) => row.accuses && !held(row)).map(({ id }) => id),
    harmlessHeld: rows.filter((row) => !row.accuses && held(row)).map(({ id }) => id),
  };
}

function print(path: string, flags: readonly string[]): void {
  const parity = flags.includes('--even') ? 0 : flags.includes('--odd') ? 1 : null;
  const rows = scoreFile(path).filter(
    ({ id }) => parity === null || Number(id.replace(/\D/g, '')) % 2 === parity,
  );
  console.log(figuresOf(rows));
  const bands = Map.groupBy(
    rows,
    ({ decision }) => `${decision.rule} ${decision.outcome} ${decision.confidence}`,
  );
  for (const [band, own] of [...bands].sort())
    console.log(band.padEnd(32), own.filter(({ ok }) => ok).length, 'of', own.length);
  if (!flags.includes('--errors')) return;
  for (const { id, text, right, decision, ok, accuses } of rows) {
    const isHeld = decision.outcome === 'held';
    if (ok && isHeld === accuses && (decision.outcome !== 'suggest' || !flags.includes('--scores'))) continue;
    const found = decision.candidates.slice(0, 3).map((c) => `${c.office} ${c.score}`);
    console.log(
      `\n${ok ? 'ok' : 'NO'} ${id} [${right}] ${decision.outcome} ${decision.rule} → ${decision.office} (${found.join(', ')})`,
    );
    console.log(`   ${decision.facts.slice(0, 6).join(' · ')}\n   ${text.slice(0, 400)}`);
  }
}

const [file, ...flags]: string[] = process.argv.slice(2);
if (file?.endsWith('.csv') && process.argv[1]?.includes('score-routing')) print(file, flags);
