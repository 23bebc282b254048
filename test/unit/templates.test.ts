/** What may stand in a notice, and how it is filled. */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { loadPack } from '../../shared/regencies/index.ts';
import type { PackTemplate } from '../../shared/regencies/types.ts';
import { checkTemplate, fill, templateVariables, variablesOf, whatsappText } from '../../shared/templates.ts';
import { namedTemplates, problemWords } from '../../workers/features/settings/template-words.ts';

const { templates } = await loadPack('luwu-timur');
const byId = (id: string): PackTemplate => {
  const found = templates.find((row) => row.id === id);
  if (!found) throw new Error(`no template ${id}`);
  return found;
};
const kindsOf = (template: PackTemplate, before?: PackTemplate) =>
  checkTemplate(template, before).map(({ field, kind, names }) => [field, kind, ...names]);

const anyTemplate = fc.constantFrom(...templates);
/** Words without braces, never empty. */
const words = fc.string({ maxLength: 60 }).map((text) => `Yth. ${text.replace(/[{}\r\n]/g, '')}`);
const secrets = ['title', 'question', 'answer', 'reason', 'pin'];

describe('a template', () => {
  it('passes with any wording and any of its variables, as long as it keeps what it needs', ({ expect }) => {
    const made = anyTemplate.chain((before) =>
      fc.record({
        before: fc.constant(before),
        said: fc.array(words, { minLength: 1, maxLength: 5 }),
        more: fc.subarray(variablesOf(before)),
        subject: words,
      }),
    );
    fc.assert(
      fc.property(made, ({ before, said, more, subject }) => {
        const kept = variablesOf(before).filter(
          (name) => before.body.includes(`{${name}}`) || name === 'code',
        );
        const body = [...said, ...kept.map((name) => `{${name}}`), ...more.map((name) => `{${name}}`)].join(
          '\n',
        );
        expect(kindsOf({ ...before, subject, body }, before)).toEqual([]);
      }),
    );
  });

  it('is refused for a variable that nobody fills, wherever it stands', ({ expect }) => {
    const name = fc
      .oneof(
        fc.constantFrom('kode', 'nama', 'constructor', '__proto__', 'Code'),
        fc.stringMatching(/^\w{1,12}$/),
      )
      .filter((one) => !(templateVariables as string[]).includes(one));
    fc.assert(
      fc.property(anyTemplate, name, fc.boolean(), (before, unknown, above) => {
        const field = above ? 'subject' : 'body';
        const edited = { ...before, [field]: `${before[field]} {${unknown}}` };
        expect(kindsOf(edited, before)).toEqual([[field, 'unknown', unknown]]);
      }),
    );
  });

  it('is refused for every brace that belongs to no variable', ({ expect }) => {
    const stray = fc.constantFrom('{', '}', '{code', 'code}', '{}', '{ code }', '{kode laporan}', '{{code}}');
    fc.assert(
      fc.property(anyTemplate, stray, fc.nat(), (before, brace, at) => {
        // Between words, so that it breaks no variable in two.
        const gaps = [...before.body.matchAll(/(?<=[ \n])/g)].map((match) => match.index);
        const gap = gaps[at % gaps.length] ?? 0;
        const body = `${before.body.slice(0, gap)}${brace} ${before.body.slice(gap)}`;
        expect(checkTemplate({ ...before, body }, before).map(({ kind }) => kind)).toContain('braces');
      }),
    );
  });

  it('carries no word of the case to staff, and none in a subject', ({ expect }) => {
    fc.assert(
      fc.property(anyTemplate, fc.constantFrom(...secrets), (before, name) => {
        const subject = { ...before, subject: `${before.subject} {${name}}` };
        expect(kindsOf(subject, before)).toContainEqual(['subject', 'secret', name]);
        const body = kindsOf({ ...before, body: `${before.body} {${name}}` }, before);
        if (before.audience === 'staff') expect(body).toContainEqual(['body', 'secret', name]);
      }),
    );
  });

  it.for([
    ['pin-reset', 'link'],
    ['staff-invitation', 'link'],
    ['staff-password-reset', 'link'],
    ['staff-digest', 'list'],
    ['wa-reminder', 'link'],
    ['question', 'question'],
    ['answered', 'answer'],
  ])('%s keeps {%s}', ([id = '', name = ''], { expect }) => {
    const before = byId(id);
    const edited = { ...before, body: before.body.replaceAll(`{${name}}`, '') };
    expect(kindsOf(edited, before)).toEqual([['body', 'missing', name]]);
  });

  it('keeps the number of the report where it has one', ({ expect }) => {
    for (const before of templates.filter((row) => `${row.subject}${row.body}`.includes('{code}'))) {
      const without = (text: string) => text.replaceAll('{code}', '');
      const edited = { ...before, subject: without(before.subject), body: without(before.body) };
      expect(kindsOf(edited, before), before.id).toEqual([['body', 'missing', 'code']]);
    }
  });

  it('is neither empty, nor endless, nor a header in disguise', ({ expect }) => {
    const before = byId('receipt');
    expect(kindsOf({ ...before, subject: ' ' }, before)).toEqual([['subject', 'empty']]);
    expect(kindsOf({ ...before, body: '' }, before)).toContainEqual(['body', 'empty']);
    expect(kindsOf({ ...before, subject: 'x'.repeat(151) }, before)).toEqual([['subject', 'too_long']]);
    expect(kindsOf({ ...before, subject: 'Laporan\r\nBcc: x@example.id' }, before)).toEqual([
      ['subject', 'line_break'],
    ]);
  });

  it('that is new may use everything its audience may read', ({ expect }) => {
    expect(variablesOf({ id: 'baru', audience: 'reporter' })).toEqual(templateVariables);
    const staff = variablesOf({ id: 'constructor', audience: 'staff' });
    expect(staff).toEqual(templateVariables.filter((name) => !secrets.includes(name)));
  });

  it('of berkadar cases names no office', ({ expect }) => {
    expect(variablesOf(byId('staff-escalated-berkadar'))).not.toContain('office');
  });
});

describe('filling', () => {
  it('leaves no hole and reads no value as a template', ({ expect }) => {
    const value = fc.oneof(fc.string(), fc.constantFrom('{code}', '$&', '$1', '{link}'));
    fc.assert(
      fc.property(anyTemplate, value, (template, said) => {
        const values = Object.fromEntries(templateVariables.map((name) => [name, said]));
        expect(fill(template.body, values)).toBe(template.body.split(/\{\w+\}/).join(said));
        expect(fill(template.body, {})).not.toMatch(/[{}]/);
      }),
    );
    expect(fill('a{constructor}b', {})).toBe('ab');
  });

  it('puts the subject of a WhatsApp text in bold above it', ({ expect }) => {
    expect(whatsappText({ subject: 'Laporan {code}', body: 'Isi' }, { code: 'LT-1' })).toBe(
      '*Laporan LT-1*\n\nIsi',
    );
  });
});

describe('the words of the editor', () => {
  it('name only templates that exist', ({ expect }) => {
    const ids = templates.map(({ id }) => id);
    expect(namedTemplates.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('say every problem of a field', ({ expect }) => {
    const before = byId('staff-digest');
    const said = problemWords(checkTemplate({ ...before, body: 'Ada {judul} {title} {' }, before));
    expect(said.body).toMatch(/kurung kurawal.*\{title\}.*\{judul\}.*\{list\}/);
    expect(said.subject).toBeUndefined();
  });
});
