/** The regency's crest beside its name; nothing where it has none that is small enough. */
import { crestPath } from '../regency/crest.ts';
import type { Regency } from '../regency/snapshot.ts';

/** @param props.height pixels on the page */
export function Crest(props: { regency: Regency; height: number }) {
  const picture = props.regency.crest?.page;
  if (!picture) return null;
  const { width, height } = picture;
  return (
    // The name of the regency always stands beside it.
    <img
      src={crestPath(picture)}
      alt=""
      width={Math.round((width * props.height) / height)}
      height={props.height}
    />
  );
}
