import { UserError } from '../errors.ts';
import { foldText } from '../loyalty/facts/customer.ts';
import type { Dimension, Part } from '../loyalty/figures/figure.ts';
import { type FigureName, figures } from '../loyalty/figures/index.ts';
import type { Series } from '../loyalty/figures/series.ts';
import { rungs } from '../loyalty/ladder/rung-rules.ts';
import type { Window } from '../loyalty/time/period.ts';
import { figureTerm } from '../messages/figures/told/index.ts';
import { dimensionName, partName } from '../messages/words/part-words.ts';
import { saidDimension } from '../messages/words/said-part.ts';
import { locales } from '../text/define-text.ts';
import { formatList } from '../text/list.ts';
import { capital } from '../text/terms.ts';
import type { Asking } from './command.ts';
import { hasOption, type OptionName, withoutOption } from './option-words.ts';
import { askedWindow } from './window.ts';

/** What is asked about a figure. */
export type FigureQuestion =
  | { readonly kind: 'why' }
  | { readonly kind: 'trend'; readonly step: Series['step']; readonly part: Part | null }
  | { readonly kind: 'by'; readonly by: Dimension; readonly window: Window }
  | { readonly kind: 'value'; readonly part: Part | null; readonly window: Window };

/**
 * Reads what stands after a figure's name: "90 by country", "segment:vip 2026-Q1", "trend weeks", "why".
 *
 * @throws UserError for words that say nothing known, and for parts by which the figure is not told
 */
export async function askedFigure(asking: Asking, name: FigureName, words: readonly string[]): Promise<FigureQuestion> {
  if (hasOption(words, 'why')) return { kind: 'why' };
  const { said, rest } = takePart(words);
  const part = said && (await findPart(asking, name, said));
  if (hasOption(rest, 'trend')) return { kind: 'trend', step: stepOf(rest), part };
  const by = byOptions.find(({ option }) => hasOption(rest, option));
  if (!by) return { kind: 'value', part, window: askedWindow(asking, rest) };
  mustTellBy(name, by.dimension);
  return { kind: 'by', by: by.dimension, window: askedWindow(asking, withoutOption(rest, by.option)) };
}

const byOptions = [
  { option: 'by-rung', dimension: 'rung' },
  { option: 'by-country', dimension: 'country' },
  { option: 'by-segment', dimension: 'segment' },
  { option: 'by-source', dimension: 'source' },
] as const satisfies readonly { readonly option: OptionName; readonly dimension: Dimension }[];

function stepOf(words: readonly string[]): Series['step'] {
  if (hasOption(words, 'days')) return 'day';
  if (hasOption(words, 'weeks')) return 'week';
  return hasOption(words, 'quarters') ? 'quarter' : 'month';
}

const partPattern = /(?:^| )(\p{L}+):(?:["“”«»]([^"“”«»]+)["“”«»]|(\S+))/gu;

/** Takes "country:DK" or `segment:"key accounts"` out of the words. */
function takePart(words: readonly string[]): { said: Part | null; rest: readonly string[] } {
  const typed = words.join(' ');
  for (const [text, name = '', quoted, plain = ''] of typed.matchAll(partPattern)) {
    const dimension = saidDimension(name);
    if (dimension === null) continue;
    const rest = typed.replace(text, ' ').split(' ');
    return { said: { dimension, value: quoted ?? plain }, rest: rest.filter((word) => word !== '') };
  }
  return { said: null, rest: words };
}

/** The part that is meant, as it is written where it is kept. */
async function findPart({ store }: Asking, name: FigureName, { dimension, value }: Part): Promise<Part> {
  mustTellBy(name, dimension);
  const known = dimension === 'rung' ? [...rungs, 'anonymous'] : await store.figures.valuesOf(dimension);
  const said = foldText(value);
  const meant = known.find((one) =>
    [one, ...locales.map((locale) => partName(locale, dimension, one))].some((word) => foldText(word) === said),
  );
  if (meant !== undefined) return { dimension, value: meant };
  throw new UserError('unknown-part', (locale) => {
    const some = known.slice(0, 10).map((one) => partName(locale, dimension, one));
    return unknownPart[locale](dimensionName(locale, dimension), value, some.join(', '));
  });
}

function mustTellBy(name: FigureName, dimension: Dimension): void {
  const { dimensions } = figures[name];
  if (dimensions.includes(dimension)) return;
  throw new UserError('not-told-by', (locale) =>
    notToldBy[locale](
      figureTerm(locale, name),
      formatList(
        locale,
        dimensions.map((one) => dimensionName(locale, one).toLowerCase()),
      ),
    ),
  );
}

const unknownPart = {
  en: (dimension: string, value: string, some: string) =>
    some === ''
      ? `${dimension}: nothing is known by “${value}”, nor any other. Bring it in with your customers: \`/loyalty import\`.`
      : `${dimension}: nothing is known by “${value}”. There are: ${some}.`,
  da: (dimension: string, value: string, some: string) =>
    some === ''
      ? `${dimension}: ”${value}” kendes ikke, og der er heller ikke andre. Hent det ind sammen med kunderne: \`/loyalty indlæs\`.`
      : `${dimension}: ”${value}” kendes ikke. Der findes: ${some}.`,
  nb: (dimension: string, value: string, some: string) =>
    some === ''
      ? `${dimension}: «${value}» er ikke kjent, og det er heller ingen andre. Hent det inn sammen med kundene: \`/loyalty importer\`.`
      : `${dimension}: «${value}» er ikke kjent. Det finnes: ${some}.`,
};

const notToldBy = {
  en: (name: string, dimensions: string) => `The ${name} is told by ${dimensions} only.`,
  da: (name: string, dimensions: string) => `${capital(name)} opgøres kun pr. ${dimensions}.`,
  nb: (name: string, dimensions: string) => `${capital(name)} vises bare per ${dimensions}.`,
};
