import type { Button } from '@slack/types';
import { z } from 'zod';
import { defineText, type Locale } from '../../text/define-text.ts';
import { buttonKind } from '../kit/button.ts';

export const runPredictionButton = buttonKind('prediction.run', z.object({}));
/** Opens a follow-up of a customer who is at risk. */
export const openFollowUpButton = buttonKind('follow-up.open', z.object({ customerId: z.int().positive() }));

const words = defineText({
  en: { run: 'Predict now', open: 'Open a follow-up' },
  da: { run: 'Lav prognosen nu', open: 'Åbn en opfølgning' },
  nb: { run: 'Lag prognosen nå', open: 'Åpne en oppfølging' },
});

export function runPredictionElements(
  locale: Locale,
  { mayRun, atWork }: { mayRun: boolean; atWork: boolean },
): Button[] {
  return mayRun && !atWork ? [runPredictionButton.element(words(locale).run, {})] : [];
}

/** @param name of the customer, for who hears the button read out */
export function openFollowUpElement(locale: Locale, customerId: number, name: string): Button {
  const label = words(locale).open;
  return openFollowUpButton.element(label, { customerId }, { spoken: `${label}: ${name}` });
}
