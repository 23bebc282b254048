/**
 * Kinds with a preview are saved in two steps: the page that says what the change would have done, and the same request
 * again, with what was typed. What was not shown is not saved: the second step counts only for the very same change of the
 * very same settings.
 */
import { canonicalJson } from '../../../shared/canonical.ts';
import { sha256Hex } from '../../privacy/mac.ts';
import type { AppContext } from '../http.ts';
import type { Kind } from './kinds/kind.ts';
import type { Place } from './place.ts';
import { type Planned, previews } from './previews.tsx';
import { PreviewPage } from './views/kind-preview.tsx';

const SHOWN = 'ditinjau';
const APPLY = 'terapkan';
/** Back to the form with what was typed. */
const AGAIN = 'ubah';

/** @returns the page that has to be read first; null when the change may be saved */
export async function previewFirst(
  c: AppContext,
  place: Place,
  form: FormData,
  planned: Planned,
): Promise<Response | null> {
  const { kind } = place;
  if (!kind.preview || canonicalJson(planned.before) === canonicalJson(planned.data)) return null;
  const { id, data } = planned;
  const digest = await sha256Hex(canonicalJson([c.var.regency.version, kind.kind, id, data]));
  const shown = form.get(SHOWN);
  if (shown === digest) return null;
  const preview = previews[kind.preview];
  const kept = [...form].flatMap(([name, value]) =>
    typeof value === 'string' && ![SHOWN, APPLY, AGAIN].includes(name) ? [{ name, value }] : [],
  );
  const { pathname, search } = new URL(c.req.url);
  return c.html(
    <PreviewPage
      {...place}
      who={c.var.signedIn}
      planned={planned}
      effect={await preview.effect(c, kind, planned)}
      kept={[...kept, { name: SHOWN, value: digest }]}
      choice={preview.choice && { ...preview.choice, name: APPLY, ticked: form.has(APPLY) }}
      again={AGAIN}
      action={pathname + search}
      stale={shown !== null}
    />,
  );
}

/** Somebody came back from the preview to change what they typed. */
export const isTypingAgain = (form: FormData): boolean => form.has(AGAIN);

/** What was ticked besides, once the change is saved. */
export async function afterSaving(c: AppContext, kind: Kind, form: FormData): Promise<void> {
  if (kind.preview && form.has(APPLY)) await previews[kind.preview].choice?.carryOut(c);
}
