/**
 * The form with JavaScript: searches areas, shrinks photos, keeps a draft, and on "Kirim" stores everything on the
 * phone first and sends until there is a receipt. Without IndexedDB or WebCrypto (plain http) the form is posted as is.
 */
import type { ComplaintBody } from '../../../../shared/contract/complaint.ts';
import { searchAreas } from './area.ts';
import { byId } from './dom.ts';
import { keepDraft } from './draft.ts';
import { fillForm, isSensitive, readForm, showErrors, slipsOf } from './fields.ts';
import { Photos } from './photos.ts';
import { Post } from './post.ts';
import { printable } from './print.ts';
import { addParcel, newKey, type Parcel, parcels, wipe } from './store.ts';
import { warnOfDanger } from './warn.ts';

const form = document.getElementById('lapor');
printable(document);
if (form instanceof HTMLFormElement) enhance(form);

function enhance(form: HTMLFormElement): void {
  const select = form.elements.namedItem('area') as HTMLSelectElement;
  const area = searchAreas(select);
  // The page may come from the cache, which knows of no banner.
  setPlacement(form, scanned());
  form.addEventListener('input', () => warnOfDanger(form));
  warnOfDanger(form);
  if (!('indexedDB' in window) || !window.crypto?.subtle) return;
  // Some browsers have a store that never opens (private windows): then the form is posted as it is, too.
  parcels().then(
    () => keepAndSend(form, area),
    () => {},
  );
}

function keepAndSend(form: HTMLFormElement, area: { show: () => void }): void {
  // The draft brings words back where they may be kept; the browser would bring them back regardless.
  form.autocomplete = 'off';
  const photos = new Photos(byId('file') as HTMLInputElement, () => draft.save());
  const fill = (body: ComplaintBody, files: Parcel['photos']) => {
    fillForm(form, body);
    area.show();
    photos.set(files);
    warnOfDanger(form);
  };
  const clear = () => {
    form.reset();
    // Hidden fields stay as they are: the next report is not from the banner of the last one.
    setPlacement(form, scanned() ?? '');
    area.show();
    photos.set([]);
    warnOfDanger(form);
  };
  const draft = keepDraft(form, photos, (body, files) => {
    // A draft keeps the banner it began with, unless the person has just scanned another.
    fill({ ...body, placement: scanned() ?? body.placement }, files);
  });
  const post = new Post({
    refused: (parcel) => {
      fill(parcel.body, parcel.photos);
      const { errors, title } = parcel.problem ?? { errors: {}, title: '' };
      showErrors(form, errors, Object.keys(errors).length > 0 ? undefined : title);
    },
    sent: () => {
      clear();
      draft.drop();
    },
  });

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const slips = slipsOf(form);
    showErrors(form, slips);
    if (Object.keys(slips).length > 0) return;
    const body = readForm(form);
    const parcel = { key: newKey(), at: Date.now(), body, photos: photos.list, sensitive: isSensitive(body) };
    try {
      await addParcel(parcel);
    } catch {
      // No room on the phone: without photos the road without JavaScript is left.
      if (photos.list.length === 0) form.submit();
      else showErrors(form, { file: 'Ruang di HP ini tidak cukup. Kurangi foto, lalu kirim lagi.' });
      return;
    }
    draft.drop();
    await post.go();
  });

  byId('hapus').addEventListener('click', async (event) => {
    event.preventDefault();
    if (post.unsent && !confirm('Ada laporan yang belum terkirim. Hapus juga?')) return;
    await wipe();
    clear();
    showErrors(form, {});
    draft.told('Sudah dihapus dari HP ini.');
    post.forget();
  });

  if ('serviceWorker' in navigator) navigator.serviceWorker.register('/sw.js').catch(() => {});
}

/** Code of the banner whose QR led to this page, as the address says it. */
function scanned(): string | undefined {
  return /^[0-9a-z]{6}$/i.exec(new URLSearchParams(location.search).get('p') ?? '')?.[0];
}

function setPlacement(form: HTMLFormElement, code: string | undefined): void {
  if (code !== undefined) (form.elements.namedItem('placement') as HTMLInputElement).value = code;
}
