import type { DefinedName } from '../../../facts/defined.ts';
import { isFigure } from '../../../loyalty/figures/index.ts';
import type { Locale } from '../../../text/define-text.ts';
import { termDefinitions } from '../term-definitions.ts';
import { toldFigures } from '../told/index.ts';
import type { Definition } from '../told/told-figure.ts';

/** What a figure or another term means. */
export function definitionOf(locale: Locale, name: DefinedName): Definition {
  return isFigure(name) ? toldFigures[name].words(locale).definition : termDefinitions(locale)[name];
}
