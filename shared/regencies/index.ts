/** The packs of this installation. `npm run new-regency -- CODE` adds a line. */
import type { Pack } from './types.ts';

const packs: Record<string, () => Promise<{ pack: Pack }>> = {
  'luwu-timur': () => import('./luwu-timur/index.ts'),
};

export const packIds: readonly string[] = Object.keys(packs);

/**
 * Loads one pack; the others stay unread.
 * @param id folder name, e.g. "luwu-timur"
 * @throws Error naming the known packs when there is none with this id
 */
export async function loadPack(id: string): Promise<Pack> {
  const load = Object.hasOwn(packs, id) ? packs[id] : undefined;
  if (!load) throw new Error(`Tidak ada paket data "${id}". Yang ada: ${packIds.join(', ')}.`);
  return (await load()).pack;
}
