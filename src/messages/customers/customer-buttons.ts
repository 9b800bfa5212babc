import type { Button } from '@slack/types';
import { z } from 'zod';
import type { CustomerCard } from '../../facts/customer.ts';
import { linkAddress } from '../../loyalty/customer-links.ts';
import { contactLimitDays } from '../../loyalty/survey.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { buttonKind } from '../kit/button.ts';

const ofCustomer = z.object({ customerId: z.int().positive() });

/** What the card leaves out, below it. */
export const moreOfCustomerButton = buttonKind('customer.more', ofCustomer);
/** Why a customer stands on a rung, and what the rungs mean. */
export const whyRungButton = buttonKind('customer.why', ofCustomer);
/** Opens a customer where the company looks customers up. Slack tells of the press, and nothing follows. */
export const lookUpButton = buttonKind('customer.look-up', ofCustomer);
export const pinButton = buttonKind('customer.pin', ofCustomer);
export const unpinButton = buttonKind('customer.unpin', ofCustomer.extend({ pinId: z.int().positive() }));
export const editCustomerButton = buttonKind('customer.edit', ofCustomer);
export const askCustomerButton = buttonKind('customer.ask', ofCustomer);
export const correctButton = buttonKind('correction.open', ofCustomer);
export const noteRecommendationButton = buttonKind('recommendation.note', ofCustomer);

const words = defineText({
  en: {
    more: 'Show more',
    why: 'Why this rung?',
    pin: 'Set the rung by hand',
    unpin: 'Follow the rules again',
    title: 'Follow the rules again?',
    text: 'The rung is computed from orders and answers again.',
    no: 'Keep it',
    edit: 'Edit',
    ask: 'Ask for feedback',
    askTitle: 'Ask this customer?',
    askText: (days: string) =>
      `You get a link to send, with one question (NPS). Nobody else can ask this customer for ${days} days.`,
    askYes: 'Make the link',
    askNo: 'Not now',
    recommendation: 'Note a recommendation',
    correct: 'Correct or delete',
  },
  da: {
    more: 'Vis mere',
    why: 'Hvorfor dette trin?',
    pin: 'Sæt trinnet manuelt',
    unpin: 'Følg reglerne igen',
    title: 'Følg reglerne igen?',
    text: 'Trinnet beregnes igen ud fra ordrer og svar.',
    no: 'Behold det',
    edit: 'Rediger',
    ask: 'Bed om feedback',
    askTitle: 'Spørge kunden?',
    askText: (days: string) =>
      `Du får et link, som du selv sender, med ét spørgsmål (NPS). Ingen andre kan spørge kunden de næste ${days} dage.`,
    askYes: 'Lav linket',
    askNo: 'Ikke nu',
    recommendation: 'Notér en anbefaling',
    correct: 'Ret eller slet',
  },
  nb: {
    more: 'Vis mer',
    why: 'Hvorfor dette trinnet?',
    pin: 'Sett trinnet manuelt',
    unpin: 'Følg reglene igjen',
    title: 'Følge reglene igjen?',
    text: 'Trinnet beregnes igjen ut fra ordrer og svar.',
    no: 'Behold det',
    edit: 'Rediger',
    ask: 'Be om tilbakemelding',
    askTitle: 'Spørre kunden?',
    askText: (days: string) =>
      `Du får en lenke som du selv sender, med ett spørsmål (NPS). Ingen andre kan spørre kunden de neste ${days} dagene.`,
    askYes: 'Lag lenken',
    askNo: 'Ikke nå',
    recommendation: 'Noter en anbefaling',
    correct: 'Rett eller slett',
  },
});

/** What everybody can see more of, and where what is known of a customer is edited by those who may. */
export function cardButtons(locale: Locale, { customer, mayPin }: CustomerCard): Button[] {
  const text = words(locale);
  const of = { customerId: customer.id };
  return [
    moreOfCustomerButton.element(text.more, of),
    whyRungButton.element(text.why, of),
    ...(mayPin
      ? [
          askCustomerButton.element(text.ask, of, { confirm: askedFirst(locale) }),
          editCustomerButton.element(text.edit, of),
        ]
      : []),
  ];
}

function askedFirst(locale: Locale) {
  const { askTitle: title, askText, askYes: yes, askNo: no } = words(locale);
  return { title, text: askText(String(contactLimitDays)), yes, no };
}

/** Where the company looks this customer up. */
export function customerPlaces({ customer, email, links }: CustomerCard): { label: string; url: string }[] {
  return links.flatMap((link) => {
    const url = linkAddress(link, { number: customer.externalId, email });
    return url === null ? [] : [{ label: link.label, url }];
  });
}

/** Opens the customer there. */
export function lookUpButtons(card: CustomerCard): Button[] {
  const of = { customerId: card.customer.id };
  return customerPlaces(card).map(({ label, url }, i) =>
    lookUpButton.element(label, of, { mark: 'abcd'.charAt(i), url }),
  );
}

/** What else admins and customer ambassadors may change of a customer; nothing for those who may not. */
export function moreButtons(locale: Locale, { customer, pin, mayPin }: CustomerCard): Button[] {
  if (!mayPin) return [];
  const text = words(locale);
  const of = { customerId: customer.id };
  const confirm = { title: text.title, text: text.text, yes: text.unpin, no: text.no };
  return [
    ...(pin ? [unpinButton.element(text.unpin, { ...of, pinId: pin.id }, { confirm })] : []),
    pinButton.element(text.pin, of),
    noteRecommendationButton.element(text.recommendation, of),
    correctButton.element(text.correct, of),
  ];
}
