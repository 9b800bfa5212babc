import type { Button } from '@slack/types';
import { z } from 'zod';
import type { CustomerCard } from '../../facts/customer.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { buttonKind } from '../kit/button.ts';

const ofCustomer = z.object({ customerId: z.int().positive() });

export const pinButton = buttonKind('customer.pin', ofCustomer);
export const unpinButton = buttonKind('customer.unpin', ofCustomer.extend({ pinId: z.int().positive() }));
export const editCustomerButton = buttonKind('customer.edit', ofCustomer);
export const correctButton = buttonKind('correction.open', ofCustomer);
export const noteRecommendationButton = buttonKind('recommendation.note', ofCustomer);

const words = defineText({
  en: {
    pin: 'Set the rung by hand',
    unpin: 'Follow the rules again',
    title: 'Follow the rules again?',
    text: 'The rung is computed from orders and answers again.',
    no: 'Keep it',
    edit: 'Edit',
    recommendation: 'Note a recommendation',
    correct: 'Correct or delete',
  },
  da: {
    pin: 'Sæt trinnet manuelt',
    unpin: 'Følg reglerne igen',
    title: 'Følg reglerne igen?',
    text: 'Trinnet beregnes igen ud fra ordrer og svar.',
    no: 'Behold det',
    edit: 'Rediger',
    recommendation: 'Notér en anbefaling',
    correct: 'Ret eller slet',
  },
  nb: {
    pin: 'Sett trinnet manuelt',
    unpin: 'Følg reglene igjen',
    title: 'Følge reglene igjen?',
    text: 'Trinnet beregnes igjen ut fra ordrer og svar.',
    no: 'Behold det',
    edit: 'Rediger',
    recommendation: 'Noter en anbefaling',
    correct: 'Rett eller slett',
  },
});

/** What admins and customer ambassadors may change of a customer; nothing for those who may not. */
export function customerButtons(locale: Locale, { customer, pin, mayPin }: CustomerCard): Button[] {
  if (!mayPin) return [];
  const text = words(locale);
  const of = { customerId: customer.id };
  const confirm = { title: text.title, text: text.text, yes: text.unpin, no: text.no };
  return [
    ...(pin ? [unpinButton.element(text.unpin, { ...of, pinId: pin.id }, { confirm })] : []),
    pinButton.element(text.pin, of),
    editCustomerButton.element(text.edit, of),
    noteRecommendationButton.element(text.recommendation, of),
    correctButton.element(text.correct, of),
  ];
}
