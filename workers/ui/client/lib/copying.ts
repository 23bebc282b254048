/**
 * "Salin" puts a field on the clipboard and goes on to the next button, so that Enter copies one after the other. Without a
 * clipboard (plain http) the old command does it, and where that fails the field is selected for Ctrl+C.
 */
const buttons = [...document.querySelectorAll<HTMLButtonElement>('[data-copy]')];
const told = document.getElementById('tersalin');

for (const button of buttons) {
  const field = document.getElementById(button.dataset.copy ?? '');
  if (!(field instanceof HTMLTextAreaElement)) continue;
  button.hidden = false;
  field.addEventListener('focus', () => field.select());
  button.addEventListener('click', async () => {
    if (!(await copy(field))) return tell('Tekan Ctrl+C untuk menyalin yang tersorot.');
    const label = field.labels[0]?.textContent ?? '';
    tell(`${label} tersalin.`);
    // Seen where it was pressed; the whole sentence is for who listens.
    if (button.firstChild) button.firstChild.textContent = 'Tersalin ✓';
    next(button).focus();
  });
}

document.querySelector<HTMLElement>('[data-next]')?.focus();

async function copy(field: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    return document.execCommand('copy');
  }
}

/** The button after it; after the last one what the form asks for, or its own button. */
function next(button: HTMLButtonElement): HTMLElement {
  const after = buttons[buttons.indexOf(button) + 1];
  return (
    after ??
    document.querySelector<HTMLElement>('#number, main form[method=post] button[type=submit]') ??
    button
  );
}

function tell(text: string): void {
  if (told) told.textContent = text;
}
