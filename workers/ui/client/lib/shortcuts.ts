/** A key alone follows the link that names it, unless the person is writing; Escape leaves the field. */
export function shortcuts(): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    const at = event.target;
    if (at instanceof HTMLElement && at.closest('input, select, textarea, [contenteditable]')) {
      if (event.key === 'Escape') at.blur();
      return;
    }
    const link = document.querySelector<HTMLElement>(
      `[data-shortcut="${CSS.escape(event.key.toLowerCase())}"]`,
    );
    if (!link) return;
    event.preventDefault();
    link.click();
  });
}
