/** A picture or a clipping: as it is kept, and the field of a form that carries it on and takes another. */
import { Checkbox, Field } from '../../../../ui/components.tsx';
import { isPdf } from '../picture.ts';

/** @param props.path where it is served, without its name */
export function KeptPicture(props: { name: string; path: string; width: number }) {
  const address = `${props.path}/${props.name}`;
  if (isPdf(props.name)) return <a href={address}>Unduh kliping (PDF)</a>;
  return (
    <figure>
      <img src={address} alt="Gambar yang tersimpan" width={props.width} />
      <figcaption>
        <a href={address} download="">
          Unduh gambar
        </a>
      </figcaption>
    </figure>
  );
}

/** @param props.clipping may be a PDF, too */
export function PictureField(props: {
  name: string;
  path: string;
  clipping?: boolean;
  error?: string | undefined;
}) {
  const { name, clipping } = props;
  const word = clipping ? 'kliping' : 'gambar';
  return (
    <>
      <input type="hidden" name="picture" value={name} />
      {name ? <KeptPicture name={name} path={props.path} width={240} /> : null}
      <Field
        name="file"
        type="file"
        label={name ? `Ganti ${word}` : `${clipping ? 'Kliping' : 'Gambar'} (boleh kosong)`}
        hint={`JPEG, PNG, ${clipping ? 'WebP, atau PDF' : 'atau WebP'}, paling besar 10 MB. Data lokasi dan kamera dihapus.`}
        error={props.error}
        more={{ accept: `image/jpeg,image/png,image/webp${clipping ? ',application/pdf' : ''}` }}
      />
      {name ? <Checkbox name="without" label={`Tanpa ${word}`} /> : null}
    </>
  );
}
