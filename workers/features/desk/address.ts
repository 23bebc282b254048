/** The state of a list as it stands in the page's address: list, filters, cursor. Never what somebody searched for. */

import { kindNames } from '../../../shared/lifecycle/states.ts';
import { anyCategory } from '../../regency/named.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { type Filters, filterNames, filterParams } from './filters.ts';
import { areaName, channelName, officeName, tagName } from './words.ts';

export interface ListState {
  list: string;
  filters: Filters;
  cursor?: string | undefined;
}

/** "daftar=tugas&wilayah=73.24.05". */
export function queryOf({ list, filters, cursor }: ListState): string {
  const query = new URLSearchParams({ daftar: list });
  for (const name of filterNames) {
    const value = filters[name];
    if (value !== undefined) query.set(filterParams[name], value);
  }
  if (cursor) query.set('dari', cursor);
  return query.toString();
}

/** @param more further parameters of this visit */
export function addressOf(state: ListState, more: Record<string, string> = {}): string {
  const extra = new URLSearchParams(more).toString();
  return `/desk?${queryOf(state)}${extra && `&${extra}`}`;
}

/** "Kecamatan Malili, Pengaduan"; null without filters. */
export function filterWords(
  { area, category, kind, channel, office, tag }: Filters,
  regency: Regency,
): string | null {
  const words = [
    area && areaName(regency, area),
    category && (anyCategory(regency, category)?.name ?? category),
    kind && kindNames[kind].id,
    channel && channelName(channel),
    office && officeName(regency, office),
    tag && tagName(regency, tag),
  ].filter(Boolean);
  return words.length > 0 ? words.join(', ') : null;
}
