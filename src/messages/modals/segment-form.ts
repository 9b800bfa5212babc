import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { CustomerQuery } from '../../loyalty/customer-query.ts';
import { segmentLimits } from '../../loyalty/facts/segments.ts';
import { type ReadyName, readyNames } from '../../loyalty/ready-segments.ts';
import type { SegmentRule } from '../../loyalty/segment-rule.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { oneLine } from '../../text/typed.ts';
import { customerQuery } from '../customers/customer-query-schema.ts';
import { readyName } from '../customers/segment-words.ts';
import { ruleWords } from '../customers/segments.ts';
import { lines } from '../kit/blocks.ts';
import { boxes, choice, type Filled, field, formKind, menu, textField } from './form.ts';
import { formWords } from './form-words.ts';
import { allChosenIn, chosenIn, type StateValues, typedIn } from './state.ts';

/** What a list was of, or null where one that is made ready is chosen in the form. */
export const segmentForm = formKind('segment.save', z.object({ query: customerQuery.nullable() }));
export const segmentChangeForm = formKind('segment.change', z.object({ segmentId: z.int().positive() }));

const words = defineText({
  en: {
    title: 'Save as segment',
    changeTitle: 'Segment',
    name: 'Name',
    nameHint: 'Everyone who meets the rule is in the segment, and it stays up to date by itself.',
    rule: 'Rule: ',
    ready: 'Segment',
    readyHint: 'Left empty, the segment keeps the name shown here.',
    delete: 'Delete this segment and its targets',
    deleteLabel: 'Delete',
    saving: 'The segment is being saved, and every customer looked at. This may take a moment.',
    renaming: 'The segment is being renamed. This may take a moment.',
    removing: 'The segment is being deleted. This may take a moment.',
  },
  da: {
    title: 'Gem som segment',
    changeTitle: 'Segment',
    name: 'Navn',
    nameHint: 'Alle, som reglen gælder for, er fra nu af med i segmentet, helt af sig selv.',
    rule: 'Regel: ',
    ready: 'Segment',
    readyHint: 'Er feltet tomt, får segmentet navnet herover.',
    delete: 'Slet segmentet og dets mål',
    deleteLabel: 'Slet',
    saving: 'Segmentet gemmes, og alle kunder gås igennem. Det kan tage et øjeblik.',
    renaming: 'Segmentet får et andet navn. Det kan tage et øjeblik.',
    removing: 'Segmentet slettes. Det kan tage et øjeblik.',
  },
  nb: {
    title: 'Lagre som segment',
    changeTitle: 'Segment',
    name: 'Navn',
    nameHint: 'Alle som regelen gjelder for, er fra nå av med i segmentet, helt av seg selv.',
    rule: 'Regel: ',
    ready: 'Segment',
    readyHint: 'Er feltet tomt, får segmentet navnet over.',
    delete: 'Slett segmentet og målene for det',
    deleteLabel: 'Slett',
    saving: 'Segmentet lagres, og alle kunder gås gjennom. Det kan ta et øyeblikk.',
    renaming: 'Segmentet får et annet navn. Det kan ta et øyeblikk.',
    removing: 'Segmentet slettes. Det kan ta et øyeblikk.',
  },
});

const nameField = (
  locale: Locale,
  look: { readonly initial?: string; readonly optional?: boolean; readonly hint: string },
) => textField('name', words(locale).name, { action: 'segment.name', limit: segmentLimits.letters, ...look });

/** Asks what a list is called as a segment, and shows its rule in words. */
export function segmentView(query: CustomerQuery, currency: string, locale: Locale): ModalView {
  const text = words(locale);
  const blocks = [
    lines([{ bold: text.rule }, ruleWords(locale, { rule: query, currency })]),
    nameField(locale, { hint: text.nameHint }),
  ];
  return segmentForm.view({ title: text.title, blocks }, { query }, locale);
}

/** Asks which of the segments that are made ready is to be kept. */
export function readySegmentsView(
  ready: Readonly<Record<ReadyName, CustomerQuery>>,
  currency: string,
  locale: Locale,
): ModalView {
  const text = words(locale);
  const options = readyNames.map((name) => choice(name, readyName(locale, name)));
  const blocks = [
    lines(
      ...readyNames.map((name) => [
        { bold: `${readyName(locale, name)}: ` },
        ruleWords(locale, { rule: ready[name], currency }),
      ]),
    ),
    field('ready', text.ready, menu('segment.ready', options, null)),
    nameField(locale, { optional: true, hint: text.readyHint }),
  ];
  return segmentForm.view({ title: text.title, blocks }, { query: null }, locale);
}

/** Asks what a segment is to be called, or whether it is to go. */
export function segmentChangeView(segment: SegmentRule, locale: Locale): ModalView {
  const text = words(locale);
  const blocks = [
    lines([{ bold: text.rule }, ruleWords(locale, segment)]),
    nameField(locale, { initial: oneLine(segment.name), hint: text.nameHint }),
    field('delete', text.deleteLabel, boxes('segment.delete', [choice('delete', text.delete)], []), { optional: true }),
  ];
  return segmentChangeForm.view({ title: text.changeTitle, blocks }, { segmentId: segment.id }, locale);
}

export function readSegmentForm(
  values: StateValues,
  { query }: { readonly query: CustomerQuery | null },
  locale: Locale,
): Filled<{ readonly name: string; readonly ready: ReadyName | null }> {
  const ready = readyNames.find((name) => name === chosenIn(values, 'ready')) ?? null;
  const { chooseOne, needed } = formWords(locale);
  if (query === null && ready === null) return { kind: 'errors', errors: { ready: chooseOne } };
  const name = typedIn(values, 'name') || (ready === null ? '' : readyName(locale, ready));
  return name === '' ? { kind: 'errors', errors: { name: needed } } : { kind: 'filled', values: { name, ready } };
}

export function readSegmentChange(values: StateValues): Filled<{ readonly name: string; readonly gone: boolean }> {
  const gone = allChosenIn(values, 'delete').includes('delete');
  return { kind: 'filled', values: { name: typedIn(values, 'name'), gone } };
}

export type SegmentWork = 'saving' | 'renaming' | 'removing';

/** Told while all customers are gone through. */
export function workingOnSegment(locale: Locale, what: SegmentWork): string {
  return words(locale)[what];
}
