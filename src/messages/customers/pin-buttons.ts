import type { Button } from '@slack/types';
import { z } from 'zod';
import type { CustomerCard } from '../../facts/customer.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { buttonKind } from '../kit/button.ts';

export const pinButton = buttonKind('customer.pin', z.object({ customerId: z.int().positive() }));
export const unpinButton = buttonKind(
  'customer.unpin',
  z.object({ customerId: z.int().positive(), pinId: z.int().positive() }),
);

const words = defineText({
  en: {
    pin: 'Set the rung by hand',
    unpin: 'Follow the rules again',
    title: 'Follow the rules again?',
    text: 'The rung is computed from orders and answers again.',
    no: 'Keep it',
  },
  da: {
    pin: 'Sæt trinnet manuelt',
    unpin: 'Følg reglerne igen',
    title: 'Følg reglerne igen?',
    text: 'Trinnet beregnes igen ud fra ordrer og svar.',
    no: 'Behold det',
  },
  nb: {
    pin: 'Sett trinnet manuelt',
    unpin: 'Følg reglene igjen',
    title: 'Følge reglene igjen?',
    text: 'Trinnet beregnes igjen ut fra ordrer og svar.',
    no: 'Behold det',
  },
});

/** Pin, or take the pin away; nothing for those who may not. */
export function pinButtons(locale: Locale, { customer, pin, mayPin }: CustomerCard): Button[] {
  if (!mayPin) return [];
  const text = words(locale);
  const set = pinButton.element(text.pin, { customerId: customer.id });
  if (!pin) return [set];
  const confirm = { title: text.title, text: text.text, yes: text.unpin, no: text.no };
  return [unpinButton.element(text.unpin, { customerId: customer.id, pinId: pin.id }, { confirm }), set];
}
