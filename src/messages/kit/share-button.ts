import type { Button } from '@slack/types';
import { z } from 'zod';
import { defineText, type Locale } from '../../text/define-text.ts';
import { buttonKind } from './button.ts';

/** What was typed and the day it is to be answered as of: what is shared is answered anew from these, not copied. */
export type Said = z.infer<typeof saidSchema>;

export const saidSchema = z.object({ words: z.string().max(1500), asOf: z.int() });

export const shareButton = buttonKind('answer.share', saidSchema);

const words = defineText({
  en: { share: 'Share to channel' },
  da: { share: 'Del i kanalen' },
  nb: { share: 'Del i kanalen' },
});

/** "Share to channel"; none where the words are too long for a button's value. */
export function shareElements(locale: Locale, said: Said | null): Button[] {
  return said && fitsButton(said) ? [shareButton.element(words(locale).share, said)] : [];
}

/** Whether a button's value has room for it, and for a name beside it. */
export function fitsButton(said: Said): boolean {
  return saidSchema.safeParse(said).success && JSON.stringify(said).length <= 1900;
}
