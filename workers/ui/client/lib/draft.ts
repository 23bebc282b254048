/** Keeps what is typed for 24 hours, except what nobody else may find on this phone. */
import type { ComplaintBody } from '../../../../shared/contract/complaint.ts';
import { byId } from './dom.ts';
import { isSensitive, readForm } from './fields.ts';
import type { Photos } from './photos.ts';
import { dropDraft, type Photo, readDraft, writeDraft } from './store.ts';

const KEPT = 24 * 60 * 60 * 1000;
/** Typing pauses this long before the draft is written. */
const PAUSE = 800;

export interface DraftKeeper {
  save: () => void;
  drop: () => void;
  /** Says something about what is kept. */
  told: (text: string) => void;
}

export function keepDraft(
  form: HTMLFormElement,
  photos: Photos,
  fill: (body: ComplaintBody, photos: Photo[]) => void,
): DraftKeeper {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const told = (text: string) => {
    byId('simpanan').textContent = text;
  };
  const drop = () => {
    clearTimeout(timer);
    told('');
    dropDraft().catch(() => {});
  };
  const save = () => {
    clearTimeout(timer);
    const body = readForm(form);
    if (isSensitive(body)) {
      drop();
      told('Isian ini tidak disimpan di HP, karena hanya Anda yang boleh tahu.');
      return;
    }
    timer = setTimeout(async () => {
      await writeDraft({ at: Date.now(), body, photos: photos.list });
      told('Isian disimpan di HP ini sampai 24 jam.');
    }, PAUSE);
  };
  form.addEventListener('input', save);

  // A form that came back from the server holds newer words than the draft.
  const returned = form.querySelector('.field.bad, [name=stored]');
  const untouched = !returned && !readForm(form).text;
  // Typed before this script had come.
  if (!returned && !untouched) save();
  readDraft()
    .then((draft) => {
      if (!draft) return;
      if (Date.now() - draft.at > KEPT) drop();
      else if (untouched) {
        fill(draft.body, draft.photos);
        told('Isian terakhir Anda dipulihkan dari HP ini.');
      }
    })
    .catch(() => {});
  return { save, drop, told };
}
