/** Changing and erasing the contact, each with what it means. */
import { Field } from '../../../ui/components.tsx';
import { type ActProps, Folded, fieldId } from './form.tsx';

export function ContactActs(props: ActProps & { hasEmail: boolean }) {
  return (
    <section aria-labelledby="kontak-anda">
      <h2 id="kontak-anda">Kontak Anda</h2>
      <p>
        {props.hasEmail
          ? 'Kabar tentang laporan ini kami kirim ke e-mail Anda. Lewat e-mail itu pula PIN yang hilang dapat diganti.'
          : 'Kami tidak menyimpan e-mail Anda: tidak ada kabar yang kami kirim, dan PIN yang hilang tidak dapat diganti. Simpan baik-baik nomor laporan dan PIN.'}
      </p>
      <ChangeAct {...props} />
      <EraseAct {...props} />
    </section>
  );
}

function ChangeAct(props: ActProps) {
  return (
    <Folded {...props} act="kontak" summary="Ganti kontak" submit="Simpan kontak ini">
      {({ typed, errors }) => (
        <>
          <p>
            Nama, e-mail, dan nomor HP yang lama dihapus dan diganti oleh yang Anda isi di sini; yang
            dikosongkan tidak disimpan lagi. Isi e-mail atau nomor HP.{' '}
            <strong>Tanpa e-mail, PIN yang hilang tidak dapat diganti.</strong>
          </p>
          <Field
            id={fieldId('kontak', 'contact.email')}
            label="E-mail"
            name="contact.email"
            type="email"
            value={typed['contact.email']}
            error={errors['contact.email']}
            more={{ autocomplete: 'email', maxlength: 254 }}
          />
          <Field
            id={fieldId('kontak', 'contact.phone')}
            label="Nomor HP atau WhatsApp"
            name="contact.phone"
            type="tel"
            value={typed['contact.phone']}
            error={errors['contact.phone']}
            more={{ autocomplete: 'tel', maxlength: 20 }}
          />
          <Field
            id={fieldId('kontak', 'contact.name')}
            label="Nama"
            name="contact.name"
            value={typed['contact.name']}
            error={errors['contact.name']}
            more={{ autocomplete: 'name', maxlength: 120 }}
          />
        </>
      )}
    </Folded>
  );
}

function EraseAct(props: ActProps) {
  return (
    <Folded {...props} act="hapus-kontak" summary="Hapus kontak saya" submit="Ya, hapus kontak saya" danger>
      {() => (
        <>
          <p>Nama, e-mail, dan nomor HP Anda dihapus dan tidak dapat dikembalikan. Sesudah itu:</p>
          <ul>
            <li>tidak ada lagi kabar yang kami kirim;</li>
            <li>PIN yang hilang tidak dapat diganti;</li>
            <li>laporan tetap ditangani, dan Anda mengikutinya di sini dengan nomor dan PIN.</li>
          </ul>
        </>
      )}
    </Folded>
  );
}
