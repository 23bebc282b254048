/** Two people on one case: what the second one finds changed, and the choice that is left to them. */
import { stateNames } from '../../../../shared/lifecycle/states.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import type { DeskCase, DeskEntry } from '../queries.ts';
import { holderName } from '../words.ts';
import type { Refused } from './actions.tsx';
import { formId } from './frame.tsx';
import { History } from './history.tsx';

/** Entries that came after the version this form was opened with. */
export function freshEntries(view: DeskCase, { typed }: Refused): DeskEntry[] {
  const seen = typed.version ?? view.version;
  return view.entries.filter((entry) => entry.seq > seen);
}

/** Who did what meanwhile, and how the case stands now. */
export function Changed(props: { view: DeskCase; regency: Regency; entries: DeskEntry[] }) {
  const { view, regency, entries } = props;
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="berubah">
      <h2 id="berubah">Yang berubah sejak Anda membukanya</h2>
      <p>
        Sekarang: {stateNames[view.state].desk}, dipegang {holderName(regency, view.holder)}.
      </p>
      <History view={view} regency={regency} entries={entries} />
    </section>
  );
}

/** Both choices stand beside what changed; the form itself stands open below with everything typed. */
export function Choice(props: { view: DeskCase; refused: Refused }) {
  const { view, refused } = props;
  return (
    <section aria-labelledby="pilihan">
      <h2 id="pilihan">Tulisan Anda masih utuh</h2>
      <p>
        Isian Anda ada di bagian <a href={`#aksi-${refused.verb}`}>Tindakan</a> dan boleh diubah dulu. Pilih:
      </p>
      <p class="actions">
        <button type="submit" form={formId(refused.verb)}>
          Kirim juga
        </button>
        <a class="button second" href={`/desk/kasus/${view.code}`} data-discard={refused.verb}>
          Buang tulisan saya
        </a>
      </p>
    </section>
  );
}
