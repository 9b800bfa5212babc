import type { KnownBlock } from '@slack/types';
import {
  type CustomerLink,
  customerLinksText,
  type LinkRefusal,
  longestAddress,
  longestLabel,
  mostLinks,
  readCustomerLinks,
} from '../../loyalty/customer-links.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { shortened } from '../../text/shorten.ts';
import { oneLine } from '../../text/typed.ts';
import { type Filled, textField } from './form.ts';
import { type StateValues, typedIn } from './state.ts';

const words = defineText({
  en: {
    label: 'Links on a customer’s card',
    hint: (most: number) =>
      `One a line, at most ${most}: a name and an address with {number} or {email} in it, for example: CRM https://crm.example.com/c/{number}`,
    wrong: {
      'no-label': (typed: string) => `Put a name in front of the address, for example “CRM”: ${typed}`,
      'not-https': (typed: string) => `Write an address that begins with https://: ${typed}`,
      'no-customer': (typed: string) => `Write {number} or {email} where the customer’s is to stand: ${typed}`,
      host: (typed: string) => `{number} and {email} may come only after the name of the server: ${typed}`,
      'too-many': (_: string) => `At most ${mostLinks} links.`,
      'too-long': (typed: string) =>
        `At most ${longestLabel} characters for the name and ${longestAddress} for the address: ${typed}`,
    },
  },
  da: {
    label: 'Links på kundens kort',
    hint: (most: number) =>
      `Ét pr. linje, højst ${most}: et navn og en adresse med {number} eller {email} i, for eksempel: CRM https://crm.example.com/c/{number}`,
    wrong: {
      'no-label': (typed: string) => `Skriv et navn foran adressen, for eksempel ”CRM”: ${typed}`,
      'not-https': (typed: string) => `Skriv en adresse, der begynder med https://: ${typed}`,
      'no-customer': (typed: string) =>
        `Skriv {number} eller {email}, hvor kundens nummer eller e-mail skal stå: ${typed}`,
      host: (typed: string) => `{number} og {email} må kun stå efter serverens navn: ${typed}`,
      'too-many': (_: string) => `Højst ${mostLinks} links.`,
      'too-long': (typed: string) =>
        `Højst ${longestLabel} tegn til navnet og ${longestAddress} til adressen: ${typed}`,
    },
  },
  nb: {
    label: 'Lenker på kundens kort',
    hint: (most: number) =>
      `Én per linje, høyst ${most}: et navn og en adresse med {number} eller {email} i, for eksempel: CRM https://crm.example.com/c/{number}`,
    wrong: {
      'no-label': (typed: string) => `Skriv et navn foran adressen, for eksempel «CRM»: ${typed}`,
      'not-https': (typed: string) => `Skriv en adresse som begynner med https://: ${typed}`,
      'no-customer': (typed: string) =>
        `Skriv {number} eller {email} der kundens nummer eller e-post skal stå: ${typed}`,
      host: (typed: string) => `{number} og {email} kan bare stå etter navnet på serveren: ${typed}`,
      'too-many': (_: string) => `Høyst ${mostLinks} lenker.`,
      'too-long': (typed: string) =>
        `Høyst ${longestLabel} tegn til navnet og ${longestAddress} til adressen: ${typed}`,
    },
  },
});

/** Where the company looks customers up, a link a line. */
export function customerLinksField(links: readonly CustomerLink[], locale: Locale): KnownBlock[] {
  const text = words(locale);
  return [
    textField('customer-links', text.label, {
      action: 'settings.customer-links',
      initial: customerLinksText(links),
      limit: mostLinks * (longestLabel + longestAddress + 2),
      optional: true,
      multiline: true,
      hint: text.hint(mostLinks),
    }),
  ];
}

export function linksIn(values: StateValues, locale: Locale): Filled<readonly CustomerLink[]> {
  const links = readCustomerLinks(typedIn(values, 'customer-links'));
  if ('code' in links) return { kind: 'errors', errors: { 'customer-links': linkRefusalWords(links, locale) } };
  return { kind: 'filled', values: links };
}

/** Why a link is none. Not escaped. */
export function linkRefusalWords({ code, typed }: LinkRefusal, locale: Locale): string {
  return words(locale).wrong[code](shortened(oneLine(typed), 80));
}
