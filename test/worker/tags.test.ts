/** Words of the regency's own list on cases: shown and filtered at the desk, never told to reporters. */
import { env, exports } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { openDb } from '../../workers/platform/db.ts';
import { setRow } from '../../workers/regency/load.ts';
import { fillForm, openDesks } from '../support/desk.ts';
import { act, loadRegency, MONDAY, newCase } from '../support/worker.ts';

type Opened = Awaited<ReturnType<typeof openDesks>>;
let people: Opened['people'];
let desks: Opened['desks'];

beforeEach(async () => {
  await loadRegency();
  ({ people, desks } = await openDesks());
});

describe('labels', () => {
  it('stand on the case, in rows and in a filter of pages and API, and never at the reporter', async ({
    expect,
  }) => {
    await setRow(openDb(env.DB), 'tag', 'pilkada', { id: 'pilkada', label: 'Menjelang Pilkada' }, MONDAY);
    const [tagged, other] = [await newCase(), await newCase()];
    for (const { code } of [tagged, other]) await act(people.admin, code, 'dispose', { office: 'PUPR' });
    expect((await fillForm(desks.liaison, tagged.code, 'tag', { add: ['pilkada', 'rapat'] })).status).toBe(
      303,
    );
    const page = await desks.liaison.text(`/desk/kasus/${tagged.code}`);
    expect(page).toContain('Ditambah: Menjelang Pilkada, Dibahas dalam rapat');
    expect(page).toMatch(/Label<\/dt><dd>/);
    const shown = await desks.liaison.text('/desk?daftar=tugas&label=pilkada');
    expect(shown).toContain('Label: Menjelang Pilkada, Dibahas dalam rapat');
    expect(shown).toContain(tagged.code);
    expect(shown).not.toContain(other.code);
    const api = (await (await desks.liaison.api('/cases?list=tugas&tag=pilkada')).json()) as {
      cases: { code: string; tags: { id: string; label: string }[] }[];
    };
    expect(api.cases.map(({ code }) => code)).toEqual([tagged.code]);
    expect(api.cases[0]?.tags).toContainEqual({ id: 'pilkada', label: 'Menjelang Pilkada' });
    expect((await desks.liaison.api('/cases?list=tugas&tag=tidak-ada')).status).toBe(422);
    const told = await exports.default.fetch(
      new Request(`http://localhost/api/v1/complaints/${tagged.code}/timeline`, {
        headers: { authorization: `Pin ${tagged.pin}` },
      }),
    );
    expect(told.status).toBe(200);
    expect(await told.text()).not.toMatch(/pilkada|rapat|tag/i);
  });

  it('that left the list can still be taken off, and are put on no more', async ({ expect }) => {
    const { code } = await newCase();
    await act(people.admin, code, 'tag', { add: ['ramai'] });
    await env.DB.prepare("UPDATE regency_rows SET valid_to = 1 WHERE kind = 'tag' AND id = 'ramai'").run();
    await setRow(openDb(env.DB), 'tag', 'baru', { id: 'baru', label: 'Baru' }, MONDAY);
    const page = await desks.admin.text(`/desk/kasus/${code}`);
    expect(page).toContain('id="tag-remove-ramai"');
    expect(page).toContain('Label</dt><dd>Ramai di media sosial');
    expect(page).not.toContain('id="tag-add-ramai"');
    await expect(act(people.admin, code, 'tag', { add: ['baru', 'ramai'] })).rejects.toMatchObject({
      kind: 'invalid',
    });
    await act(people.admin, code, 'tag', { remove: ['ramai'] });
    await expect(act(people.admin, code, 'tag', { remove: ['ramai'] })).rejects.toMatchObject({
      detail: 'tags_so_already',
    });
  });
});
