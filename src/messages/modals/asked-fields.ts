import type { FileRefusal } from '../../facts/refusal.ts';

/** What can be chosen of how a file is read. */
export type ReadField =
  | 'kind'
  | 'locale'
  | 'columns'
  | 'same-number'
  | 'shop'
  | 'skip'
  | 'scale'
  | 'rates'
  | 'decimals'
  | AheadField;

/** What is asked of rows beside what is known. */
export type AheadField = 'similar-numbers' | 'known-rows' | 'known-orders';

/** The fields that settle why a file was refused, the likeliest first; none where the file itself has to be another. */
export const askedFields: Readonly<Record<FileRefusal['code'], readonly ReadField[]>> = {
  empty: [],
  'not-text': [],
  'another-header': [],
  'scores-in-words': [],
  'unknown-encoding': [],
  'too-many-columns': [],
  'no-header': ['skip', 'columns'],
  columns: ['columns', 'skip'],
  'unknown-bracket': ['columns'],
  'unit-price': ['columns'],
  'unknown-kind': ['kind', 'columns', 'skip'],
  'unknown-column': ['columns'],
  'column-count': ['columns', 'skip'],
  'ambiguous-numbers': ['locale'],
  'ambiguous-dates': ['locale'],
  'mixed-numbers': ['locale'],
  'mixed-dates': ['locale'],
  'locale-differs': ['locale'],
  'other-scale': ['scale'],
  'scale-not-for-kind': ['scale'],
  'rates-doubtful': ['rates'],
  'too-many-decimals': ['decimals', 'locale'],
  'two-rates': [],
  'same-number': ['same-number', 'shop'],
  'similar-spelling': ['similar-numbers'],
  'known-rows': ['known-rows'],
  'known-orders': ['known-orders'],
  'unclear-currency': [],
  'unknown-currency': [],
};
