import { UserError } from '../errors.ts';
import { foldText } from '../loyalty/facts/customer.ts';
import type { Dimension, Part } from '../loyalty/figures/figure.ts';
import { rungs } from '../loyalty/ladder/rung-rules.ts';
import { dimensionName, partName } from '../messages/words/part-words.ts';
import { brief } from '../text/brief.ts';
import { locales } from '../text/define-text.ts';
import { formatList } from '../text/list.ts';
import { countryNames } from '../text/places.ts';
import { capital, rungTerms } from '../text/terms.ts';
import type { Asking } from './command.ts';

/** What is told of parts, and of which. */
export interface Divided {
  readonly dimensions: readonly Dimension[];
  /** "repeat purchase rate" */
  readonly name: (locale: (typeof locales)[number]) => string;
}

/**
 * The parts that are meant, as they are written where they are kept.
 *
 * @throws UserError for one that nobody knows, and where what is asked for is not told apart like that
 */
export async function findParts(asking: Asking, of: Divided, typed: readonly Part[]): Promise<Part[]> {
  const found: Part[] = [];
  for (const part of typed) found.push(await findPart(asking, of, part));
  return found;
}

async function findPart({ store }: Asking, of: Divided, { dimension, value }: Part): Promise<Part> {
  mustTellBy(of, dimension);
  const known = dimension === 'rung' ? [...rungs, 'anonymous'] : await store.figures.valuesOf(dimension);
  const said = foldText(value);
  const names = (one: string) => [
    one,
    ...locales.map((locale) => partName(locale, dimension, one)),
    ...(dimension === 'country' ? countryNames(one) : []),
    ...rungs
      .filter((rung) => dimension === 'rung' && rung === one)
      .flatMap((rung) => locales.map((locale) => rungTerms(locale)[rung].one)),
  ];
  const meant = known.find((one) => names(one).some((word) => foldText(word) === said));
  if (meant !== undefined) return { dimension, value: meant };
  throw new UserError(
    'unknown-part',
    (locale) => {
      const some = known.slice(0, 10).map((one) => partName(locale, dimension, one));
      return unknownPart[locale](dimensionName(locale, dimension), brief(value), some.join(', '));
    },
    { understood: false },
  );
}

/** @throws UserError where it is not told apart by a dimension */
export function mustTellBy({ name, dimensions }: Divided, dimension: Dimension): void {
  if (dimensions.includes(dimension)) return;
  throw new UserError(
    'not-told-by',
    (locale) =>
      notToldBy[locale](
        name(locale),
        dimensionName(locale, dimension).toLowerCase(),
        formatList(
          locale,
          dimensions.map((one) => dimensionName(locale, one).toLowerCase()),
        ),
      ),
    { understood: false },
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
  en: (name: string, asked: string, dimensions: string) =>
    `The ${name} is told by ${dimensions} only, not by ${asked}.`,
  da: (name: string, asked: string, dimensions: string) =>
    `${capital(name)} opgøres kun pr. ${dimensions}, ikke pr. ${asked}.`,
  nb: (name: string, asked: string, dimensions: string) =>
    `${capital(name)} vises bare per ${dimensions}, ikke per ${asked}.`,
};
