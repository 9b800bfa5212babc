import { UserError } from '../errors.ts';
import type { Locale } from '../text/define-text.ts';

/** A wrong call: told with exit code 2. */
export function usage(words: string | ((locale: Locale) => string)): UserError {
  return new UserError('usage', typeof words === 'string' ? () => words : words, { understood: false });
}
