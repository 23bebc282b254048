/** Photos and PDF picked on this phone: shrunk here, listed, and handed over when the form is sent. */
import { button, byId, make } from './dom.ts';
import { shrink } from './shrink.ts';
import type { Photo } from './store.ts';

const MOST = 5;
const MAX_BYTES = 10 * 1024 * 1024;

export class Photos {
  list: Photo[] = [];
  private readonly changed: () => void;
  private readonly told = make('p', { class: 'wrong', role: 'alert' });
  private readonly shown: HTMLElement;

  constructor(input: HTMLInputElement, changed: () => void) {
    this.changed = changed;
    input.multiple = true;
    byId('tambah-foto').hidden = true;
    input.after(this.told);
    this.shown = make('ul', { class: 'photos' });
    this.told.after(this.shown);
    const take = () => {
      const files = [...(input.files ?? [])];
      input.value = '';
      return this.add(files);
    };
    input.addEventListener('change', take);
    // Picked before this script had come.
    if (input.value) take();
  }

  set(list: Photo[]): void {
    this.list = list;
    this.render();
  }

  private async add(files: File[]): Promise<void> {
    const refused: string[] = [];
    for (const file of files) {
      const blob = await shrink(file);
      if (this.list.length >= MOST) refused.push(`Paling banyak ${MOST} lampiran.`);
      else if (!blob) refused.push(`${file.name}: bukan foto atau PDF yang dapat dibuka.`);
      else if (blob.size > MAX_BYTES) refused.push(`${file.name}: lebih besar dari 10 MB.`);
      else this.list.push({ name: file.name, blob });
    }
    this.told.textContent = refused.join(' ');
    this.render();
    this.changed();
  }

  private render(): void {
    for (const image of this.shown.querySelectorAll('img')) URL.revokeObjectURL(image.src);
    this.shown.replaceChildren(
      ...this.list.map((photo, i) => {
        const remove = button(
          'Hapus',
          () => {
            this.list.splice(i, 1);
            this.render();
            this.changed();
          },
          'link',
        );
        remove.setAttribute('aria-label', `Hapus lampiran ${i + 1}`);
        const picture =
          photo.blob.type === 'application/pdf'
            ? 'PDF'
            : make('img', { src: URL.createObjectURL(photo.blob), alt: '' });
        const size = `${Math.ceil(photo.blob.size / 1000)} KB`;
        return make('li', {}, picture, make('span', {}, `${photo.name}, ${size}`), remove);
      }),
    );
  }
}
