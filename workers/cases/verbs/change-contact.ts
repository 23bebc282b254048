import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { contactSchema } from '../../../shared/contract/complaint.ts';
import { planChange } from '../change.ts';
import { contactValues } from '../contact.ts';
import type { CaseVerb } from '../run.ts';
import { contacts } from '../table.ts';
import { eraseContact, recordErasure } from './erase.ts';

const input = z.strictObject({
  /** Null erases name and every way to reach the reporter. */
  contact: contactSchema.nullable(),
});

/** The reporter changes or erases the contact. The history says that it happened, never what it was. */
export const changeContact: CaseVerb<typeof input> = {
  name: 'change_contact',
  action: 'reporter',
  input,
  async plan(ctx, file, { contact }) {
    const { id } = file.row;
    const values = await contactValues(ctx.keys, id, contact ?? {});
    return planChange(ctx, file, {
      verb: 'change_contact',
      visibility: 'reporter',
      facts: { erased: values === null },
      also: values
        ? [ctx.db.delete(contacts).where(eq(contacts.caseId, id)), ctx.db.insert(contacts).values(values)]
        : [...eraseContact(ctx, id), recordErasure(ctx, id, 'contact', 'reporter')],
    });
  },
};
