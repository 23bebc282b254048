/** The rooms of the evaluation. */
import { Rooms } from '../../ui/rooms.tsx';

const rooms = [
  ['/desk/evaluasi', 'Satu halaman'],
  ['/desk/evaluasi/angka', 'Angka'],
  ['/desk/evaluasi/rapat', 'Rapat'],
  ['/desk/evaluasi/rencana-aksi', 'Rencana aksi'],
  ['/desk/evaluasi/bukti', 'Bukti'],
  ['/desk/evaluasi/terbitan', 'Terbitan'],
] as const;

export type Room = (typeof rooms)[number][0];

export const EvaluationNav = ({ here }: { here: Room }) => (
  <Rooms label="Evaluasi" rooms={rooms} here={here} />
);
