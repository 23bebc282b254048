/** Reads the form as the API's body, fills it again, and shows what is wrong with it. */
import type { ComplaintBody } from '../../../../shared/contract/complaint.ts';
import { emergenciesOf } from '../../../../shared/danger.ts';
import { make } from './dom.ts';

type Contact = NonNullable<ComplaintBody['contact']>;

const texts = ['title', 'occurredOn', 'area', 'place', 'category', 'office', 'placement'] as const;
const contacts = ['name', 'email', 'phone'] as const;
const ticks = ['aboutOfficial', 'anonymous', 'confidential'] as const;

/** Empty fields are left out, as on the road without JavaScript: both have the same digest. */
export function readForm(form: HTMLFormElement): ComplaintBody {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? '').trim() || undefined;
  const contact: Contact = {};
  for (const name of contacts) contact[name] = text(`contact.${name}`);
  const body: ComplaintBody = {
    kind: (text('kind') ?? '') as ComplaintBody['kind'],
    text: String(data.get('text') ?? ''),
    contact: Object.values(contact).some(Boolean) ? contact : undefined,
    channel: text('placement') ? 'qr' : 'web',
  };
  for (const name of texts) body[name] = text(name);
  for (const name of ticks) body[name] = data.has(name) || undefined;
  const stored = data.getAll('stored').map((value) => String(value).split('.')[0] ?? '');
  if (stored.length > 0) body.attachments = stored;
  return body;
}

export function fillForm(form: HTMLFormElement, body: ComplaintBody): void {
  const set = (name: string, value: string | undefined) => {
    const field = form.elements.namedItem(name);
    if (field && 'value' in field && value !== undefined) field.value = value;
  };
  set('kind', body.kind);
  set('text', body.text);
  for (const name of texts) set(name, body[name]);
  for (const name of contacts) set(`contact.${name}`, body.contact?.[name]);
  for (const name of ticks) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.checked = body[name] === true;
  }
  if (body.title || body.category || body.office) {
    form.querySelector('#title')?.closest('details')?.setAttribute('open', '');
  }
}

/** Nothing of it may stay on a phone that others use too: domain.md section 2. */
export function isSensitive(body: ComplaintBody): boolean {
  return ticks.some((name) => body[name]) || emergenciesOf(body.text).includes('kekerasan');
}

/** What can be told without the server, so that nobody learns of a slip only when the signal is back. */
export function slipsOf(form: HTMLFormElement): Record<string, string> {
  const slips: Record<string, string> = {};
  const input = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
  if (!input('kind').value) slips.kind = 'Pilih salah satu.';
  if (input('text').value.trim().length < 10) slips.text = 'Terlalu pendek; paling sedikit 10 huruf.';
  if (input('occurredOn').validity.rangeOverflow) slips.occurredOn = 'Tanggal ini belum terjadi.';
  if (!input('contact.email').validity.valid) slips['contact.email'] = 'Alamat e-mail tidak benar.';
  const phone = input('contact.phone').value.trim();
  if (phone && !/^\+?[\d\s().-]{8,20}$/.test(phone)) slips['contact.phone'] = 'Nomor telepon tidak benar.';
  return slips;
}

/** Shows errors above the form and at their fields, as the server does; an empty record clears them. */
export function showErrors(form: HTMLFormElement, errors: Record<string, string>, title?: string): void {
  for (const old of form.querySelectorAll('#salah, .wrong[id]')) old.remove();
  for (const field of form.querySelectorAll('.field.bad')) field.classList.remove('bad');
  for (const control of form.querySelectorAll('[aria-invalid]')) control.removeAttribute('aria-invalid');
  const names = Object.keys(errors);
  if (names.length === 0 && !title) return;
  const list = make('ul');
  for (const name of names) {
    const text = errors[name] ?? '';
    const target = document.getElementById(name);
    const field = target?.closest('.field');
    const label = field?.querySelector('label, legend')?.textContent?.replace(/\?| \(tidak wajib.*/, '');
    list.append(make('li', {}, make('a', { href: `#${name}` }, label ? `${label}: ${text}` : text)));
    if (!target || !field) continue;
    field.classList.add('bad');
    field.querySelector('label, legend')?.after(make('p', { class: 'wrong', id: `${name}-error` }, text));
    target.setAttribute('aria-invalid', 'true');
    const described = target.getAttribute('aria-describedby') ?? '';
    if (!described.includes('-error'))
      target.setAttribute('aria-describedby', `${described} ${name}-error`.trim());
  }
  const heading = make('h2', {}, title ?? 'Ada isian yang perlu diperbaiki');
  const summary = make(
    'div',
    { class: 'notice bad', role: 'alert', tabindex: '-1', id: 'salah' },
    heading,
    list,
  );
  form.prepend(summary);
  summary.focus();
}
