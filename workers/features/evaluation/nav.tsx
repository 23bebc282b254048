/** The rooms of the evaluation: every page of it shows them, so that each is one step from each other. */

const rooms = [
  ['/desk/evaluasi', 'Satu halaman'],
  ['/desk/evaluasi/angka', 'Angka'],
  ['/desk/evaluasi/rapat', 'Rapat'],
  ['/desk/evaluasi/rencana-aksi', 'Rencana aksi'],
  ['/desk/evaluasi/bukti', 'Bukti'],
  ['/desk/evaluasi/terbitan', 'Terbitan'],
] as const;

export type Room = (typeof rooms)[number][0];

/** @param here address of the room that is shown, or that the page belongs to */
export function EvaluationNav({ here }: { here: Room }) {
  return (
    <nav aria-label="Evaluasi" class="no-print">
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
