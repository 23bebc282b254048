import { and, eq, inArray } from 'drizzle-orm';
import * as z from 'zod';
import { AppError } from '../../platform/problem.ts';
import { ownKinds } from '../../regency/offices.ts';
import { addAccused } from '../accused.ts';
import { planChange } from '../change.ts';
import type { Ctx } from '../context.ts';
import { isScheduled } from '../due.ts';
import type { CaseFile } from '../load.ts';
import type { CaseVerb } from '../run.ts';
import { caseCopies } from '../table.ts';
import { officeCode, optionalText, requireOffice } from './input.ts';

const input = z.strictObject({
  from: officeCode.describe('Instansi yang dibubarkan atau dilebur; boleh sudah berakhir.'),
  office: officeCode.describe('Penerusnya.'),
  note: optionalText,
});

/**
 * The case passes to the successor of an office that was dissolved or merged, and goes on there as it is: no clock
 * starts anew, the promise stays, and it counts as no misroute. A copy of the old office passes on too. What is closed
 * stays with who answered it, unless work announced for a date is still to be done.
 */
export const transfer: CaseVerb<typeof input> = {
  name: 'transfer',
  action: 'transfer',
  input,
  async plan(ctx, file, { from, office, note }) {
    const { row } = file;
    requireOffice(ctx.regency, office, ownKinds);
    if (from === office)
      throw new AppError('invalid', { fields: [{ pointer: '/office', message: 'field.office' }] });
    const leads = row.office === from;
    if (!leads && !file.copies.includes(from)) throw new AppError('conflict', { detail: 'not_of_office' });
    if (row.state === 'resolved' && !(leads && isScheduled(file)))
      throw new AppError('conflict', { detail: 'not_now' });
    const holds = row.holder === from;
    return planChange(ctx, file, {
      verb: 'transfer',
      visibility: leads ? 'reporter' : 'desk',
      facts: { from, office, leads, holds },
      words: { note },
      set: {
        ...(leads ? { office } : {}),
        ...(holds ? { holder: office, holderSince: ctx.now } : {}),
      },
      also: [
        ...moveCopies(ctx, file, from, office, leads),
        // Its people are those of the successor now, and learn as little of a case that accuses them.
        ...addAccused(
          ctx,
          row.id,
          file.accused,
          file.accused.includes(`office:${from}`) ? [`office:${office}`] : [],
        ),
      ],
      // Of many at once the office gets one letter (features/bulk).
      notices:
        leads && ctx.bulk == null
          ? [{ template: 'staff-transferred', recipient: `office:${office}`, values: { count: '1' } }]
          : [],
    });
  },
};

/** The old office reads along no more; its successor does, unless it leads or did so already. */
function moveCopies(ctx: Ctx, file: CaseFile, from: string, to: string, leads: boolean) {
  const caseId = file.row.id;
  const lead = leads ? to : file.row.office;
  const gone = [from, ...(lead === to ? [to] : [])].filter((office) => file.copies.includes(office));
  const comes = file.copies.includes(from) && lead !== to && !file.copies.includes(to);
  return [
    ...(gone.length > 0
      ? [
          ctx.db
            .delete(caseCopies)
            .where(and(eq(caseCopies.caseId, caseId), inArray(caseCopies.office, gone))),
        ]
      : []),
    ...(comes ? [ctx.db.insert(caseCopies).values({ caseId, office: to })] : []),
  ];
}
