/** The counter's pages with JavaScript: search areas, warn of danger, print, and one key for the likely next step. */
import { searchAreas } from './lib/area.ts';
import { printable } from './lib/print.ts';
import { shortcuts } from './lib/shortcuts.ts';
import { warnOfDanger } from './lib/warn.ts';

printable(document);
shortcuts();
for (const form of document.querySelectorAll('form')) {
  const area = form.elements.namedItem('area');
  if (area instanceof HTMLSelectElement && area.options.length > 20) searchAreas(area);
  if (form.id === 'lapor') {
    form.addEventListener('input', () => warnOfDanger(form));
    warnOfDanger(form);
  }
}
