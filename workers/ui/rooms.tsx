/** The rooms of a part of the desk: every page of it shows them, so that each is one step from each other. */

/** @param props.here address of the room that is shown, or that the page belongs to */
export function Rooms(props: {
  label: string;
  rooms: readonly (readonly [path: string, label: string])[];
  here: string;
}) {
  return (
    <nav aria-label={props.label} class="no-print">
      <ul class="tabs rooms">
        {props.rooms.map(([path, label]) => (
          <li>
            <a href={path} aria-current={path === props.here ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
