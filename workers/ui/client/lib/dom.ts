/** Small helpers for the page. */

/** @throws Error when the page lacks it: script and page are of one build */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`#${id}`);
  return found;
}

/** A new element with attributes (an empty string sets a bare one) and content. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...content: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content);
  return element;
}

export function button(label: string, press: () => void, kind = 'second'): HTMLButtonElement {
  const element = make('button', { type: 'button', class: kind }, label);
  element.addEventListener('click', press);
  return element;
}
