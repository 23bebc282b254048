/** The list of places as the server wrote it, and what this phone has said of each since. */
import { button, byId, make } from '../dom.ts';
import type { Found } from './store.ts';

export interface Place {
  code: string;
  name: string;
  /** Material and size. */
  about: string;
  /** What may be said of it: "up", "damaged", "gone". */
  may: string[];
  todo: boolean;
  hung: boolean;
  line: HTMLElement;
}

const STATES: Record<Found['state'], [text: string, tone: string]> = {
  waiting: ['Menunggu sinyal', 'amber'],
  sent: ['Terkirim', 'green'],
  refused: ['Ditolak', 'red'],
  closed: ['Menunggu tautan baru', 'amber'],
};

/** Nothing more has to be done on the spot. */
const UNDER_WAY: Found['state'][] = ['waiting', 'sent', 'closed'];

export class Places {
  /** Server's time when the page was made, epoch ms. */
  readonly madeAt: number;
  /** The address names the place to show. */
  readonly asked = new URLSearchParams(location.search).has('tempat');
  onOpen: (place: Place) => void = () => {};
  private readonly all: Place[];
  private said = new Map<string, Found>();
  /** The part of the page with the form; missing when there was nothing to do. */
  private readonly form = document.getElementById('tempat');
  /** Code of the place that is shown. */
  private shown: string | null;

  constructor(list: HTMLElement) {
    this.madeAt = Number(list.dataset.at);
    this.all = [...list.querySelectorAll<HTMLElement>('li')].map((line) => ({
      code: line.dataset.code ?? '',
      name: line.querySelector('a')?.textContent ?? '',
      about: line.dataset.about ?? '',
      may: (line.dataset.may ?? '').split(' '),
      todo: line.dataset.todo === '1',
      hung: line.dataset.hung === '1',
      line,
    }));
    this.shown = list.querySelector('[aria-current]')?.closest('li')?.dataset.code ?? null;
    for (const place of this.form ? this.all : []) {
      place.line.querySelector('a')?.addEventListener('click', (event) => {
        event.preventDefault();
        this.open(place);
      });
    }
  }

  has(code: string): boolean {
    return this.all.some((place) => place.code === code);
  }

  /** Somebody has done what was to be done there. */
  isDone(code: string): boolean {
    return this.all.some((place) => place.code === code && !place.todo);
  }

  /** The first one of which nothing has been said yet, or what was said was refused. */
  next(): Place | null {
    const under = (code: string) => UNDER_WAY.includes(this.said.get(code)?.state ?? 'refused');
    return this.all.find(({ todo, code }) => todo && !under(code)) ?? null;
  }

  /** @param place null = nothing is left */
  open(place: Place | null): void {
    if (!this.form || place?.code === this.shown) return;
    this.shown = place?.code ?? null;
    byId('selesai').hidden = place !== null;
    this.form.hidden = place === null;
    for (const { line, code } of this.all) {
      const link = line.querySelector('a');
      if (code === this.shown) link?.setAttribute('aria-current', 'true');
      else link?.removeAttribute('aria-current');
    }
    if (!place) return;
    byId('nama').textContent = place.name;
    byId('bahan').textContent = place.about;
    byId('kode').textContent = place.code;
    this.onOpen(place);
    byId('berikutnya').focus();
  }

  /** @param all what is kept on this phone */
  show(all: readonly Found[], retry: () => void): void {
    this.said = new Map(all.filter(({ code }) => this.has(code)).map((found) => [found.code, found]));
    let hung = Number(byId('hitung').dataset.hung);
    for (const place of this.all) {
      const found = this.said.get(place.code);
      if (!found) continue;
      const [text, tone] = STATES[found.state];
      const tag = place.line.querySelector('.tag');
      if (tag) {
        tag.textContent = text;
        tag.className = `tag ${tone}`;
      }
      if (found.state === 'sent') hung += Number(found.fields.what === 'up') - Number(place.hung);
    }
    byId('hitung').textContent = `${hung} dari ${byId('hitung').dataset.total} terpasang`;
    byId('kiriman').replaceChildren(...this.notices(retry));
  }

  private notices(retry: () => void): HTMLElement[] {
    const of = (state: Found['state']) => [...this.said.values()].filter((found) => found.state === state);
    const name = (found: Found) => this.all.find(({ code }) => code === found.code)?.name ?? found.code;
    const notice = (tone: string, text: string, ...more: Node[]) =>
      make('div', { class: `notice ${tone}` }, make('p', {}, text), ...more);
    const waiting = of('waiting').length;
    const closed = of('closed').length;
    const sent = of('sent').length;
    return [
      ...of('refused').map((found) => notice('bad', `${name(found)}: ${found.told ?? 'tidak diterima.'}`)),
      ...(closed > 0
        ? [
            notice(
              'warn',
              `Tautan ini sudah berakhir. ${closed} tempat tersimpan di HP ini; minta tautan baru.`,
            ),
          ]
        : []),
      ...(waiting > 0
        ? [
            notice(
              'warn',
              `${waiting} tempat tersimpan di HP ini, terkirim sendiri saat ada sinyal. Halaman ini boleh ditutup.`,
              make('p', { class: 'actions' }, button('Coba kirim sekarang', retry)),
            ),
          ]
        : []),
      ...(sent > 0 && waiting === 0 ? [notice('good', `${sent} tempat sudah terkirim.`)] : []),
    ];
  }
}
