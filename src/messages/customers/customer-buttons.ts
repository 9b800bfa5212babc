import type { Button } from '@slack/types';
import { z } from 'zod';
import type { CustomerCard } from '../../facts/customer.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { buttonKind } from '../kit/button.ts';

export const editCustomerButton = buttonKind('customer.edit', z.object({ customerId: z.int().positive() }));
export const noteRecommendationButton = buttonKind('recommendation.note', z.object({ customerId: z.int().positive() }));

const words = defineText({
  en: { edit: 'Edit', recommendation: 'Note a recommendation' },
  da: { edit: 'Rediger', recommendation: 'Notér en anbefaling' },
  nb: { edit: 'Rediger', recommendation: 'Noter en anbefaling' },
});

/** What admins and customer ambassadors may change of a customer; nothing for those who may not. */
export function manageButtons(locale: Locale, { customer, mayPin }: CustomerCard): Button[] {
  if (!mayPin) return [];
  const text = words(locale);
  return [
    editCustomerButton.element(text.edit, { customerId: customer.id }),
    noteRecommendationButton.element(text.recommendation, { customerId: customer.id }),
  ];
}
