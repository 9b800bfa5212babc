import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { decimalChoices, nothingSaid, rateReadings, type SaidOfFile, sameNumberChoices } from '../../facts/import.ts';
import type { FileRefusal } from '../../facts/refusal.ts';
import { type ImportKind, importKinds } from '../../loyalty/facts/import-kind.ts';
import { ownScales, type Scale, scaleText } from '../../loyalty/facts/scale.ts';
import { defineText, type Locale, locales } from '../../text/define-text.ts';
import { shortened } from '../../text/shorten.ts';
import { manyLines } from '../../text/typed.ts';
import { scaleName } from '../figures/scale-words.ts';
import { importWords } from '../imports/import-words.ts';
import { context, divider, lines } from '../kit/blocks.ts';
import { aheadFields, readAheadChoices } from './ahead-fields.ts';
import { askedFields, type ReadField } from './asked-fields.ts';
import { choice, type Filled, field, formKind, menu, textField } from './form.ts';
import { chosenIn, filesIn, type StateFile, type StateValues, typedIn } from './state.ts';

/** Hands over a file to be imported. */
export const importFileForm = formKind('import.read', z.object({}));

/** Asks again how a file is to be read that could not be read as it stands; carries the file. */
export const importAgainForm = formKind('import.read-again', z.object({ importId: z.int().positive() }));

/** How the file is to be read, as far as a person said so. */
export interface ReadChoices extends SaidOfFile {
  /** Null lets the header tell. */
  readonly kind: ImportKind | null;
  /** Null lets the file tell. */
  readonly locale: Locale | null;
  /** Names for a file without a header line, '' for a column to skip; null: it has one. */
  readonly columns: readonly string[] | null;
  /** Lines above the header; null: it is looked for. */
  readonly skip: number | null;
}

const auto = 'auto';

const zoneWords = defineText({
  en: {
    days: (zone: string) =>
      `This is your first file. Days are counted in the time zone ${zone}; if that is not yours, choose it in \`/loyalty settings\` first.`,
  },
  da: {
    days: (zone: string) =>
      `Det er jeres første fil. Dagene tælles i tidszonen ${zone}; hvis det ikke er jeres, så vælg den rigtige i \`/loyalty indstillinger\` først.`,
  },
  nb: {
    days: (zone: string) =>
      `Dette er den første filen deres. Dagene telles i tidssonen ${zone}; hvis det ikke er deres, velg den riktige i \`/loyalty innstillinger\` først.`,
  },
});

const nothingChosen: ReadChoices = { ...nothingSaid, kind: null, locale: null, columns: null, skip: null };

/** @param firstZone of a workspace without facts: the time zone that it will count days in */
export function importFileView(locale: Locale, firstZone: string | null = null): ModalView {
  const text = importWords(locale);
  const blocks = [
    ...(firstZone === null ? [] : [context(zoneWords(locale).days(firstZone))]),
    field(
      'file',
      text.file,
      { type: 'file_input', action_id: 'import.file', filetypes: ['csv', 'tsv', 'txt'], max_files: 1 },
      { hint: text.fileHint },
    ),
    ...firstAsked.map((name) => readFields[name](nothingChosen, locale)),
  ];
  return importFileForm.view({ title: text.title, submit: text.read, blocks }, {}, locale);
}

/**
 * The same choices after the file was refused: those that the refusal is about, and below them the others.
 *
 * @param why the words of the refusal, which name the choice that helps
 */
export function importAgainView(
  importId: number,
  { code, why }: { readonly code: FileRefusal['code']; readonly why: string },
  choices: ReadChoices,
  locale: Locale,
): ModalView {
  const text = importWords(locale);
  const asked = askedFields[code];
  const others = [
    ...([...firstAsked, 'skip'] as const),
    // They are asked for only where they are in doubt.
    ...(choices.scale === null ? [] : (['scale'] as const)),
    ...(choices.rates === null ? [] : (['rates'] as const)),
    ...(choices.similarNumbers === null ? [] : (['similar-numbers'] as const)),
    ...(choices.knownRows === null ? [] : (['known-rows'] as const)),
    ...(choices.knownOrders === null ? [] : (['known-orders'] as const)),
    ...(choices.decimals === null ? [] : (['decimals'] as const)),
  ].filter((name) => !asked.includes(name));
  const blocks = [
    lines([shortened(manyLines(why), 2500)]),
    ...asked.map((name) => readFields[name](choices, locale)),
    ...(asked.length > 0 ? [divider(), context(text.otherChoices)] : []),
    ...others.map((name) => readFields[name](choices, locale)),
  ];
  return importAgainForm.view({ title: text.title, submit: text.again, blocks }, { importId }, locale);
}

export function readImportFile(
  values: StateValues,
  locale: Locale,
): Filled<{ readonly file: StateFile; readonly choices: ReadChoices }> {
  const [file] = filesIn(values, 'file');
  if (!file) return { kind: 'errors', errors: { file: importWords(locale).noFile } };
  return { kind: 'filled', values: { file, choices: readChoices(values) } };
}

export function readChoices(values: StateValues): ReadChoices {
  const columns = typedIn(values, 'columns');
  const skip = typedIn(values, 'skip');
  return {
    kind: importKinds.find((kind) => kind === chosenIn(values, 'kind')) ?? null,
    locale: locales.find((name) => name === chosenIn(values, 'locale')) ?? null,
    skip: skip === '' ? null : Number(skip),
    scale: askedScales.find((scale) => scaleText(scale) === chosenIn(values, 'scale')) ?? null,
    rates: rateReadings.find((name) => name === chosenIn(values, 'rates')) ?? null,
    ...readAheadChoices(values),
    decimals: decimalChoices.find((name) => name === chosenIn(values, 'decimals')) ?? null,
    columns: columns === '' ? null : columns.split(',').map((name) => name.trim()),
    shop: typedIn(values, 'shop') || null,
    sameNumber: sameNumberChoices.find((name) => name === chosenIn(values, 'same-number')) ?? null,
  };
}

/** What may be said of any file. */
const firstAsked = ['kind', 'locale', 'columns', 'same-number', 'shop'] as const;

const readFields: Readonly<Record<ReadField, (choices: ReadChoices, locale: Locale) => KnownBlock>> = {
  kind({ kind }, locale) {
    const text = importWords(locale);
    const kinds = [choice(auto, text.auto), ...importKinds.map((name) => choice(name, text.kinds[name]))];
    return field('kind', text.kind, menu('import.kind', kinds, kind ?? auto));
  },
  locale({ locale: chosen }, locale) {
    const text = importWords(locale);
    const ways = [choice(auto, text.autoLocale), ...locales.map((name) => choice(name, text.locales[name]))];
    return field('locale', text.locale, menu('import.locale', ways, chosen ?? auto));
  },
  columns({ columns }, locale) {
    const text = importWords(locale);
    return textField('columns', text.columns, {
      action: 'import.columns',
      initial: columns?.join(','),
      limit: 1000,
      optional: true,
      hint: text.columnsHint,
    });
  },
  'same-number'({ sameNumber }, locale) {
    const text = importWords(locale);
    const same = sameNumberChoices.map((name) => choice(name, text.sameNumbers[name]));
    const choices = [choice(auto, text.autoLocale), ...same];
    return field('same-number', text.sameNumber, menu('import.same-number', choices, sameNumber ?? auto));
  },
  shop({ shop }, locale) {
    const text = importWords(locale);
    return textField('shop', text.shop, {
      action: 'import.shop',
      initial: shop ?? undefined,
      limit: 60,
      optional: true,
      hint: text.shopHint,
    });
  },
  skip: skipField,
  scale: scaleField,
  rates: ratesField,
  ...aheadFields,
  decimals: decimalsField,
};

const askedScales: readonly Scale[] = [
  ownScales.nps,
  { min: 1, max: 10 },
  { min: 1, max: 7 },
  ownScales.csat,
  { min: 1, max: 5, reversed: true },
  ownScales.cli,
];

function scaleField({ scale: chosen }: ReadChoices, locale: Locale): KnownBlock {
  const text = importWords(locale);
  const scales = askedScales.map((scale) => choice(scaleText(scale), scaleName(scale)));
  const choices = [choice(auto, text.autoScale), ...scales];
  return field('scale', text.scale, menu('import.scale', choices, chosen ? scaleText(chosen) : auto));
}

function ratesField({ rates }: ReadChoices, locale: Locale): KnownBlock {
  const text = importWords(locale);
  const ways = [choice(auto, text.autoRates), ...rateReadings.map((name) => choice(name, text.rates[name]))];
  return field('rates', text.ratesField, menu('import.rates', ways, rates ?? auto));
}

function decimalsField({ decimals }: ReadChoices, locale: Locale): KnownBlock {
  const text = importWords(locale);
  const ways = [choice(auto, text.autoDecimals), ...decimalChoices.map((name) => choice(name, text.decimals[name]))];
  return field('decimals', text.decimalsField, menu('import.decimals', ways, decimals ?? auto));
}

function skipField({ skip }: ReadChoices, locale: Locale): KnownBlock {
  const text = importWords(locale);
  return field(
    'skip',
    text.skip,
    {
      type: 'number_input',
      action_id: 'import.skip',
      is_decimal_allowed: false,
      min_value: '0',
      max_value: '1000',
      ...(skip === null ? {} : { initial_value: String(skip) }),
    },
    { optional: true, hint: text.skipHint },
  );
}
