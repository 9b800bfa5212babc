import { UserError } from '../errors.ts';
import { mostPeriods, windowsOver } from '../flows/figures/read-series.ts';
import type { Dimension, Part } from '../loyalty/figures/figure.ts';
import { type FigureName, figures } from '../loyalty/figures/index.ts';
import type { Series } from '../loyalty/figures/series.ts';
import type { Window } from '../loyalty/time/period.ts';
import { figureTerm } from '../messages/figures/told/index.ts';
import { briefInQuotes } from '../text/brief.ts';
import type { Asking } from './command.ts';
import { type Divided, findParts } from './find-parts.ts';
import type { Takes, Understood } from './takes.ts';
import { givenWindow, windowOf } from './window.ts';

/** What is asked about a figure: of all, or of those who are in all of some parts. */
export type FigureQuestion =
  | { readonly kind: 'why' }
  | ({ readonly parts: readonly Part[] } & (
      | { readonly kind: 'trend'; readonly step: Series['step']; readonly over: Window | null }
      | {
          readonly kind: 'by';
          readonly by: Dimension;
          /** Those of its parts that are compared; empty: all. */
          readonly among: readonly Part[];
          readonly window: Window;
        }
      | { readonly kind: 'value'; readonly window: Window }
    ));

/** What may stand after a figure's word: "90 by country segment:vip", "trend weeks country:DK 2025". */
export function takesOfFigure(name: FigureName): Takes {
  const { dimensions } = figures[name];
  return { period: true, parts: dimensions, by: dimensions, trend: true };
}

/** @throws UserError for parts that nobody knows, or by which the figure is not told */
export async function askedFigure(asking: Asking, name: FigureName, said: Understood): Promise<FigureQuestion> {
  if (said.option === 'why') return { kind: 'why' };
  const of: Divided = { dimensions: figures[name].dimensions, name: (locale) => figureTerm(locale, name) };
  const parts = await findParts(asking, of, said.parts);
  if (said.trend) {
    const over = givenWindow(asking, said.period);
    const step = said.step ?? stepIn(over);
    mustBeFew(step, asking, over, said.period?.typed ?? String(asking.windowDays));
    return { kind: 'trend', step, over, parts };
  }
  const window = windowOf(asking, said.period);
  if (said.by === null) return { kind: 'value', parts, window };
  return { kind: 'by', by: said.by, among: await findParts(asking, of, said.among), window, parts };
}

/** Months; weeks or days where there are too few months to show how things went. */
function stepIn(over: Window | null): Series['step'] {
  const days = over === null ? 365 : over.to - over.from;
  if (days > 62) return 'month';
  return days > 14 ? 'week' : 'day';
}

function mustBeFew(step: Series['step'], { asOf }: Asking, over: Window | null, typed: string): void {
  if (over === null || windowsOver(step, asOf, over).length <= mostPeriods) return;
  throw new UserError('too-many-periods', (locale) => tooMany[locale](briefInQuotes(locale, typed), mostPeriods), {
    understood: false,
  });
}

const tooMany = {
  en: (typed: string, most: number) =>
    `${typed} would be more than ${most} points. Choose a shorter period or longer steps, for example \`trend quarters\`.`,
  da: (typed: string, most: number) =>
    `${typed} ville blive mere end ${most} punkter. Vælg en kortere periode eller længere trin, for eksempel \`udvikling kvartaler\`.`,
  nb: (typed: string, most: number) =>
    `${typed} ville blitt mer enn ${most} punkter. Velg en kortere periode eller lengre trinn, for eksempel \`utvikling kvartaler\`.`,
};
