/** "Hitamkan yang dipilih": puts blocks in place of what is selected in a field. */
import { byId } from './dom.ts';

const BLACK = '████';

for (const row of document.querySelectorAll<HTMLElement>('[data-blacken]')) {
  const field = byId(row.dataset.blacken ?? '') as HTMLInputElement | HTMLTextAreaElement;
  const told = row.querySelector('[role=status]');
  row.hidden = false;
  row.querySelector('button')?.addEventListener('click', () => {
    const [from, to] = [field.selectionStart ?? 0, field.selectionEnd ?? 0];
    if (told)
      told.textContent = from === to ? 'Pilih dahulu kata yang akan dihitamkan.' : 'Sudah dihitamkan.';
    if (from !== to) field.setRangeText(BLACK, from, to, 'end');
    field.focus();
  });
}
