import fc from 'fast-check';
import { describe, it } from 'vitest';
import { postAddress } from '../../shared/social-post.ts';

const same = (typed: string) => postAddress(typed)?.same;

describe('the address of a post', () => {
  it.for([
    ['https://www.facebook.com/a/posts/1', 'facebook'],
    ['fb.watch/xyz/', 'facebook'],
    ['https://m.facebook.com/story.php?story_fbid=1&id=2', 'facebook'],
    ['https://www.instagram.com/p/AbC/', 'instagram'],
    ['https://vt.tiktok.com/ZS1/', 'tiktok'],
    ['https://twitter.com/a/status/1', 'x_twitter'],
    ['https://x.com/a/status/1', 'x_twitter'],
    ['https://t.me/warga/7', 'telegram'],
    ['https://youtu.be/abc', 'youtube'],
    ['https://whatsapp.com/channel/1', 'whatsapp'],
    ['https://berita.example.id/1', 'other'],
    ['https://notfacebook.com/1', 'other'],
    ['https://facebook.com.example.id/1', 'other'],
  ] as const)('%s is of %s', ([typed, platform], { expect }) => {
    expect(postAddress(typed)?.platform).toBe(platform);
  });

  it.for([
    ['https://www.facebook.com/a/posts/1?fbclid=x', 'm.facebook.com/a/posts/1/'],
    ['https://twitter.com/a/status/1?s=20&t=q', 'https://x.com/a/status/1'],
    ['https://youtu.be/abc?si=1', 'http://youtu.be/abc#t'],
    [
      'https://m.facebook.com/story.php?id=2&story_fbid=1',
      'https://facebook.com/story.php?story_fbid=1&id=2',
    ],
  ] as const)('%s is the same post as %s', ([one, two], { expect }) => {
    expect(same(one)).toBe(same(two));
  });

  it('of two posts differs', ({ expect }) => {
    const all = ['x.com/a/1', 'x.com/a/2', 'x.com/b/1', 'instagram.com/p/Ab', 'instagram.com/p/aB'].map(same);
    expect(new Set(all).size).toBe(all.length);
    expect(same('facebook.com/story.php?id=1')).not.toBe(same('facebook.com/story.php?id=2'));
  });

  it.for([
    '',
    'halo dunia',
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://a.id/x',
    'https://localhost/x',
    'https://a:b@x.com/1',
    `https://x.com/${'a'.repeat(2100)}`,
  ])('is not %s', (typed, { expect }) => {
    expect(postAddress(typed)).toBeNull();
  });

  it('is stable, however it is written, and opens only pages', ({ expect }) => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const found = postAddress(url);
        if (!found) return;
        expect(found.link).toMatch(/^https?:\/\//);
        expect(same(found.link)).toBe(found.same);
        expect(same(`https://${found.same}`)).toBe(found.same);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        postAddress(text);
      }),
    );
  });
});
