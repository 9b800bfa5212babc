import type { DefinedName } from '../../../facts/defined.ts';
import type { Locale } from '../../../text/define-text.ts';
import { answerDefinitions } from './answers.ts';
import { customerDefinitions } from './customers.ts';
import { valueDefinitions } from './value.ts';

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
