/** The form for one place: what is found there, a photo, where it is, and a remark. */
import { newKey } from '../../../../platform/ids.ts';
import { type Errors, Field, HiddenKey, Radios, TextArea } from '../../../../ui/components.tsx';
import { remarkLimit } from '../hang.ts';
import type { Finding } from '../pieces.ts';

/** As it was sent; what was refused comes back with it, except the photo, which no browser gives twice. */
export interface TypedFinding {
  what: string;
  remark: string;
  lat: string;
  lon: string;
}

export const blankFinding = (): TypedFinding => ({ what: 'up', remark: '', lat: '', lon: '' });

export const findingLabels = {
  photo: 'Foto',
  remark: 'Catatan',
  what: 'Keadaan',
  lat: 'Posisi',
  lon: 'Posisi',
};

const findingNames: Record<Finding, string> = {
  up: 'Terpasang dan baik',
  damaged: 'Rusak',
  gone: 'Tidak ada di tempat',
};

export function FindingForm(props: {
  action: string;
  may: readonly Finding[];
  typed: TypedFinding;
  errors: Errors;
}) {
  const { typed, errors, may } = props;
  return (
    <form method="post" action={props.action} enctype="multipart/form-data" id="pasang">
      <HiddenKey value={newKey()} />
      <input type="hidden" name="lat" value={typed.lat} />
      <input type="hidden" name="lon" value={typed.lon} />
      <input type="hidden" name="taken" value="" />
      <div id="keadaan" hidden={may.length < 2}>
        <Radios
          name="what"
          legend={findingLabels.what}
          value={typed.what}
          error={errors.what}
          options={(Object.keys(findingNames) as Finding[]).map((value) => ({
            value,
            label: findingNames[value],
          }))}
        />
      </div>
      <Field
        name="photo"
        type="file"
        label={findingLabels.photo}
        hint="Seluruh bahan dan tempatnya terlihat. Hindari wajah orang."
        error={errors.photo}
        more={{ accept: 'image/jpeg,image/png,image/webp', capture: 'environment' }}
      />
      <p id="posisi" role="status" class="hint" hidden />
      <TextArea
        name="remark"
        label={`${findingLabels.remark} (bila perlu)`}
        hint="Misalnya: tiang miring, dipindah ke gerbang pasar. Tanpa nama warga."
        rows={2}
        value={typed.remark}
        error={errors.remark}
        more={{ maxlength: remarkLimit }}
      />
      <button type="submit">Kirim</button>
    </form>
  );
}
