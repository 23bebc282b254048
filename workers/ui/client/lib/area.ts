/**
 * Turns the list of areas into a search that knows aliases and always names the kecamatan (a combobox after the ARIA
 * pattern). The list itself stays the form's field.
 */
import { make } from './dom.ts';

interface Area {
  code: string;
  /** "Sorowako, Kecamatan Nuha". */
  label: string;
  names: string[];
}

/** Doubled letters, spaces and dashes are where spellings differ: "Pattengko", "Balo-Balo". */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\b(desa|kel(urahan)?|kec(amatan)?)\b/g, '')
    .replace(/[^a-z]/g, '')
    .replace(/(.)\1/g, '$1');

const MOST = 8;

export function searchAreas(select: HTMLSelectElement): { show: () => void } {
  const areas = [...select.querySelectorAll('optgroup')].flatMap((group) =>
    [...group.querySelectorAll('option')].map(
      (option): Area => ({
        code: option.value,
        label: option.text === group.label ? option.text : `${option.text}, ${group.label}`,
        names: [option.text, ...(option.dataset.alias ?? '').split('|')].map(plain).filter(Boolean),
      }),
    ),
  );
  const input = make('input', {
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    'aria-expanded': 'false',
    'aria-controls': 'area-list',
    'aria-autocomplete': 'list',
    placeholder: 'Ketik nama desa atau kecamatan',
  });
  const list = make('ul', {
    role: 'listbox',
    id: 'area-list',
    'aria-label': 'Wilayah yang cocok',
    hidden: '',
  });
  const told = make('p', { class: 'hint', role: 'status' });
  let found: Area[] = [];
  let active = -1;

  const show = () => {
    input.value = areas.find((area) => area.code === select.value)?.label ?? '';
  };
  const choose = (area: Area | undefined) => {
    select.value = area?.code ?? '';
    told.textContent =
      area || !input.value.trim()
        ? ''
        : 'Tidak ada di daftar. Pilih dari daftar, atau tulis di kotak berikutnya.';
    if (area) show();
    close();
    select.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const close = () => {
    found = [];
    render();
  };
  const render = () => {
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
    list.replaceChildren(
      ...found.map((area, i) => {
        const chosen = String(i === active);
        const item = make('li', { role: 'option', id: `area-${i}`, 'aria-selected': chosen }, area.label);
        // Not click: the field would lose the focus first.
        item.addEventListener('pointerdown', (event) => {
          event.preventDefault();
          choose(area);
        });
        return item;
      }),
    );
    if (active >= 0 && found.length > 0) input.setAttribute('aria-activedescendant', `area-${active}`);
    else input.removeAttribute('aria-activedescendant');
    list.children[active]?.scrollIntoView({ block: 'nearest' });
  };
  input.addEventListener('input', () => {
    select.value = '';
    found = matching(areas, input.value);
    active = -1;
    told.textContent = found.length > 0 ? `${found.length} wilayah cocok.` : '';
    render();
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') return close();
    if (event.key === 'Enter' && found.length > 0) {
      event.preventDefault();
      return choose(found[Math.max(0, active)]);
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    if (found.length === 0) found = matching(areas, input.value);
    active = (active + step + found.length) % Math.max(1, found.length);
    render();
  });
  input.addEventListener('blur', () => {
    if (select.value || !input.value.trim()) return close();
    // One that fits without doubt is meant; anything else is asked for.
    const only = matching(areas, input.value);
    choose(only.length === 1 ? only[0] : undefined);
  });

  const id = select.id;
  select.id = `${id}-code`;
  input.id = id;
  select.hidden = true;
  select.before(make('div', { class: 'combo' }, input, list), told);
  show();
  return { show };
}

/** Those that begin with what was typed come before those that only hold it. */
function matching(areas: Area[], typed: string): Area[] {
  const wanted = plain(typed);
  if (!wanted) return [];
  const rank = ({ names, label }: Area) =>
    names.some((name) => name.startsWith(wanted))
      ? 0
      : names.some((name) => name.includes(wanted))
        ? 1
        : plain(label).includes(wanted)
          ? 2
          : 3;
  return areas
    .map((area) => ({ area, rank: rank(area) }))
    .filter((one) => one.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map((one) => one.area);
}
