import { figureNames, isFigure } from '../../../loyalty/figures/index.ts';
import type { Locale } from '../../../text/define-text.ts';
import { toldFigures } from '../told/index.ts';
import type { Definition } from '../told/told-figure.ts';
import { termDefinitions } from './terms.ts';

/** Everything that a person can see and ask "why" of; each is an anchor of docs/figures.md. */
export const definedNames = [
  ...figureNames,
  'rungs',
  'cohorts',
  'prediction',
  'at-risk',
  'targets',
  'campaign',
] as const;
export type DefinedName = (typeof definedNames)[number];

/** What a figure or another term means. */
export function definitionOf(locale: Locale, name: DefinedName): Definition {
  return isFigure(name) ? toldFigures[name].words(locale).definition : termDefinitions(locale)[name];
}
