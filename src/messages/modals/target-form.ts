import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { Marks } from '../../loyalty/changed-meanwhile.ts';
import { dimensions, type Part } from '../../loyalty/figures/figure.ts';
import { type FigureName, figureNames, figures } from '../../loyalty/figures/index.ts';
import {
  comparisonOf,
  defaultSpan,
  type Target,
  type TargetChoice,
  type TargetSpan,
  targetSpans,
} from '../../loyalty/target.ts';
import { type Day, dayFromIso } from '../../loyalty/time/period.ts';
import { formatDay } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { shortened } from '../../text/shorten.ts';
import { capital } from '../../text/terms.ts';
import { targetTerm } from '../figures/target-line.ts';
import { figureTitle } from '../figures/told/index.ts';
import { saidPart } from '../words/said-part.ts';
import { spanName } from '../words/span-words.ts';
import { choice, dayField, type Filled, field, formKind, menu, textField } from './form.ts';
import { changedUnder, formWords } from './form-words.ts';
import { readTargetValue, typedTargetValue } from './read-target-value.ts';
import { chosenIn, dateIn, type StateValues, typedIn } from './state.ts';

/** What a target is for, where that is settled; a new one without words is chosen in the modal. */
export const targetForm = formKind(
  'target.save',
  z.object({
    figure: z.enum(figureNames).nullable(),
    part: z.object({ dimension: z.enum(dimensions), value: z.string() }).nullable(),
    /** What it was drawn from. Left out: by a version that did not carry it. */
    seen: z.record(z.string(), z.string()).optional(),
  }),
);

/** A target as it was said or as it is. */
export interface TargetProposal {
  readonly figure: FigureName | null;
  readonly part: Part | null;
  /** As typed, or as the member's format writes it. */
  readonly value: string;
  readonly untilDay: Day | null;
  readonly span: TargetSpan | null;
}

const words = defineText({
  en: {
    title: 'Target',
    figure: 'Figure',
    value: 'Target',
    valueHint: 'Rates in percent, amounts in whole units of the currency.',
    atLeast: (name: string) => `Target for ${name}, at least`,
    atMost: (name: string) => `Target for ${name}, at most`,
    until: 'By',
    span: 'Measured over',
    part: 'Only for',
    partHint:
      'For example “rung ambassador”, “country DK”, “segment cafés” or “source web”. Left empty: all customers.',
    noPart: 'Write for example “rung ambassador” or “country DK”.',
    notByPart: 'This figure is not told apart like that.',
    over: 'Choose today or a day after it.',
    setAlready: (value: string, day: string) =>
      `A target is set for this already: ${value} by ${day}. Type “/loyalty targets” to change it.`,
  },
  da: {
    title: 'Mål',
    figure: 'Tal',
    value: 'Mål',
    valueHint: 'Rater i procent, beløb i hele kroner eller euro.',
    atLeast: (name: string) => `${capital(name)} skal mindst nå`,
    atMost: (name: string) => `${capital(name)} må højst være`,
    until: 'Senest den',
    span: 'Målt over',
    part: 'Kun for',
    partHint: 'For eksempel ”trin ambassadør”, ”land DK”, ”segment caféer” eller ”kilde web”. Tomt felt: alle kunder.',
    noPart: 'Skriv for eksempel ”trin ambassadør” eller ”land DK”.',
    notByPart: 'Dette tal deles ikke op på den måde.',
    over: 'Vælg i dag eller en senere dag.',
    setAlready: (value: string, day: string) =>
      `Der er allerede et mål for det her: ${value} senest den ${day}. Skriv ”/loyalty mål” for at rette det.`,
  },
  nb: {
    title: 'Mål',
    figure: 'Tall',
    value: 'Mål',
    valueHint: 'Rater i prosent, beløp i hele kroner eller euro.',
    atLeast: (name: string) => `${capital(name)} skal minst nå`,
    atMost: (name: string) => `${capital(name)} skal høyst være`,
    until: 'Innen',
    span: 'Målt over',
    part: 'Bare for',
    partHint: 'For eksempel «trinn ambassadør», «land NO», «segment kafeer» eller «kilde web». Tomt felt: alle kunder.',
    noPart: 'Skriv for eksempel «trinn ambassadør» eller «land NO».',
    notByPart: 'Dette tallet deles ikke opp på den måten.',
    over: 'Velg i dag eller en senere dag.',
    setAlready: (value: string, day: string) =>
      `Det finnes allerede et mål for dette: ${value} innen ${day}. Skriv «/loyalty mål» for å endre det.`,
  },
});

/** "Target for NPS, at least": what the value is asked for. */
function askedFor(locale: Locale, figure: FigureName, part: Part | null): string {
  const text = words(locale);
  const name = shortened(targetTerm(locale, { figure, part }), 100);
  return comparisonOf(figure) === 'at-least' ? text.atLeast(name) : text.atMost(name);
}

/** Asks what a figure is to reach and by when. @param seen what there is of it so far */
export function targetView(
  proposal: TargetProposal & { readonly untilDay: Day },
  seen: Marks,
  locale: Locale,
): ModalView {
  const text = words(locale);
  const { figure, part, value, untilDay, span } = proposal;
  const figureChoices = figureNames.map((name) => choice(name, figureTitle(locale, name)));
  const spans = targetSpans.map((one) => choice(String(one), capital(spanName(locale, one))));
  const about: KnownBlock[] =
    figure === null ? [field('figure', text.figure, menu('target.figure', figureChoices, null))] : [];
  const asked = figure === null ? text.value : askedFor(locale, figure, part);
  const ofPart = { action: 'target.part', limit: 100, optional: true, hint: text.partHint };
  const blocks = [
    ...about,
    textField('value', asked, { action: 'target.value', initial: value, limit: 40, hint: text.valueHint }),
    dayField('until', text.until, { action: 'target.until', day: untilDay }),
    field('span', text.span, menu('target.span', spans, String(span ?? defaultSpan))),
    ...(figure === null ? [textField('part', text.part, ofPart)] : []),
  ];
  return targetForm.view({ title: text.title, blocks }, { figure, part, seen }, locale);
}

/**
 * @param settled what the modal carries
 * @param currency of amounts
 * @param today in the workspace's time zone
 */
export function readTarget(
  values: StateValues,
  settled: Pick<TargetProposal, 'figure' | 'part'>,
  { locale, currency, today }: { readonly locale: Locale; readonly currency: string; readonly today: Day },
): Filled<TargetChoice> {
  const chosen = chosenIn(values, 'figure');
  const figure = settled.figure ?? figureNames.find((name) => name === chosen);
  const typed = typedIn(values, 'value');
  const value = figure && typed !== '' ? readTargetValue(typed, figure, currency, locale) : null;
  const date = dateIn(values, 'until');
  const untilDay = date === null ? null : dayFromIso(date);
  const typedPart = settled.figure === null ? typedIn(values, 'part') : '';
  const part = typedPart === '' ? settled.part : saidPart(typedPart.split(/\s+/));
  const span = targetSpans.find((one) => String(one) === chosenIn(values, 'span'));
  const { chooseOne, needed, badDay } = formWords(locale);
  const errors = {
    ...(!figure && { figure: chooseOne }),
    ...(typed === '' && { value: needed }),
    ...(value?.kind === 'refused' && { value: value.words }),
    ...(untilDay === null && { until: badDay }),
    ...(untilDay !== null && untilDay < today && { until: words(locale).over }),
    ...(!span && { span: chooseOne }),
    ...(typedPart !== '' && !part && { part: words(locale).noPart }),
    ...(figure && part && !figures[figure].dimensions.includes(part.dimension) && { part: words(locale).notByPart }),
  };
  if (!figure || value?.kind !== 'read' || untilDay === null || !span || Object.keys(errors).length > 0) {
    return { kind: 'errors', errors };
  }
  return { kind: 'filled', values: { figure, part, value: value.value, untilDay, span } };
}

/** What a flow refused, under the field it belongs to. */
export function targetErrors(field: 'value' | 'part' | 'until', locale: Locale): Record<string, string> {
  const { notByPart, over } = words(locale);
  return { [field]: { value: formWords(locale).needed, part: notByPart, until: over }[field] };
}

/** Said where there was no target when the form was opened, and is one: under what it is for, or under the value. */
export function targetSetAlready(
  { figure, value, untilDay }: Pick<Target, 'figure' | 'value' | 'untilDay'>,
  isChosen: boolean,
  currency: string,
  locale: Locale,
): Record<string, string> {
  const shown = typedTargetValue(figure, value, currency, locale);
  return { [isChosen ? 'figure' : 'value']: words(locale).setAlready(shown, formatDay(locale, untilDay)) };
}

/** Said under what somebody else changed while the form was open. @param names of a target's parts */
export function targetChangedMeanwhile(names: readonly string[], locale: Locale): Record<string, string> {
  return changedUnder(names, locale, { untilDay: 'until' });
}
