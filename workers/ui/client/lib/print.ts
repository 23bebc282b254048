/** Buttons that print the page; without JavaScript they are not there. */
export function printable(root: ParentNode): void {
  for (const print of root.querySelectorAll<HTMLElement>('[data-print]')) {
    print.hidden = false;
    print.addEventListener('click', () => window.print());
  }
}
