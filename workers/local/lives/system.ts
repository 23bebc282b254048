/** What the router, the clocks and an export do in invented lives, by the plans that do it in real ones. */
import type { Exported, Life, LifeStep } from '../../../shared/demo/lives/types.ts';
import { secretHolder } from '../../../shared/permissions/accusations.ts';
import type { Staff } from '../../../shared/permissions/people.ts';
import { type Done, planChange } from '../../cases/change.ts';
import type { Ctx } from '../../cases/context.ts';
import { planDisposition } from '../../cases/disposition.ts';
import { planHold } from '../../cases/hold.ts';
import { type ImportedReport, planImportUpdate } from '../../cases/import.ts';
import type { CaseFile } from '../../cases/load.ts';
import { planExpire } from '../../cases/verbs/expire.ts';
import { planInquire } from '../../cases/verbs/inquire.ts';
import { planSettle } from '../../cases/verbs/settle.ts';
import type { Plan } from '../../platform/db.ts';
import type { Regency } from '../../regency/snapshot.ts';

/** Where the router has no rule of its own: what it did is part of the invention. */
const INVENTED = { rule: 'contoh', version: 'contoh', matched: [], confidence: 1 };

/** @throws Error for what only people do */
export async function planSystem(
  ctx: Ctx,
  file: CaseFile,
  life: Life,
  { verb, input }: LifeStep,
  people: () => Promise<Staff[]>,
): Promise<Plan<Done>> {
  const office = input.office as string | null;
  const candidates = office === null || office === undefined ? [] : [{ office, score: 1 }];
  if (verb === 'route' && office)
    return planDisposition(ctx, file, {
      ...{ verb, office, copies: [], urgent: false },
      facts: { outcome: 'dispose', ...INVENTED, candidates },
    });
  if (verb === 'suggest')
    return planChange(ctx, file, {
      ...{ verb, visibility: 'desk', facts: { outcome: 'suggest', ...INVENTED, candidates } },
      set: { routedAt: ctx.now, holder: '@admin' },
    });
  if (verb === 'hold') {
    const accused = (input.accused as string[]).map((code) => `office:${code}`);
    return planHold(ctx, file, {
      holder: secretHolder('verify', accused, await people()),
      accused,
      facts: { outcome: 'held', ...INVENTED, candidates: [] },
      set: { confidential: true },
    });
  }
  if (verb === 'import_update')
    return planImportUpdate(
      ctx,
      file,
      reportOf(ctx.regency, life, input as unknown as Exported),
      null,
      () => [],
    );
  const timed = { settle: planSettle, expire: planExpire, inquire: planInquire };
  if (verb in timed) return timed[verb as keyof typeof timed](ctx, file);
  throw new Error(`${verb} is not for the system`);
}

/** A life as the export tells it. */
export function reportOf(regency: Regency, life: Life, told: Exported): ImportedReport {
  const { body } = life;
  const category = body.category ?? null;
  return {
    ...told,
    ...{
      title: body.title ?? null,
      text: body.text,
      place: null,
      occurredOn: null,
      kind: body.kind,
      category,
    },
    receivedAt: life.received,
    office: regency.categories.get(category ?? '')?.office ?? null,
    channel: body.channel ?? 'sp4n_web',
    ...{ anonymous: false, confidential: false, name: body.contact?.name ?? null },
  };
}
