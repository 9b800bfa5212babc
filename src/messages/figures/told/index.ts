import type { FigureName } from '../../../loyalty/figures/index.ts';
import type { Locale } from '../../../text/define-text.ts';
import { capital } from '../../../text/terms.ts';
import { cac } from './cac.ts';
import { churn } from './churn.ts';
import { cli } from './cli.ts';
import { clv } from './clv.ts';
import { csat } from './csat.ts';
import { nps } from './nps.ts';
import { referral } from './referral.ts';
import { repeat } from './repeat.ts';
import { retention } from './retention.ts';
import { revenue } from './revenue.ts';
import type { ToldFigure } from './told-figure.ts';

/** What is said of every figure. */
export const toldFigures: Readonly<Record<FigureName, ToldFigure>> = {
  nps,
  csat,
  cli,
  repeat,
  retention,
  churn,
  referral,
  revenue,
  cac,
  clv,
};

/** A figure's name for the middle of a sentence. */
export function figureTerm(locale: Locale, figure: FigureName): string {
  return toldFigures[figure].words(locale).name;
}

/** The same for the start of a line. */
export function figureTitle(locale: Locale, figure: FigureName): string {
  return capital(figureTerm(locale, figure));
}

/** The same where something is said of it: "The churn rate". */
export function theFigure(locale: Locale, figure: FigureName): string {
  const { name, theName } = toldFigures[figure].words(locale);
  return capital(theName ?? name);
}
