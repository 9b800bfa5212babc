import { cac } from './cac.ts';
import { churn } from './churn.ts';
import { cli } from './cli.ts';
import { clv } from './clv.ts';
import { csat } from './csat.ts';
import type { Figure } from './figure.ts';
import { nps } from './nps.ts';
import { referral } from './referral.ts';
import { repeat } from './repeat.ts';
import { retention } from './retention.ts';
import { revenue } from './revenue.ts';

/** In the order in which they are told. */
const counted = { nps, csat, cli, repeat, retention, churn, referral, revenue, cac, clv };
export type FigureName = keyof typeof counted;

/** Every figure by its name. */
export const figures: Readonly<Record<FigureName, Figure>> = counted;
export const figureNames = Object.keys(counted) as readonly FigureName[];

export function isFigure(name: string): name is FigureName {
  return Object.hasOwn(counted, name);
}
