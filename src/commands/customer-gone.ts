import { UserError } from '../errors.ts';

/** Refuses what is asked of a customer who was there when it was shown. */
export function customerGone(): UserError {
  return new UserError('customer-gone', (locale) => gone[locale]);
}

const gone = {
  en: 'This customer is no longer here.',
  da: 'Kunden findes ikke længere her.',
  nb: 'Kunden finnes ikke lenger her.',
};
