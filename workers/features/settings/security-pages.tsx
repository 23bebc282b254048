/** /desk/keamanan: which roles sign in with a code of an app as well. */
import { Hono } from 'hono';
import { type Role, roleNames, roles } from '../../../shared/permissions/people.ts';
import { putRow } from '../../regency/edit.ts';
import { Checkbox, Notice } from '../../ui/components.tsx';
import { Page } from '../../ui/layout.tsx';
import type { AppContext, AppEnv } from '../http.ts';
import { doneWords } from './done.ts';
import { editorOf } from './editor.ts';
import { proveItself } from './guarded.ts';
import { BackToSettings } from './views/settings.tsx';

export const securityPages = new Hono<AppEnv>();

securityPages.get('/', (c) => c.html(<SecurityPage c={c} done={doneWords[c.req.query('selesai') ?? '']} />));

securityPages.post('/', async (c) => {
  const again = await proveItself(c);
  if (again) return again;
  const ticked = (await c.req.formData()).getAll('roles');
  const chosen = roles.filter((role) => ticked.includes(role));
  await putRow(editorOf(c), 'two_factor', 'roles', { roles: chosen });
  return c.redirect('/desk/keamanan?selesai=simpan', 303);
});

function SecurityPage(props: { c: AppContext; done: string | undefined }) {
  const { regency, signedIn } = props.c.var;
  const demanded: readonly Role[] = regency.switches.twoFactorRoles;
  return (
    <Page title="Keamanan masuk" regency={regency} side="desk" path="/desk/pengaturan" who={signedIn}>
      <BackToSettings />
      <h1>Keamanan masuk</h1>
      {props.done ? (
        <Notice tone="good" live>
          <p>{props.done}</p>
        </Notice>
      ) : null}
      <p>
        Peran yang dicentang wajib memakai kode dua langkah: selain kata sandi, kode dari aplikasi di ponsel.
        Yang belum menyalakannya diarahkan ke halaman Akun saya sebelum dapat bekerja.
      </p>
      {regency.switches.demo ? <p class="hint">Pada data contoh kewajiban ini tidak berlaku.</p> : null}
      <form method="post" action="/desk/keamanan">
        <fieldset class="field">
          <legend>Wajib kode dua langkah</legend>
          {roles.map((role) => (
            <Checkbox
              name="roles"
              id={`roles-${role}`}
              value={role}
              label={roleNames[role]}
              checked={demanded.includes(role)}
            />
          ))}
        </fieldset>
        <button type="submit">Simpan</button>
      </form>
      <p>
        <a href="/desk/pengaturan/dua-langkah/roles/riwayat">Riwayat perubahan</a>
      </p>
    </Page>
  );
}
