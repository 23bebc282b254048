/** Forms as they were typed, so that one that is refused comes back with everything in it. */
import { AppError } from '../../../platform/problem.ts';
import { type Errors, errorsOf } from '../../../ui/components.tsx';
import { detailOf } from '../../errors.tsx';
import { pickedFile } from '../../files.ts';
import type { AppContext } from '../../http.ts';
import { storePicture } from './picture.ts';

export type Typed<Name extends string> = Record<Name, string>;

/**
 * Stores the file picked in field "file", if any; `typed.picture` then names it, also when the rest is refused.
 * @throws AppError
 */
export async function takePicture(
  c: AppContext,
  form: FormData,
  typed: { picture: string },
  kinds?: Parameters<typeof storePicture>[2],
): Promise<void> {
  const file = pickedFile(form.get('file'));
  if (file) typed.picture = await storePicture(c.env, file, kinds);
  else if (form.get('without') === '1') typed.picture = '';
}

/** What is wrong, for the form to show again. @throws whatever is not a known problem */
export function refusal(error: unknown): {
  errors: Errors;
  trouble: string | null;
  status: AppError['status'];
} {
  if (!(error instanceof AppError)) throw error;
  const errors = errorsOf(error.fields);
  const trouble = Object.keys(errors).length > 0 ? null : detailOf(error, 'id');
  return { errors, trouble, status: error.status };
}

export type Refusal = ReturnType<typeof refusal>;

export const numberText = (value: number | null): string => (value === null ? '' : String(value));
