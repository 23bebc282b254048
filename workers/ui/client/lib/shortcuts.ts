/**
 * In a field that waits for the next thing (`data-keys`), a key alone presses the link that names it (`data-shortcut`) while
 * nothing is typed. Only there: keys alone on a whole page would surprise people who speak to their computer (WCAG 2.1.4).
 */
export function shortcuts(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('input[data-keys]')) {
    field.addEventListener('keydown', (event) => {
      if (field.value !== '' || event.ctrlKey || event.altKey || event.metaKey) return;
      const link = document.querySelector<HTMLElement>(
        `[data-shortcut="${CSS.escape(event.key.toLowerCase())}"]`,
      );
      if (!link) return;
      event.preventDefault();
      link.click();
    });
  }
}
