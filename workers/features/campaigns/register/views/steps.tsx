/** Next steps of a piece of material: each behind its own button, with a photo where only a photo proves it. */
import { type Life, lifeMoves, photoLives } from '../../../../../shared/campaign.ts';
import { newKey } from '../../../../platform/ids.ts';
import { type Errors, Field, HiddenKey, TextArea } from '../../../../ui/components.tsx';
import type { PlacementRow } from '../../queries.ts';
import { wordsOf } from '../step-words.ts';

/** What was sent and refused, so that nothing has to be typed again. */
export interface RefusedStep {
  life: Life;
  remark: string;
  position: string;
  cost: string;
  errors: Errors;
}

/** In the order in which people need them. */
const order: Life[] = [
  'printed',
  'hung',
  'checked',
  'planned',
  'damaged',
  'gone',
  'replaced',
  'idle',
  'removed',
];

export function Steps({ row, refused }: { row: PlacementRow; refused: RefusedStep | null }) {
  const moves = order.filter((life) => lifeMoves[row.life].includes(life));
  if (moves.length === 0) return null;
  return (
    <section class="acts" aria-label="Langkah berikutnya" id="langkah">
      <h2>Langkah berikutnya</h2>
      {moves.map((life) => (
        <Step row={row} life={life} refused={refused?.life === life ? refused : null} />
      ))}
    </section>
  );
}

function Step({ row, life, refused }: { row: PlacementRow; life: Life; refused: RefusedStep | null }) {
  const words = wordsOf(row.life, life);
  const photo = photoLives.includes(life);
  const id = (name: string) => `${life}-${name}`;
  return (
    <details open={refused !== null} id={life}>
      <summary>{words.button}</summary>
      <form
        method="post"
        action={`/desk/kampanye/${row.code}/langkah`}
        enctype={photo ? 'multipart/form-data' : undefined}
        class="details"
        novalidate
      >
        <HiddenKey value={newKey()} />
        <input type="hidden" name="life" value={life} />
        <input type="hidden" name="version" value={row.version} />
        {words.hint ? <p class="hint">{words.hint}</p> : null}
        {photo ? (
          <>
            <Field
              label="Foto"
              name="photo"
              id={id('photo')}
              type="file"
              error={refused?.errors.photo}
              more={{ accept: 'image/jpeg,image/png,image/webp' }}
              required
            />
            <Field
              label="Posisi (boleh kosong)"
              name="position"
              id={id('position')}
              value={refused?.position}
              error={refused?.errors.position}
              hint="Lintang dan bujur, misalnya -2.6345, 121.0987."
              more={{ autocomplete: 'off', maxlength: 60 }}
            />
          </>
        ) : null}
        {life === 'replaced' ? (
          <Field
            label="Biaya penggantinya (rupiah)"
            name="cost"
            id={id('cost')}
            value={refused?.cost ?? (row.cost === null ? '' : String(row.cost))}
            error={refused?.errors.cost}
            hint="Kosongkan bila belum diketahui."
            more={{ inputmode: 'numeric', autocomplete: 'off', maxlength: 20 }}
          />
        ) : null}
        <TextArea
          label="Keterangan (boleh kosong)"
          name="remark"
          id={id('remark')}
          rows={2}
          value={refused?.remark}
          error={refused?.errors.remark}
          more={{ maxlength: 500 }}
        />
        <button type="submit" class={words.danger ? 'danger' : undefined}>
          {words.submit}
        </button>
      </form>
    </details>
  );
}
