/** The outbox of this page: sends, tries again, and shows what came of it. */
import { button, byId, make } from './dom.ts';
import { receiptOf, waiting } from './outbox.ts';
import { sendAll } from './send.ts';
import { dropParcel, type Parcel, parcels } from './store.ts';
import { askForSync } from './sync.ts';

/** Seconds between tries, the last one from then on. */
const BACKOFF = [5, 10, 20, 40, 60, 120, 300];

interface Happenings {
  /** Back to the form, with what is wrong. */
  refused: (parcel: Parcel) => void;
  /** A receipt came: the form is for the next report. */
  sent: () => void;
}

export class Post {
  /** Something still waits for the signal. */
  unsent = false;
  private readonly on: Happenings;
  private sending = false;
  private tries = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Sensitive receipts that are shown but no longer stored. */
  private fleeting: Parcel[] = [];
  private drawn = '';
  /** "Tulis laporan lain" was pressed. */
  private writing = false;

  constructor(on: Happenings) {
    this.on = on;
    const again = () => {
      this.tries = 0;
      if (this.unsent) this.go();
    };
    window.addEventListener('online', again);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.unsent ? again() : this.show();
    });
    navigator.serviceWorker?.addEventListener('message', () => this.show());
    this.show().then(again);
  }

  /** Tries now, and later as long as something is left. */
  async go(): Promise<void> {
    if (this.sending) return;
    clearTimeout(this.timer);
    this.sending = true;
    this.writing = false;
    await this.show();
    let done = false;
    try {
      done = await sendAll();
    } finally {
      this.sending = false;
    }
    await this.show();
    if (done) return;
    const seconds = BACKOFF[Math.min(this.tries++, BACKOFF.length - 1)] ?? 300;
    this.timer = setTimeout(() => this.go(), seconds * 1000);
    askForSync();
  }

  /** After everything was wiped. */
  forget(): void {
    clearTimeout(this.timer);
    this.fleeting = [];
    this.show();
  }

  /** Draws the outbox as it is stored. */
  async show(): Promise<void> {
    const all = [...(await parcels()), ...this.fleeting.filter(({ receipt }) => receipt)];
    for (const parcel of all.filter(({ problem }) => problem)) {
      await dropParcel(parcel.key);
      this.writing = true;
      this.on.refused(parcel);
    }
    const shown = all.filter(({ problem }) => !problem);
    this.unsent = shown.some(({ receipt }) => !receipt);
    const state = JSON.stringify([
      shown.map(({ key, receipt }) => [key, receipt?.code]),
      this.sending,
      this.writing,
    ]);
    if (state === this.drawn) return;
    this.drawn = state;
    this.draw(shown);
    for (const parcel of shown) {
      if (parcel.receipt && parcel.sensitive && document.visibilityState === 'visible')
        await this.fade(parcel);
    }
  }

  /** Shown, so it leaves the phone. */
  private async fade(parcel: Parcel): Promise<void> {
    if (this.fleeting.some(({ key }) => key === parcel.key)) return;
    this.fleeting.push(parcel);
    await dropParcel(parcel.key);
  }

  private draw(shown: Parcel[]): void {
    const before = new Set(
      [...byId('kiriman').querySelectorAll('[data-key]')].map((one) => one.getAttribute('data-key')),
    );
    const doings = {
      retry: () => {
        this.tries = 0;
        this.go();
      },
      changed: () => this.show(),
    };
    const parts = shown.map((parcel) => {
      const part = parcel.receipt ? receiptOf(parcel, doings) : waiting(parcel, this.sending, doings);
      if (parcel.receipt) part.dataset.key = parcel.key;
      return part;
    });
    const covered = shown.length > 0 && !this.writing;
    const more = button('Tulis laporan lain', () => {
      this.writing = true;
      this.show();
    });
    byId('kiriman').replaceChildren(...parts, ...(covered ? [make('p', { class: 'no-print' }, more)] : []));
    for (const part of document.querySelectorAll<HTMLElement>('[data-form]')) part.hidden = covered;
    const fresh = parts.find((part) => part.dataset.key && !before.has(part.dataset.key));
    if (fresh) {
      if (!this.writing) this.on.sent();
      fresh.querySelector<HTMLElement>('h1')?.focus();
    } else if (covered) parts[0]?.focus();
  }
}
