import type { Button } from '@slack/types';
import { z } from 'zod';
import { type DefinedName, definedNames } from '../../facts/defined.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { buttonKind } from './button.ts';
import { fitsButton, type Said, saidSchema } from './share-button.ts';

/** Opens what a figure or another term means; with what was asked, also what the answer is made of. */
export const whyButton = buttonKind(
  'definition.show',
  z.object({ name: z.enum(definedNames), said: saidSchema.optional() }),
);

const words = defineText({ en: { why: 'Why?' }, da: { why: 'Hvorfor?' }, nb: { why: 'Hvorfor?' } });

export function whyElement(locale: Locale, name: DefinedName, said: Said | null = null): Button {
  return whyButton.element(words(locale).why, { name, ...(said && fitsButton(said) && { said }) });
}
