import type { Button, StaticSelect } from '@slack/types';
import type { CustomerName } from '../../facts/customer.ts';
import type { RungCounts } from '../../facts/ladder.ts';
import type { Part } from '../../loyalty/figures/figure.ts';
import { rungs } from '../../loyalty/ladder/rung-rules.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { counted } from '../../text/plural.ts';
import { rungTerms } from '../../text/terms.ts';
import { menuElement } from '../kit/menu.ts';
import { sayButton } from '../kit/say-button.ts';
import { nameOf } from '../words/names.ts';
import { openCustomerButton } from './customers.ts';

const words = defineText({
  en: { who: 'Who are they?', rungs: 'The ladder', show: 'Show a customer', customers: 'Customers' },
  da: { who: 'Hvem er de?', rungs: 'Stigen', show: 'Vis en kunde', customers: 'Kunder' },
  nb: { who: 'Hvem er de?', rungs: 'Stigen', show: 'Vis en kunde', customers: 'Kunder' },
});

/** Opens the list of those who stand on a rung, the top one first; nothing where nobody stands on any. */
export function rungListElements(locale: Locale, counts: RungCounts): StaticSelect[] {
  const some = [...rungs].reverse().filter((rung) => counts[rung] > 0);
  if (some.length === 0) return [];
  const choices = some.map((rung) => ({
    label: counted(locale, counts[rung], rungTerms(locale)[rung]),
    value: { words: `customers rung:${rung}` },
  }));
  return [menuElement(sayButton, words(locale).who, [{ title: words(locale).rungs, choices }])];
}

/** Opens the list of those customers of some parts who are behind a figure. */
export function figureListElement(label: string, list: string, parts: readonly (Part | undefined)[]): Button | null {
  const said = parts.flatMap((part) => (part ? [`${part.dimension}:"${part.value}"`] : []));
  // Nobody is known by "", and a name with quotation marks cannot be said.
  const canBeSaid = parts.every((part) => !part || /^[^"“”„«»]+$/.test(part.value));
  const typed = [list, ...said].join(' ');
  return canBeSaid && typed.length <= 300 ? sayButton.element(label, { words: typed }) : null;
}

/** Shows the card of one of several customers, below what names them, each once; nothing where nobody is known. */
export function customerMenuElements(locale: Locale, customers: readonly (CustomerName | null)[]): StaticSelect[] {
  const known = new Map(customers.flatMap((one) => (one ? [[one.id, one] as const] : [])));
  if (known.size === 0) return [];
  const { show, customers: title } = words(locale);
  const choices = [...known.values()].map((one) => ({ label: nameOf(locale, one), value: { customerId: one.id } }));
  return [menuElement(openCustomerButton, show, [{ title, choices }])];
}
