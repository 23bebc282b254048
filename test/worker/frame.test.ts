/** The frame of every page: where it leads, what Enter does, and how errors read. */
import { exports } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { DAY, now } from '../../workers/platform/clock.ts';
import { type Desk, openDesks } from '../support/desk.ts';
import { act, loadRegency, newCase } from '../support/worker.ts';

type Opened = Awaited<ReturnType<typeof openDesks>>;
let people: Opened['people'];
let desks: Opened['desks'];

beforeEach(async () => {
  await loadRegency();
  ({ people, desks } = await openDesks());
});

const open = async (path: string) => (await exports.default.fetch(`http://kanal.test${path}`)).text();
const linksOf = (html: string) => [...html.matchAll(/href="([^"#]*)"/g)].map((found) => found[1]);
const nav = async (desk: Desk) => linksOf(/<header.*?<\/header>/s.exec(await desk.text('/desk'))?.[0] ?? '');

describe('every page', () => {
  it('declares its type, so that browsers keep to the standard', async ({ expect }) => {
    for (const path of ['/', '/lacak', '/lacak/pin', '/masuk', '/masuk/lupa', '/api', '/tidak-ada']) {
      expect((await open(path)).slice(0, 32), path).toBe('<!DOCTYPE html><html lang="id"><');
    }
    expect(await desks.admin.text('/desk')).toMatch(/^<!DOCTYPE html>/);
  });

  it('leads officers to the desk, and everybody on from a page that is not there', async ({ expect }) => {
    expect(linksOf(await open('/'))).toContain('/masuk');
    const lost = await open('/tidak-ada');
    expect(lost).toContain('Halaman tidak ditemukan');
    expect(linksOf(lost)).toEqual(expect.arrayContaining(['/', '/lacak']));
  });

  it('sends a form on Enter instead of adding a photo', async ({ expect }) => {
    const { code } = await newCase();
    await act(people.admin, code, 'verify', {});
    await act(people.admin, code, 'dispose', { office: 'PUPR' });
    const answer = await desks.liaison.text(`/desk/kasus/${code}`);
    for (const html of [await open('/'), answer]) {
      const forms = [...html.matchAll(/<form.*?<\/form>/gs)].map(([form]) => form);
      const several = forms.filter((form) => form.includes('formaction'));
      expect(several.length).toBeGreaterThan(0);
      // The first button of a form is the one that Enter presses.
      for (const form of several)
        expect(/<button[^>]*>/.exec(form)?.[0]).toBe('<button type="submit" hidden="">');
    }
  });
});

it('shows emergency numbers before sending, also without JavaScript', async ({ expect }) => {
  const refused = async (text: string) => {
    const body = new URLSearchParams({ text });
    const answer = await exports.default.fetch('http://kanal.test/', { method: 'POST', body });
    return /<div id="bahaya"[^>]*>/.exec(await answer.text())?.[0];
  };
  expect(await refused('Tolong, rumah tetangga terbakar besar!')).not.toContain('hidden');
  expect(await refused('Lampu jalan di depan pasar mati.')).toContain('hidden');
});

describe('the desk', () => {
  it('leads admins to accounts and keys, and everybody to their own account', async ({ expect }) => {
    expect(await nav(desks.admin)).toEqual(
      expect.arrayContaining(['/desk', '/desk/pengguna', '/desk/kunci', '/desk/akun']),
    );
    const liaison = await nav(desks.liaison);
    expect(liaison).toContain('/desk/akun');
    expect(liaison).not.toContain('/desk/pengguna');
  });

  it('calls nobody late because the day to hand a case back is over', async ({ expect }) => {
    const { code } = await newCase({}, { at: now() - 6 * DAY });
    await act(people.admin, code, 'verify', {}, now() - 5 * DAY);
    await act(people.admin, code, 'dispose', { office: 'PUPR' }, now() - 5 * DAY);
    const page = await desks.liaison.text(`/desk/kasus/${code}`);
    expect(page).toMatch(/Batas pengembalian: [^<]*\(sudah lewat\)/);
  });
});

describe('an answer', () => {
  const headersOf = async (path: string) => (await exports.default.fetch(`http://kanal.test${path}`)).headers;

  it('protects people who look at a page', async ({ expect }) => {
    for (const path of ['/', '/lacak', '/masuk', '/api', '/desk', '/tidak-ada']) {
      const headers = await headersOf(path);
      expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'");
      expect(headers.get('x-frame-options'), path).toBe('SAMEORIGIN');
      expect(headers.get('permissions-policy'), path).toContain('camera=(self)');
      expect(headers.get('referrer-policy'), path).toBe('same-origin');
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    }
  });

  it('of the API can be nothing but data, also when it is an error', async ({ expect }) => {
    for (const path of [
      '/areas',
      '/challenge',
      '/openapi.json',
      '/complaints/X',
      '/desk/cases',
      '/tidak-ada',
    ]) {
      const headers = await headersOf(`/api/v1${path}`);
      expect(headers.get('content-security-policy'), path).toBe("default-src 'none'; frame-ancestors 'none'");
      expect(headers.get('referrer-policy'), path).toBe('no-referrer');
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('strict-transport-security'), path).toContain('max-age=');
    }
  });
});
