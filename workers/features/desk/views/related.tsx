/** Similar cases, and earlier ones of the same contact. */
import type { Child } from 'hono/jsx';
import { Fold } from '../../../ui/components.tsx';

/** @param props.children what was found; without any the part is left out */
export function Related(props: { children?: Child }) {
  if (!props.children) return null;
  return <Fold title="Laporan serupa dan terkait">{props.children}</Fold>;
}
