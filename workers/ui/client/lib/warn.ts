import { emergenciesOf } from '../../../../shared/danger.ts';
import { byId } from './dom.ts';

/** Emergency numbers that fit the text. Never blocks anything. */
export function warnOfDanger(form: HTMLFormElement): void {
  const box = byId('bahaya');
  const kinds = emergenciesOf((form.elements.namedItem('text') as HTMLTextAreaElement).value);
  for (const line of box.querySelectorAll<HTMLElement>('[data-for]')) {
    line.hidden = !(line.dataset.for ?? '').split(' ').some((kind) => kinds.some((found) => found === kind));
  }
  box.hidden = kinds.length === 0;
}
