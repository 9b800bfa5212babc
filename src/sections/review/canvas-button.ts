import type { Button } from '@slack/types';
import { z } from 'zod';
import { buttonKind } from '../../messages/kit/button.ts';
import { defineText, type Locale } from '../../text/define-text.ts';

/** Opens the canvas in Slack, which by itself needs nothing of us. */
export const canvasButton = buttonKind('review.canvas', z.object({}));

const words = defineText({
  en: { open: 'Open as canvas' },
  da: { open: 'Åbn som canvas' },
  nb: { open: 'Åpne som canvas' },
});

export function canvasElement(locale: Locale, url: string): Button {
  return canvasButton.element(words(locale).open, {}, { url });
}
