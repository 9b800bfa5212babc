import { z } from 'zod';
import { type FigureName, figureNames } from '../../loyalty/figures/index.ts';
import { targetSpans } from '../../loyalty/target.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { buttonKind } from '../kit/button.ts';
import { figureTerm } from './told/index.ts';

const words = defineText({
  en: { show: (figure: string) => `Show ${figure}` },
  da: { show: (figure: string) => `Vis ${figure}` },
  nb: { show: (figure: string) => `Vis ${figure}` },
});

const figure = z.enum(figureNames);

/** Answers with a figure over a span, to whoever presses; `by` tells it apart. */
export const showFigureButton = buttonKind(
  'figure.show',
  z.object({ figure, span: z.union(targetSpans.map((span) => z.literal(span))), byRung: z.boolean() }),
);

/** Opens a figure's definition, from posts of earlier releases. */
export const figureWhyButton = buttonKind('figure.why', z.object({ figure }));

export function showFigureLabel(locale: Locale, name: FigureName): string {
  return words(locale).show(figureTerm(locale, name));
}
