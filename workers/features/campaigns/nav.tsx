/** The rooms of the campaign: every page of it shows them, so that each is one step from each other. */

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

/** @param here address of the room that is shown, or that the page belongs to */
export function CampaignNav({ here }: { here: Room }) {
  return (
    <nav aria-label="Kampanye" class="no-print">
      <ul class="tabs rooms">
        {rooms.map(([path, label]) => (
          <li>
            <a href={path} aria-current={path === here ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
