/** The form of one place: what is picked, where the phone is, and what is missing. */
import { button, byId, make } from '../dom.ts';
import { shrink } from '../shrink.ts';
import type { Place } from './places.ts';
import type { Found } from './store.ts';

type Filled = Pick<Found, 'code' | 'fields' | 'photo'>;

interface HangForm {
  /** Empties it for a place. @param action where it is posted without this script */
  open: (place: Place, action: string) => void;
}

/** A phone indoors may take this long to find itself. */
const FIND = 30_000;
/** Only of a phone that cannot make photos smaller. */
const MAX_BYTES = 10 * 1024 * 1024;

/** Null when the page shows no form. */
export function hangForm(filled: (found: Filled) => Promise<void>): HangForm | null {
  const form = document.getElementById('pasang');
  if (!(form instanceof HTMLFormElement)) return null;
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement | HTMLTextAreaElement;
  const photo = byId('photo') as HTMLInputElement;
  const wrong = make('p', { class: 'wrong', role: 'alert' });
  const position = positionOf(field);
  const send = form.querySelector<HTMLButtonElement>('button[type=submit]');
  const what = () => String(new FormData(form).get('what') ?? 'up');
  let code = form.action.split('/').at(-1) ?? '';

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const file = photo.files?.[0];
    const remark = field('remark').value.trim();
    if (what() === 'up' && !file) return tell('Tambahkan foto bahan yang terpasang.');
    if (what() !== 'up' && !remark) {
      return tell('Tulis apa yang rusak, atau sejak kapan tidak ada.', field('remark'));
    }
    if (send) send.disabled = true;
    const blob = file ? await shrink(file) : undefined;
    if (send) send.disabled = false;
    if (blob === null || blob?.type === 'application/pdf') return tell('Berkas ini bukan foto.');
    if (blob && blob.size > MAX_BYTES) return tell('Foto ini lebih besar dari 10 MB.');
    const fields = {
      ...{ what: what(), remark, lat: field('lat').value, lon: field('lon').value },
      // Shrinking takes the camera's own time from it.
      taken: file ? String(file.lastModified) : '',
    };
    try {
      await filled({ code, fields, photo: blob });
    } catch {
      // No room on this phone: the road without JavaScript is left.
      form.submit();
    }
  });

  function tell(text: string, at: HTMLElement = photo): void {
    wrong.textContent = text;
    at.before(wrong);
    at.focus();
  }

  return {
    open: (place, action) => {
      form.reset();
      wrong.textContent = '';
      position.clear();
      form.action = action;
      code = place.code;
      byId('keadaan').hidden = place.may.length < 2;
    },
  };
}

/** The button that adds the position; over plain http no browser tells it. */
function positionOf(field: (name: string) => HTMLInputElement | HTMLTextAreaElement) {
  const told = byId('posisi');
  told.hidden = false;
  const clear = () => {
    field('lat').value = '';
    field('lon').value = '';
    told.textContent = window.isSecureContext
      ? ''
      : 'Posisi tidak dapat diambil lewat alamat http; kirim tanpa posisi.';
  };
  const take = button('Tambahkan posisi saya', () => {
    told.textContent = 'Mencari posisi…';
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        field('lat').value = coords.latitude.toFixed(6);
        field('lon').value = coords.longitude.toFixed(6);
        told.textContent = `Posisi ditambahkan, tepat sampai sekitar ${Math.round(coords.accuracy)} m.`;
      },
      () => {
        told.textContent = 'Posisi tidak ditemukan. Boleh dikirim tanpa posisi.';
      },
      { enableHighAccuracy: true, timeout: FIND, maximumAge: 60_000 },
    );
  });
  if (window.isSecureContext && 'geolocation' in navigator) told.before(make('p', {}, take));
  clear();
  return { clear };
}
