/** What every page of the register is given. */
import type { Regency } from '../../../../regency/snapshot.ts';
import type { Who } from '../../../../ui/layout.tsx';

export interface RoomProps {
  regency: Regency;
  who: Who;
  /** Epoch ms. */
  now: number;
}
