import type { Button } from '@slack/types';
import { z } from 'zod';
import type { CustomerName } from '../../facts/customer.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { sentences } from '../../text/sentence.ts';
import { shortened } from '../../text/shorten.ts';
import { escapeMrkdwn, oneLine } from '../../text/typed.ts';
import { actions, plainSection, section } from '../kit/blocks.ts';
import { buttonKind } from '../kit/button.ts';
import { withIsoDays } from '../kit/json.ts';
import { toMessage } from '../kit/message.ts';
import type { Presenter } from '../kit/presenter.ts';
import { escapedNameOf, nameOf } from '../words/names.ts';
import { rungTitle } from '../words/rung-words.ts';

/** Shows the card of one of several customers. */
export const showCustomerButton = buttonKind('customer.show', z.object({ customerId: z.int().positive() }));
/** Makes a customer of what was looked for and not found. */
export const newCustomerButton = buttonKind('customer.new', z.object({ typed: z.string().max(200) }));
/** Shows the card of a customer below what names them. */
export const openCustomerButton = buttonKind('customer.open', z.object({ customerId: z.int().positive() }));

const showWords = defineText({
  en: { show: 'Show customer' },
  da: { show: 'Vis kunden' },
  nb: { show: 'Vis kunden' },
});

/** Shows the card of the customer that a message is about, to who presses; none of somebody anonymous. */
export function openCustomerElements(locale: Locale, customer: CustomerName | null): Button[] {
  if (!customer) return [];
  const label = showWords(locale).show;
  const spoken = `${label}: ${nameOf(locale, customer)}`;
  return [openCustomerButton.element(label, { customerId: customer.id }, { spoken })];
}

const words = defineText({
  en: {
    none: (typed: string) => `No customer matches “${typed}”. Try part of the name, the e-mail or the number.`,
    several: (typed: string) => `Several customers match “${typed}”. Which one do you mean?`,
    more: 'There are more. Type a little more of the name.',
    show: 'Show',
    make: 'New customer',
  },
  da: {
    none: (typed: string) => `Ingen kunder matcher ”${typed}”. Prøv en del af navnet, e-mailen eller nummeret.`,
    several: (typed: string) => `Flere kunder matcher ”${typed}”. Hvem mener du?`,
    more: 'Der er flere. Skriv lidt mere af navnet.',
    show: 'Vis',
    make: 'Ny kunde',
  },
  nb: {
    none: (typed: string) => `Fant ingen kunder for «${typed}». Prøv en del av navnet, e-posten eller nummeret.`,
    several: (typed: string) => `Fant flere kunder for «${typed}». Hvem mener du?`,
    more: 'Det finnes flere. Skriv litt mer av navnet.',
    show: 'Vis',
    make: 'Ny kunde',
  },
});

const mostShown = 10;

/** Several customers match what was typed: choose one. */
export const customersReply: Presenter<'customers'> = {
  draw({ typed, found, more, mayMake }, locale, { inTerminal }) {
    const text = words(locale);
    const word = escapeMrkdwn(shortened(oneLine(typed), 100));
    if (found.length === 0) {
      const make = newCustomerButton.element(text.make, { typed: shortened(oneLine(typed), 100) });
      return toMessage(text.none(word), [section(text.none(word)), ...(mayMake && !inTerminal ? [actions(make)] : [])]);
    }
    const shown = found.slice(0, mostShown);
    const names = shown.map((customer) => escapedNameOf(locale, customer)).join(', ');
    return toMessage(sentences(text.several(word), names), [
      section(text.several(word)),
      ...shown.map((customer) =>
        plainSection(
          `${nameOf(locale, customer)} · ${shortened(oneLine(customer.externalId), 40)} · ${rungTitle(locale, customer.rung)}`,
          showCustomerButton.element(
            text.show,
            { customerId: customer.id },
            { spoken: `${text.show} ${nameOf(locale, customer)}` },
          ),
        ),
      ),
      ...(more || found.length > shown.length ? [section(text.more)] : []),
    ]);
  },
  json: ({ found, more }) => withIsoDays({ found, more }),
};
