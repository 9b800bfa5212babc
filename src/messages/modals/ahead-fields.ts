import type { KnownBlock } from '@slack/types';
import { knownOrdersChoices, type SaidOfFile, sameOrOthers } from '../../facts/import.ts';
import type { Locale } from '../../text/define-text.ts';
import { importWords } from '../imports/import-words.ts';
import type { AheadField } from './asked-fields.ts';
import { choice, field, menu } from './form.ts';
import { chosenIn, type StateValues } from './state.ts';

/** What is asked where rows may mean two things beside what is known. */
type ChosenAhead = Pick<SaidOfFile, 'similarNumbers' | 'knownRows' | 'knownOrders'>;

export function readAheadChoices(values: StateValues): ChosenAhead {
  return {
    similarNumbers: sameOrOthers.find((name) => name === chosenIn(values, 'similar-numbers')) ?? null,
    knownRows: sameOrOthers.find((name) => name === chosenIn(values, 'known-rows')) ?? null,
    knownOrders: knownOrdersChoices.find((name) => name === chosenIn(values, 'known-orders')) ?? null,
  };
}

export const aheadFields: Readonly<Record<AheadField, (choices: ChosenAhead, locale: Locale) => KnownBlock>> = {
  'similar-numbers'({ similarNumbers }, locale) {
    const text = importWords(locale);
    const ways = sameOrOthers.map((name) => choice(name, text.similar[name]));
    return asked('similar-numbers', text.similarNumbers, ways, similarNumbers, locale);
  },
  'known-rows'({ knownRows }, locale) {
    const text = importWords(locale);
    const ways = sameOrOthers.map((name) => choice(name, text.known[name]));
    return asked('known-rows', text.knownRows, ways, knownRows, locale);
  },
  'known-orders'({ knownOrders }, locale) {
    const text = importWords(locale);
    const ways = knownOrdersChoices.map((name) => choice(name, text.knownOrder[name]));
    return asked('known-orders', text.knownOrders, ways, knownOrders, locale);
  },
};

const notChosen = 'auto';

/** What the file leaves open: nothing is chosen for whoever is asked. */
function asked(
  name: AheadField,
  label: string,
  ways: readonly ReturnType<typeof choice>[],
  chosen: string | null,
  locale: Locale,
): KnownBlock {
  const choices = [choice(notChosen, importWords(locale).notChosen), ...ways];
  return field(name, label, menu(`import.${name}`, choices, chosen ?? notChosen));
}
