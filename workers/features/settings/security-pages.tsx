/** /desk/keamanan: which roles sign in with a code of an app as well. */
import { Hono } from 'hono';
import { type Role, roleNames, roles } from '../../../shared/permissions/people.ts';
import { AppError } from '../../platform/problem.ts';
import { putRow } from '../../regency/edit.ts';
import { Checkbox, Notice } from '../../ui/components.tsx';
import { Page } from '../../ui/layout.tsx';
import type { AppContext, AppEnv } from '../http.ts';
import { askAgain } from '../staff/recent.tsx';
import { editorOf } from './editor.ts';
import { BackToSettings } from './views/settings.tsx';

export const securityPages = new Hono<AppEnv>();

securityPages.get('/', (c) => c.html(<SecurityPage c={c} done={c.req.query('ok') === '1'} />));

/** Whoever lowers this fence has to stand behind it: with a code, and at the keyboard themselves. */
securityPages.post('/', async (c) => {
  if (!c.var.session?.twoFactor && !c.var.regency.switches.demo)
    throw new AppError('forbidden', { detail: 'two_factor_needed' });
  const form = await c.req.formData();
  const again = await askAgain(c, form);
  if (again) return again;
  const ticked = form.getAll('roles');
  const chosen = roles.filter((role) => ticked.includes(role));
  await putRow(editorOf(c), 'two_factor', 'roles', { roles: chosen });
  return c.redirect('/desk/keamanan?ok=1', 303);
});

function SecurityPage(props: { c: AppContext; done: boolean }) {
  const { regency, signedIn } = props.c.var;
  const demanded: readonly Role[] = regency.switches.twoFactorRoles;
  return (
    <Page title="Keamanan masuk" regency={regency} side="desk" path="/desk/pengaturan" who={signedIn}>
      <BackToSettings />
      <h1>Keamanan masuk</h1>
      {props.done ? (
        <Notice tone="good" live>
          <p>Tersimpan dan langsung berlaku.</p>
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
    </Page>
  );
}
