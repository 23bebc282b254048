/**
 * Forms of a case in the field: what is typed stays on the device until the server has it, and what was sent without a
 * signal goes out by itself, with the same key, so never twice. The server answers every refusal with a page that has
 * all words in it; to show that, the form is simply posted once more by the browser.
 */

import { type DeskDraft, draftsOf, drop, keep, wipe } from './desk-store.ts';
import { make } from './dom.ts';
import { shrink } from './shrink.ts';

const PAUSE = 400;
/** Seconds between tries without a signal, the last one from then on. */
const BACKOFF = [5, 10, 20, 40, 60];

const place = document.getElementById('simpanan');
const owner = place?.dataset.owner;

if ('indexedDB' in window) {
  // The page after signing out: this device may be handed on.
  if (new URLSearchParams(location.search).has('keluar')) wipe().catch(() => {});
  else if (place && owner) start(place, owner).catch(() => {});
}

async function start(told: HTMLElement, me: string): Promise<void> {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-discard]')) {
    link.addEventListener('click', async (event) => {
      event.preventDefault();
      await drop(`${new URL(link.href).pathname}/${link.dataset.discard}`).catch(() => {});
      location.assign(link.href);
    });
  }
  const drafts = await draftsOf(me);
  const forms = [...document.querySelectorAll<HTMLFormElement>('form[data-keep]')];
  for (const form of forms) {
    const path = keptUnder(form);
    keepForm(
      form,
      path,
      me,
      drafts.find(({ action }) => action === path),
    );
  }
  const shown = forms.map(keptUnder);
  // Sent from another case's page, or before the page was closed.
  const elsewhere = drafts.filter(({ action, state }) => state === 'waiting' && !shown.includes(action));
  if (elsewhere.length > 0) sendLater(elsewhere, told);
}

/** A form in a list and the one on the page of its case are the same step: what is typed in one stands in the other. */
const keptUnder = (form: HTMLFormElement): string =>
  new URL(form.action).pathname.replace('/jawab/', '/kasus/');

function sendLater(waiting: DeskDraft[], told: HTMLElement): void {
  let left = waiting;
  const go = async () => {
    for (const draft of left) {
      const code = draft.action.split('/')[3] ?? '';
      const outcome = await send(draft);
      if (outcome === 'later') continue;
      left = left.filter((one) => one !== draft);
      if (typeof outcome === 'object')
        told.append(make('p', {}, `Tulisan Anda untuk ${code} sudah terkirim.`));
      else
        told.append(
          make('p', {}, 'Belum terkirim, mohon dibuka: ', make('a', { href: `/desk/kasus/${code}` }, code)),
        );
    }
  };
  window.addEventListener('online', go);
  go();
}

function keepForm(form: HTMLFormElement, action: string, me: string, draft: DeskDraft | undefined): void {
  const status = make('p', { class: 'hint', role: 'status' });
  form.append(status);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;
  let sending = false;
  const now = (state: DeskDraft['state']): DeskDraft => ({
    action,
    owner: me,
    at: Date.now(),
    state,
    fields: [...new FormData(form)],
  });
  const say = (...parts: (string | Node)[]) => status.replaceChildren(...parts);

  const deliver = async (one: DeskDraft): Promise<void> => {
    if (sending) return;
    sending = true;
    clearTimeout(timer);
    say('Sedang mengirim…');
    const outcome = await send(one, form.action);
    sending = false;
    if (outcome === 'later') {
      say(
        'Belum terkirim: tidak ada sinyal. Tersimpan di ponsel ini, dan terkirim sendiri saat sinyal kembali.',
      );
      const seconds = BACKOFF[Math.min(tries++, BACKOFF.length - 1)] ?? 60;
      timer = setTimeout(() => deliver(one), seconds * 1000);
    } else if (outcome === 'signed-out') {
      const again = `/masuk?ke=${encodeURIComponent(location.pathname)}`;
      say(
        'Sesi Anda berakhir. Tersimpan di ponsel ini: ',
        make('a', { href: again }, 'masuk lagi'),
        ', lalu kirim.',
      );
    } else if (outcome === 'refused') form.submit();
    else location.assign(outcome.to);
  };

  // A form without a place for photos would send the words without them.
  if (
    draft?.fields.some(([, value]) => typeof value !== 'string' && value.size > 0) &&
    !form.querySelector('[type=file]')
  ) {
    say(
      'Tulisan Anda dengan fotonya ada ',
      make('a', { href: action.replace(/\/\w+$/, '') }, 'di halaman laporan'),
      '.',
    );
    return;
  }
  // What came back from the server holds newer words than the device.
  if (draft && form.dataset.keep !== 'typed') {
    fill(form, draft);
    form.closest('details')?.setAttribute('open', '');
    say('Tulisan Anda dipulihkan dari ponsel ini.');
    if (draft.state === 'waiting') deliver(draft);
  }
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      await keep(now('draft'));
      say('Tersimpan di ponsel ini.');
    }, PAUSE);
  });
  form.addEventListener('change', async (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || input.type !== 'file' || !input.files?.[0]) return;
    const blob = await shrink(input.files[0]);
    if (blob && !(blob instanceof File)) pick(input, new File([blob], 'foto.jpg', { type: blob.type }));
    await keep(now('draft'));
  });
  form.addEventListener('submit', async (event) => {
    // Buttons that only look, or add a photo, go their own way.
    const button = (event as SubmitEvent).submitter;
    if (button?.hasAttribute('formaction') || button?.hasAttribute('name')) return;
    event.preventDefault();
    const one = now('waiting');
    try {
      await keep(one);
    } catch {
      form.submit();
      return;
    }
    tries = 0;
    await deliver(one);
  });
  window.addEventListener('online', async () => {
    const kept = (await draftsOf(me)).find((one) => one.action === action);
    if (kept?.state === 'waiting') await deliver(kept);
  });
}

/** `to` = done, and where the server leads. */
type Outcome = 'later' | 'refused' | 'signed-out' | { to: string };

/** @param to where this page's form goes; by default the page of the case */
async function send(draft: DeskDraft, to = draft.action): Promise<Outcome> {
  const body = new FormData();
  for (const [name, value] of draft.fields) body.append(name, value);
  const files = draft.fields.some(([, value]) => typeof value !== 'string');
  try {
    const response = await fetch(to, {
      method: 'POST',
      // As the form itself would.
      body: files ? body : new URLSearchParams(draft.fields as [string, string][]),
      headers: { 'x-kanal-petugas': draft.owner },
    });
    if (response.ok && response.redirected) {
      await drop(draft.action);
      return { to: response.url };
    }
    if (response.status >= 500 || response.status === 429) return 'later';
    await keep({ ...draft, state: 'draft' });
    return response.status === 401 ? 'signed-out' : 'refused';
  } catch {
    return 'later';
  }
}

function fill(form: HTMLFormElement, { fields }: DeskDraft): void {
  for (const box of form.querySelectorAll<HTMLInputElement>('input[type=checkbox], input[type=radio]'))
    box.checked = fields.some(([name, value]) => name === box.name && value === box.value);
  for (const [name, value] of fields) {
    const field = form.querySelector(`[name="${CSS.escape(name)}"]`);
    if (typeof value !== 'string') {
      if (field instanceof HTMLInputElement && value.size > 0) pick(field, value);
    } else if (name === 'stored') {
      form.append(make('input', { type: 'hidden', name, value }));
    } else if (field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement)
      field.value = value;
    else if (field instanceof HTMLInputElement && !/^(checkbox|radio|file)$/.test(field.type))
      field.value = value;
  }
}

function pick(input: HTMLInputElement, file: File): void {
  const transfer = new DataTransfer();
  transfer.items.add(file);
  input.files = transfer.files;
}
