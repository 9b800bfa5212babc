import type { Button, KnownBlock } from '@slack/types';
import type { DefinedName } from '../../facts/defined.ts';
import { type FigureName, isFigure } from '../../loyalty/figures/index.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { header, lines, section } from '../kit/blocks.ts';
import { countedHow } from '../kit/docs-link.ts';
import { toMessage } from '../kit/message.ts';
import type { Presenter } from '../kit/presenter.ts';
import { sayButton } from '../kit/say-button.ts';
import { termDefinitions } from './term-definitions.ts';
import { figureTitle, toldFigures } from './told/index.ts';
import type { Definition } from './told/told-figure.ts';

const words = defineText({
  en: {
    formula: 'Formula: ',
    base: 'Base: ',
    leftOut: 'Left out: ',
    example: 'Example: ',
    now: (figure: string) => `${figure} today`,
  },
  da: {
    formula: 'Formel: ',
    base: 'Grundlag: ',
    leftOut: 'Tæller ikke med: ',
    example: 'Eksempel: ',
    now: (figure: string) => `${figure} i dag`,
  },
  nb: {
    formula: 'Formel: ',
    base: 'Grunnlag: ',
    leftOut: 'Teller ikke med: ',
    example: 'Eksempel: ',
    now: (figure: string) => `${figure} i dag`,
  },
});

/** What a figure or another term means. */
export function definitionOf(locale: Locale, name: DefinedName): Definition {
  return isFigure(name) ? toldFigures[name].words(locale).definition : termDefinitions(locale)[name];
}

/** A definition: what it means, formula, base, what is left out, an example, and where more of it stands. */
export const definitionReply: Presenter<'definition'> = {
  draw({ name }, locale, context) {
    const { title, meaning, formula } = definitionOf(locale, name);
    return toMessage(`${title}: ${meaning} ${words(locale).formula}${formula}`, [
      ...definitionBlocks(locale, name, isFigure(name) ? nowButton(locale, name) : undefined),
      ...countedHow(locale, context, name),
    ]);
  },
  json: ({ name }) => ({ name, at: `docs/figures.md#${name}`, ...definitionOf('en', name) }),
};

/** What it comes to now, and from how many. */
function nowButton(locale: Locale, name: FigureName): Button {
  return sayButton.element(words(locale).now(figureTitle(locale, name)), { words: name });
}

/** What it means, then how it is counted. */
export function definitionBlocks(locale: Locale, name: DefinedName, beside?: Button): KnownBlock[] {
  const text = words(locale);
  const { title, meaning, formula, base, leftOut, example } = definitionOf(locale, name);
  return [
    header(title),
    section(meaning, beside),
    lines(
      [{ bold: text.formula }, formula],
      [{ bold: text.base }, base],
      [{ bold: text.leftOut }, leftOut],
      [{ bold: text.example }, example],
    ),
  ];
}
