/** On paper a page says of which day it is. */
import { formatDay } from '../../../shared/text.ts';

/** @param props.day local ISO date */
export const AsOf = ({ day }: { day: string }) => (
  <p class="on-paper">Keadaan {formatDay(day)}. Sumber: Kanal, pendamping SP4N-LAPOR!</p>
);
