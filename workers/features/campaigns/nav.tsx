/** The rooms of the campaign. */
import { Rooms } from '../../ui/rooms.tsx';

const rooms = [
  ['/desk/kampanye', 'Ringkasan'],
  ['/desk/kampanye/program', 'Program'],
  ['/desk/kampanye/papan', 'Tempat dan bahan'],
  ['/desk/kampanye/cetak', 'Cetak'],
  ['/desk/kampanye/pemasangan', 'Pemasangan'],
  ['/desk/kampanye/cakupan', 'Cakupan'],
  ['/desk/kampanye/unggahan', 'Unggahan'],
  ['/desk/kampanye/media', 'Media'],
  ['/desk/kampanye/acara', 'Acara'],
  ['/desk/kampanye/brosur', 'Brosur'],
  ['/desk/kampanye/hasil', 'Hasil'],
] as const;

export type Room = (typeof rooms)[number][0];

export const CampaignNav = ({ here }: { here: Room }) => <Rooms label="Kampanye" rooms={rooms} here={here} />;
