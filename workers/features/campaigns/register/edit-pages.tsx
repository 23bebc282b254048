/** /desk/kampanye/CODE/ubah: what is known of a piece of material. */
import { Hono } from 'hono';
import type { AppError } from '../../../platform/problem.ts';
import { errorsOf } from '../../../ui/components.tsx';
import { doerOf, keyIn, parse, shownAgain, textsOf, versionIn } from '../../doer.ts';
import { detailOf } from '../../errors.tsx';
import type { AppContext, AppEnv } from '../../http.ts';
import { requireRunner } from '../doors.ts';
import type { PlacementRow } from '../queries.ts';
import { SHORT_PATH } from './code.ts';
import { editPlacement, factsOf } from './edit.ts';
import { editSchema, requireKnown } from './input.ts';
import { pieceIn } from './one-pages.tsx';
import { listPrograms } from './queries.ts';
import { EditPage, editFields, type TypedEdit } from './views/edit.tsx';

export const editPages = new Hono<AppEnv>();

const path = `${SHORT_PATH}/ubah` as const;
editPages.use(path, requireRunner);

editPages.get(path, (c) => showEdit(c));

editPages.post(path, async (c) => {
  const form = await c.req.formData();
  const { row } = await pieceIn(c);
  const typed = textsOf(form, editFields);
  try {
    const input = parse(editSchema, typed);
    await requireKnown(c.var, input);
    const { db, keys, by, now: at } = doerOf(c);
    await editPlacement(db, keys, row, versionIn(form), factsOf(row, input), { at, by, key: keyIn(form) });
    return c.redirect(`/desk/kampanye/${row.code}?ok=ubah`, 303);
  } catch (error) {
    return showEdit(c, typed, shownAgain(error));
  }
});

async function showEdit(c: AppContext, typed?: TypedEdit, problem?: AppError): Promise<Response> {
  const { db, regency, signedIn } = c.var;
  const placement = await pieceIn(c);
  return c.html(
    <EditPage
      regency={regency}
      who={signedIn}
      now={doerOf(c).now}
      placement={placement}
      programs={await listPrograms(db)}
      typed={typed ?? typedOf(placement.row)}
      errors={errorsOf(problem?.fields ?? [])}
      changed={problem?.kind === 'conflict' ? detailOf(problem, 'id') : null}
    />,
    problem?.status ?? 200,
  );
}

function typedOf(row: PlacementRow): TypedEdit {
  const text = (value: string | number | null) => (value === null ? '' : String(value));
  return {
    material: row.material,
    program: text(row.campaignId),
    size: text(row.size),
    design: text(row.design),
    cost: text(row.cost),
    hanger: text(row.hanger),
    name: text(row.name),
    area: text(row.area),
    position: row.lat === null || row.lon === null ? '' : `${row.lat}, ${row.lon}`,
  };
}
