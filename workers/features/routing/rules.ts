/** The router's rules of this regency, from their rows, kept in the isolate as long as the settings do not change. */
import { eq } from 'drizzle-orm';

import type { RouterContext, RoutingData } from '../../../shared/routing/types.ts';
import type { Db } from '../../platform/db.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { regencyRows } from '../../regency/table.ts';

let cached: { version: number; context: RouterContext } | null = null;

export async function rulesOf(db: Db, regency: Regency): Promise<RouterContext> {
  if (cached?.version !== regency.version) {
    const rows = await db
      .select({ id: regencyRows.id, data: regencyRows.data })
      .from(regencyRows)
      .where(eq(regencyRows.kind, 'routing'));
    const data = Object.fromEntries(
      rows.map((row) => [row.id, JSON.parse(row.data) as unknown]),
    ) as unknown as RoutingData;
    const context: RouterContext = {
      data,
      offices: [...regency.offices.values()],
      categories: [...regency.categories.values()],
      areas: [...regency.areas.values()],
      demandPerson: regency.switches.demandPerson,
    };
    cached = { version: regency.version, context };
  }
  return cached.context;
}
