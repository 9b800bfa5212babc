import { figureNames } from '../../../loyalty/figures/index.ts';
import type { Locale } from '../../../text/define-text.ts';
import { answerDefinitions } from './answers.ts';
import { customerDefinitions } from './customers.ts';
import { valueDefinitions } from './value.ts';

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

/** What a term means, in sentences. */
export interface Definition {
  readonly title: string;
  readonly meaning: string;
  readonly formula: string;
  readonly base: string;
  readonly leftOut: string;
  readonly example: string;
}

export function definitions(locale: Locale): Readonly<Record<DefinedName, Definition>> {
  return { ...answerDefinitions(locale), ...customerDefinitions(locale), ...valueDefinitions(locale) };
}
