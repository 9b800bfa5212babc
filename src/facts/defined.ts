import { figureNames } from '../loyalty/figures/index.ts';

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
