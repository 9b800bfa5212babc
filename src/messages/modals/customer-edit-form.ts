import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { CustomerName } from '../../facts/customer.ts';
import type { Marks } from '../../loyalty/changed-meanwhile.ts';
import type { Money } from '../../loyalty/facts/money.ts';
import { readSegments, type SegmentsReading } from '../../loyalty/facts/segments.ts';
import type { Day } from '../../loyalty/time/period.ts';
import { formatDay } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { shortened } from '../../text/shorten.ts';
import { oneLine } from '../../text/typed.ts';
import { rowRefusalWords } from '../imports/row-refusal.ts';
import { context } from '../kit/blocks.ts';
import { amountWords } from '../words/money-words.ts';
import { nameOf } from '../words/names.ts';
import { amountErrors, amountText, isWrong, type ReadAmount, type TypedAmount } from './amounts.ts';
import { type CustomerSelf, customerFields, customerSelfIn, type ReadAddress, wordsIn } from './customer-fields.ts';
import { customerIn, customerMenu } from './customer-menu.ts';
import { boxes, choice, type Filled, field, formKind, textField } from './form.ts';
import { changedUnder } from './form-words.ts';
import { allChosenIn, type StateValues, typedIn } from './state.ts';

export const customerEditForm = formKind(
  'customer.edit',
  z.object({ customerId: z.int().positive(), seen: z.record(z.string(), z.string()).optional() }),
);

/** What stands in the form when it opens. */
export interface CustomerDraft extends CustomerSelf {
  readonly customer: CustomerName;
  /** Marks of what it is drawn from. */
  readonly seen: Marks;
  readonly source: string | null;
  readonly segments: readonly string[];
  readonly relationshipYears: number | null;
  readonly cost: Money | null;
  readonly recommendedBy: CustomerName | null;
  readonly reward: Money | null;
  /** Recommendations by this customer that won nobody, the newest first. */
  readonly losses: readonly { readonly recommendationId: string; readonly day: Day; readonly value: Money | null }[];
}

export interface CustomerEntry extends CustomerSelf {
  readonly source: string | null;
  readonly segments: readonly string[];
  readonly relationshipYears: number | null;
  readonly cost: Money | null;
  readonly recommendedById: number | null;
  readonly reward: Money | null;
  /** Where the losses to be taken back stand among those shown. */
  readonly lossesTakenBack: readonly string[];
}

const words = defineText({
  en: {
    title: 'Edit customer',
    about: (name: string) => `What you know about ${name}. Leave a field empty if you do not know it.`,
    segments: 'Segments',
    segmentsHint: 'Separated by commas, for example: VIP, Office. Empty: none.',
    source: 'Won through',
    sourceHint: 'For example a fair, an advertisement or a shop.',
    years: 'Expected relationship in years',
    cost: 'Cost of winning the customer',
    costHint: 'What winning the customer cost. Write another currency after the amount: 300 EUR.',
    recommender: 'Recommended by',
    nobody: 'Nobody recommended this customer',
    nobodyLabel: 'Without a recommender',
    reward: 'Paid to the recommender',
    noRecommender: 'There is no recommender who could have been paid.',
    badYears: 'Write a number of years from 0 to 100.',
    losses: 'Recommendations that won nobody: take back',
  },
  da: {
    title: 'Rediger kunde',
    about: (name: string) => `Oplysninger om ${name}. Lad feltet stå tomt, hvis I ikke ved det.`,
    segments: 'Segmenter',
    segmentsHint: 'Adskilt med komma, for eksempel: VIP, Kontor. Tomt felt: ingen.',
    source: 'Vundet gennem',
    sourceHint: 'For eksempel en messe, en annonce eller en butik.',
    years: 'Forventet kundeforhold i år',
    cost: 'Pris for at vinde kunden',
    costHint: 'Hvad det kostede at vinde kunden. Skriv en anden valuta efter beløbet: 300 EUR.',
    recommender: 'Anbefalet af',
    nobody: 'Ingen har anbefalet kunden',
    nobodyLabel: 'Uden anbefaler',
    reward: 'Udbetalt til anbefaleren',
    noRecommender: 'Der er ingen anbefaler, som kan have fået noget.',
    badYears: 'Skriv et antal år fra 0 til 100.',
    losses: 'Anbefalinger uden resultat: tag tilbage',
  },
  nb: {
    title: 'Rediger kunde',
    about: (name: string) => `Opplysninger om ${name}. La feltet stå tomt hvis dere ikke vet det.`,
    segments: 'Segmenter',
    segmentsHint: 'Atskilt med komma, for eksempel: VIP, Kontor. Tomt felt: ingen.',
    source: 'Vunnet gjennom',
    sourceHint: 'For eksempel en messe, en annonse eller en butikk.',
    years: 'Forventet kundeforhold i år',
    cost: 'Pris for å vinne kunden',
    costHint: 'Hva det kostet å vinne kunden. Skriv en annen valuta etter beløpet: 300 EUR.',
    recommender: 'Anbefalt av',
    nobody: 'Ingen har anbefalt kunden',
    nobodyLabel: 'Uten anbefaler',
    reward: 'Betalt til anbefaleren',
    noRecommender: 'Det er ingen anbefaler som kan ha fått noe.',
    badYears: 'Skriv et antall år fra 0 til 100.',
    losses: 'Anbefalinger uten resultat: ta tilbake',
  },
});

const mostLosses = 10;
const longestSegments = 2000;

/** Asks for what a person knows of a customer that no file says. */
export function customerEditView(draft: CustomerDraft, locale: Locale): ModalView {
  const text = words(locale);
  const { customer, source, segments, relationshipYears, cost } = draft;
  const years = relationshipYears === null ? '' : String(relationshipYears);
  const blocks: KnownBlock[] = [
    context(text.about(nameOf(locale, customer))),
    ...customerFields(draft, locale),
    textField('segments', text.segments, {
      action: 'customer.segments',
      initial: segments.map(oneLine).join(', '),
      limit: longestSegments,
      optional: true,
      hint: text.segmentsHint,
    }),
    textField('source', text.source, {
      action: 'customer.source',
      initial: oneLine(source ?? ''),
      limit: 200,
      optional: true,
      hint: text.sourceHint,
    }),
    textField('years', text.years, {
      action: 'customer.years',
      initial: locale === 'en' ? years : years.replace('.', ','),
      limit: 10,
      optional: true,
    }),
    textField('cost', text.cost, {
      action: 'customer.cost',
      initial: amountText(cost, locale),
      limit: 40,
      optional: true,
      hint: text.costHint,
    }),
    ...recommenderFields(draft, locale),
    ...lossFields(draft, locale),
  ];
  const carried = { customerId: customer.id, seen: draft.seen };
  return customerEditForm.view({ title: text.title, blocks }, carried, locale);
}

function recommenderFields({ recommendedBy, reward }: CustomerDraft, locale: Locale): KnownBlock[] {
  const text = words(locale);
  const nobody = [choice('nobody', text.nobody)];
  return [
    field('recommender', text.recommender, customerMenu(recommendedBy, locale), { optional: true }),
    // Slack lets nobody empty a menu.
    ...(recommendedBy
      ? [field('no-recommender', text.nobodyLabel, boxes('customer.no-recommender', nobody, []), { optional: true })]
      : []),
    textField('reward', text.reward, {
      action: 'customer.reward',
      initial: amountText(reward, locale),
      limit: 40,
      optional: true,
    }),
  ];
}

function lossFields({ losses }: CustomerDraft, locale: Locale): KnownBlock[] {
  const shown = losses.filter(({ recommendationId: { length } }) => length > 0 && length <= 75).slice(0, mostLosses);
  if (shown.length === 0) return [];
  const options = shown.map(({ recommendationId, day, value }) =>
    choice(recommendationId, [formatDay(locale, day), ...(value ? [amountWords(locale, value)] : [])].join(' · ')),
  );
  return [field('losses', words(locale).losses, boxes('customer.losses', options, []), { optional: true })];
}

export function readCustomerEdit(
  values: StateValues,
  locale: Locale,
  { readAmount, readAddress }: { readonly readAmount: ReadAmount; readonly readAddress: ReadAddress },
): Filled<CustomerEntry> {
  const text = words(locale);
  const reading = readSegments(wordsIn(values, 'segments'));
  const years = readYears(typedIn(values, 'years'));
  const cost = readAmount(typedIn(values, 'cost'));
  const unnamed = allChosenIn(values, 'no-recommender').includes('nobody');
  const recommendedById = unnamed ? null : customerIn(values, 'recommender');
  const reward: TypedAmount = unnamed ? null : readAmount(typedIn(values, 'reward'));
  const { email, ...self } = customerSelfIn(values, readAddress);
  const badEmail = email !== null && typeof email !== 'string';
  const errors = {
    ...(badEmail && { email: email.wrong }),
    ...segmentError(reading, locale),
    ...(years === 'wrong' && { years: text.badYears }),
    ...amountErrors({ cost, reward }),
    ...(reward && !isWrong(reward) && recommendedById === null && { reward: text.noRecommender }),
  };
  if (
    Object.keys(errors).length > 0 ||
    badEmail ||
    'code' in reading ||
    years === 'wrong' ||
    isWrong(cost) ||
    isWrong(reward)
  ) {
    return { kind: 'errors', errors };
  }
  return {
    kind: 'filled',
    values: {
      ...self,
      email,
      source: shortened(wordsIn(values, 'source'), 200) || null,
      segments: reading.segments,
      relationshipYears: years,
      cost,
      recommendedById,
      reward,
      lossesTakenBack: allChosenIn(values, 'losses'),
    },
  };
}

/** Said under each field that somebody else changed meanwhile. @param names of what the fields hold */
export function editChangedMeanwhile(names: readonly string[], locale: Locale): Readonly<Record<string, string>> {
  return changedUnder(names, locale, fieldOf);
}

/** Fields that are not called as what they hold. */
const fieldOf = { ownerId: 'owner', relationshipYears: 'years' };

function segmentError(reading: SegmentsReading, locale: Locale): Record<string, string> {
  return 'code' in reading
    ? { segments: rowRefusalWords({ column: 'segments', value: null, reason: reading }, locale) }
    : {};
}

function readYears(typed: string): number | null | 'wrong' {
  if (typed === '') return null;
  const years = /^\d{1,3}(?:[.,]\d{1,6})?$/.test(typed) ? Number(typed.replace(',', '.')) : Number.NaN;
  return years <= 100 ? years : 'wrong';
}
