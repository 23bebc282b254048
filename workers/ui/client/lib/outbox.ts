/** Shows what is on its way and the receipts that came back, above the form. */
import { formatPin } from '../../../../shared/code.ts';
import { formatDate } from '../../../../shared/text.ts';
import type { TimeZone } from '../../../../shared/working-time.ts';
import { button, byId, make } from './dom.ts';
import { printable } from './print.ts';
import { dropParcel, type Parcel } from './store.ts';

export interface Doings {
  /** "Coba kirim sekarang". */
  retry: () => void;
  /** Something was dismissed. */
  changed: () => void;
}

/** A parcel on its way. @param sending a try is running right now */
export function waiting(parcel: Parcel, sending: boolean, doings: Doings): HTMLElement {
  const text = sending
    ? 'Laporan sudah tersimpan di HP ini. Sedang mengirim…'
    : 'Tersimpan di HP ini, akan terkirim sendiri saat ada sinyal. Halaman ini boleh ditutup.';
  const notice = make(
    'div',
    { class: sending ? 'notice info' : 'notice warn', role: 'status', tabindex: '-1' },
    make('h1', { class: 'notice-title' }, sending ? 'Mengirim laporan' : 'Belum terkirim'),
    make('p', {}, text),
  );
  if (parcel.sensitive) {
    notice.append(make('p', {}, 'Isinya dihapus dari HP ini segera sesudah tanda terima ditampilkan.'));
  }
  if (!sending) notice.append(make('p', { class: 'actions' }, button('Coba kirim sekarang', doings.retry)));
  return notice;
}

/** The server's own receipt, filled in; see intake/views/receipt.tsx for its slots. */
export function receiptOf(parcel: Parcel, doings: Doings): HTMLElement {
  const { receipt, body } = parcel;
  const template = byId('tanda') as HTMLTemplateElement;
  const section = template.content.firstElementChild?.cloneNode(true) as HTMLElement;
  if (!receipt) return section;
  const { zone, origin } = section.dataset;
  const slots: Record<string, string> = {
    code: receipt.code,
    pin: formatPin(receipt.pin),
    due: formatDate(Date.parse(receipt.due), zone as TimeZone),
  };
  const holds: Record<string, boolean> = {
    lost: body.contact?.email === undefined,
    official: body.aboutOfficial === true,
    ordinary: !body.aboutOfficial,
    anonymous: body.anonymous === true,
  };
  for (const slot of section.querySelectorAll<HTMLElement>('[data-slot]')) {
    const name = slot.dataset.slot ?? '';
    if (slot instanceof HTMLAnchorElement) {
      const text = `Nomor laporan saya: ${receipt.code}. Lacak di ${origin}/lacak`;
      slot.href = `https://wa.me/?text=${encodeURIComponent(text)}`;
    } else slot.textContent = slots[name] ?? '';
  }
  for (const line of section.querySelectorAll<HTMLElement>('[data-if]')) {
    line.hidden = !holds[line.dataset.if ?? ''];
  }
  printable(section);
  section.append(
    parcel.sensitive
      ? make(
          'p',
          { class: 'notice warn' },
          make(
            'strong',
            {},
            'Catat sekarang. Tanda terima ini tidak disimpan di HP ini dan hilang bila halaman ditutup.',
          ),
        )
      : make(
          'p',
          { class: 'no-print actions' },
          'Tanda terima ini disimpan di HP ini sampai Anda menghapusnya. ',
          button('Sudah saya catat, hapus', async () => {
            await dropParcel(parcel.key);
            doings.changed();
          }),
        ),
  );
  return section;
}
