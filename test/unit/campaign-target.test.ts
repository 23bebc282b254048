/** Links lead into Kanal or to lapor.go.id: attempts to make one that does not. */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import {
  leadsWell,
  sharePath,
  targetField,
  targetOf,
} from '../../workers/features/campaigns/scans/target.ts';

const ORIGIN = 'https://kanal.example.id';

const attacks = [
  // Other hosts, and those that look like ours.
  'https://evil.example/',
  'https://lapor.go.id.evil.example/',
  'https://evil.example/lapor.go.id/',
  'https://xlapor.go.id/',
  'https://sub.lapor.go.id/',
  'https://lapor-go.id/',
  'https://lapor.go.id./',
  'https://kanal.example.id.evil.example/lacak',
  `${ORIGIN}@evil.example/`,
  `${ORIGIN}:8443/lacak`,
  // Who the address says it is for.
  'https://lapor.go.id@evil.example/',
  'https://www.lapor.go.id:pass@evil.example/',
  'https://user@lapor.go.id/',
  'https://lapor.go.id:443/',
  'https://lapor.go.id:8080/',
  // Other schemes, and none.
  'http://lapor.go.id/',
  'http://www.lapor.go.id/',
  'javascript:alert(1)',
  'javascript://lapor.go.id/%0aalert(1)',
  'data:text/html,x',
  'lapor.go.id',
  'www.lapor.go.id/',
  'https:lapor.go.id',
  'https:/lapor.go.id',
  'https:///lapor.go.id/',
  '//lapor.go.id/',
  '//evil.example/',
  '///evil.example',
  // Read one way here and another way there.
  '/\\evil.example',
  '\\\\evil.example',
  'https:\\\\lapor.go.id\\',
  'https://lapor.go.id\\@evil.example/',
  'https://evil.example\\@lapor.go.id/',
  '/\t/evil.example',
  'ht\ntps://lapor.go.id/',
  'https://lapor.go.id/\r\nset-cookie: x=1',
  '/%2f%2fevil.example',
  '/%5cevil.example',
  'https://lapor.go.id/%2e%2e//evil.example',
  'https://lapor.go.id//evil.example',
  // Letters that a browser takes for others.
  'https://lapor。go。id/',
  'https://ｌａｐｏｒ.go.id/',
  'https://lаpor.go.id/',
  'https://lapor.go.id/ｘ',
  '／／evil.example',
  // On the right host, and on from there.
  'https://lapor.go.id/?next=https://evil.example',
  'https://lapor.go.id/keluar?redirect=//evil.example',
  'https://lapor.go.id/#@evil.example',
  // Pages of Kanal that are not for a passer-by.
  '/desk',
  '/desk/kampanye',
  '/masuk',
  '/masuk?next=//evil.example',
  '/lacak?next=//evil.example',
  '/?p=7K3MQ9',
  '/lacak/',
  '/lacak/../masuk',
  '/lacak/LT-7K3M-Q9XA',
  '/api/v1/complaints',
  '/bagikan/7K3MQ9/../../masuk',
  '/bagikan/7k3mq9',
  '/bagikan/7K3MQ9?x',
  '/bagikan/7K3MQ9/',
  '/7K3MQ9',
  '.',
  '',
  ' ',
];

describe('where a link may lead', () => {
  it.for([
    ['/', '/'],
    ['/lacak', '/lacak'],
    ['  /lacak ', '/lacak'],
    [`${ORIGIN}/lacak`, '/lacak'],
    [`${ORIGIN}/`, '/'],
    [sharePath('7K3MQ9'), '/bagikan/7K3MQ9'],
    ['https://lapor.go.id', 'https://lapor.go.id/'],
    ['HTTPS://WWW.LAPOR.GO.ID/', 'https://www.lapor.go.id/'],
    ['https://www.lapor.go.id/tentang/layanan_kami', 'https://www.lapor.go.id/tentang/layanan_kami'],
    ['https://www.lapor.go.id/a/../b', 'https://www.lapor.go.id/b'],
  ])('takes %s', ([typed, kept], { expect }) => {
    expect(targetOf(typed ?? '', ORIGIN)).toBe(kept);
    expect(leadsWell(kept ?? '')).toBe(true);
  });

  it.for(attacks)('refuses %j, also where it stands already', (attack, { expect }) => {
    expect(targetOf(attack, ORIGIN)).toBeNull();
    expect(leadsWell(attack)).toBe(false);
  });

  it('leaves no whole address of ours once it is kept', ({ expect }) => {
    expect(leadsWell(`${ORIGIN}/lacak`)).toBe(false);
    expect(leadsWell('https://lapor.go.id')).toBe(false);
  });

  it('a browser goes to Kanal or to lapor.go.id, whatever was typed', ({ expect }) => {
    const pieces = fc.constantFrom(
      ...['https:', 'http:', '//', '/', '\\', '@', ':', '.', '?', '#', '%2f', '\t', ' ', '..', 'lacak'],
      ...['lapor.go.id', 'www.', 'evil.example', 'bagikan', '7K3MQ9', '。', ORIGIN, '443', 'desk', 'masuk'],
    );
    const typed = fc.oneof(
      fc.array(pieces, { maxLength: 9 }).map((parts) => parts.join('')),
      fc.array(pieces, { maxLength: 5 }).map((parts) => `https://lapor.go.id${parts.join('')}`),
      fc.array(pieces, { maxLength: 5 }).map((parts) => `/lacak${parts.join('')}`),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.string({ unit: 'binary', maxLength: 40 }),
    );
    let taken = 0;
    fc.assert(
      fc.property(typed, (input) => {
        const target = targetOf(input, ORIGIN);
        if (target === null) return;
        taken++;
        // As a browser follows the answer's Location from the short address.
        const url = new URL(target, `${ORIGIN}/7K3MQ9`);
        expect(['https://kanal.example.id', 'https://lapor.go.id', 'https://www.lapor.go.id']).toContain(
          url.origin,
        );
        expect(url.username + url.password + url.search + url.hash).toBe('');
        if (url.origin === ORIGIN) expect(url.pathname).toMatch(/^\/(lacak|bagikan\/\w{6})?$/);
        expect(targetOf(target, null)).toBe(target);
      }),
      { numRuns: 5_000 },
    );
    expect(taken).toBeGreaterThan(50);
  });

  it('is told in one sentence by the field, and empty means the form', ({ expect }) => {
    const field = targetField(ORIGIN);
    for (const empty of ['', ' ', '/', null, undefined]) expect(field.parse(empty)).toBeNull();
    expect(field.parse(`${ORIGIN}/lacak`)).toBe('/lacak');
    expect(field.safeParse('https://evil.example/').error?.issues[0]?.message).toBe('field.target');
  });
});
