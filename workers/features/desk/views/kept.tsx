/** What was typed into a form that is no longer there: readable, to be copied, and where that is safe kept as a note. */
import { type Outcome, outcomeNames } from '../../../../shared/lifecycle/states.ts';
import type { DeskVerb } from '../../../cases/verbs/index.ts';
import { newKey } from '../../../platform/ids.ts';
import { anyCategory } from '../../../regency/named.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { HiddenKey, TextArea } from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import { type Typed, verbParts } from '../input.ts';
import type { DeskCase } from '../queries.ts';
import { dayText, fieldTitles, officeName, verbTitles, wordTitles } from '../words.ts';
import type { Refused } from './actions.tsx';

/** Their words accuse somebody, or hold what an office may not read of an anonim reporter: no note for all to read. */
const unfitForNotes: readonly DeskVerb[] = ['hold', 'free', 'pass_to_inspectorate', 'release', 'reveal'];

export function Kept(props: { view: DeskCase; regency: Regency; refused: Refused }) {
  const { view, regency } = props;
  const { verb, typed } = props.refused;
  const text = keptText(regency, verb, typed);
  if (text === '') return null;
  const noted = view.verbs.includes('note') && verb !== 'note' && !unfitForNotes.includes(verb);
  return (
    <section aria-labelledby="tulisan">
      <h2 id="tulisan">Tulisan Anda yang belum terkirim</h2>
      <p>Tindakan ini sudah tidak dapat dilakukan. Tulisan Anda masih ada di bawah dan dapat disalin.</p>
      {noted ? (
        <form method="post" action={`/desk/kasus/${view.code}/note`}>
          <HiddenKey value={newKey()} />
          <input type="hidden" name="version" value={String(view.version)} />
          <Written text={text} />
          <p class="actions">
            <button type="submit">Simpan sebagai catatan internal</button>
            <a class="button second" href={`/desk/kasus/${view.code}`} data-discard={verb}>
              Buang tulisan saya
            </a>
          </p>
        </form>
      ) : (
        <Written text={text} still />
      )}
    </section>
  );
}

function Written(props: { text: string; still?: boolean }) {
  return (
    <TextArea
      label="Tulisan Anda"
      name="text"
      id="tulisan-anda"
      value={props.text}
      rows={8}
      more={props.still ? { readonly: true } : undefined}
    />
  );
}

/** Answer to a form of a case that is not there, or no longer for this person: both look the same. */
export function LostCase(props: { regency: Regency; who: Who; verb: DeskVerb; typed: Typed }) {
  const text = keptText(props.regency, props.verb, props.typed);
  return (
    <Page title="Halaman tidak ditemukan" regency={props.regency} side="desk" who={props.who}>
      <h1>Halaman tidak ditemukan</h1>
      <p>Kiriman Anda tidak disimpan. Nomor laporan itu tidak ada, atau bukan (lagi) untuk akun Anda.</p>
      {text === '' ? null : (
        <>
          <p>Tulisan Anda masih ada di bawah dan dapat disalin sebelum halaman ini ditutup.</p>
          <Written text={text} still />
        </>
      )}
      <p>
        <a href="/desk">Kotak masuk</a>
      </p>
    </Page>
  );
}

/** @returns a line or paragraph for each field that says something, under the name of the action; empty = nothing typed */
export function keptText(regency: Regency, verb: DeskVerb, typed: Typed): string {
  const lines = Object.keys(verbParts[verb]).flatMap((name) => {
    const given = (typed.values[name] ?? []).filter((value) => value !== '' && value !== 'lain');
    if (name === 'office' && given.length === 0) given.push(...(typed.values.other ?? []).filter(Boolean));
    // Numbers of accounts say nothing to anybody.
    if (given.length === 0 || verbParts[verb][name] === 'numbers') return [];
    const said = given.map((value) => spoken(regency, name, value)).join(', ');
    const title = wordTitles[name] ?? fieldTitles[name] ?? name;
    return said === '' ? [title] : [`${title}: ${said}`];
  });
  const files = typed.stored.length;
  if (files > 0) lines.push(`Foto tersimpan: ${files}`);
  return lines.length === 0 ? '' : [`${verbTitles[verb] ?? verb} (belum terkirim)`, ...lines].join('\n');
}

const offices = ['office', 'suggestion', 'copies', 'accused'];

function spoken(regency: Regency, name: string, value: string): string {
  if (offices.includes(name)) return officeName(regency, value);
  if (name === 'date') return /^\d{4}-\d\d-\d\d$/.test(value) ? dayText(regency, value) : value;
  if (name === 'outcome') return outcomeNames[value as Outcome] ?? value;
  if (name === 'category') return anyCategory(regency, value)?.name ?? value;
  return value === '1' ? '' : value;
}
