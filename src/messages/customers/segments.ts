import { z } from 'zod';
import type { SegmentFacts } from '../../facts/segment.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { counted } from '../../text/plural.ts';
import { escapeMrkdwn } from '../../text/typed.ts';
import { actions, header, section } from '../kit/blocks.ts';
import { buttonKind } from '../kit/button.ts';
import { withIsoDays } from '../kit/json.ts';
import { menuElement } from '../kit/menu.ts';
import { type Message, toMessage } from '../kit/message.ts';
import type { Presenter } from '../kit/presenter.ts';
import { table } from '../kit/table.ts';
import { queryWords } from './customer-query-words.ts';

/** Opens the choice of segments that are made ready. */
export const readySegmentsButton = buttonKind('segments.ready', z.object({}));
/** Lists the customers of a segment. */
export const showSegmentButton = buttonKind('segment.show', z.object({ segmentId: z.int().positive() }));
/** Opens a segment, to call it otherwise or to delete it. */
export const changeSegmentButton = buttonKind('segment.change', z.object({ segmentId: z.int().positive() }));

const words = defineText({
  en: {
    title: { one: 'segment stays up to date by itself', many: 'segments stay up to date by themselves' },
    none: 'No segment stays up to date by itself yet. Save a list as one, for example `/loyalty customers value>10000`, or choose a ready one.',
    segment: 'Segment',
    customers: 'Customers',
    rule: 'Rule',
    atLeast: (count: string) => `at least ${count}`,
    show: 'Show customers',
    change: 'Rename or delete',
    ready: 'Choose a ready one',
  },
  da: {
    title: { one: 'segment holder sig selv ajour', many: 'segmenter holder sig selv ajour' },
    none: 'Ingen segmenter holder sig selv ajour endnu. Gem en liste som segment, for eksempel `/loyalty kunder værdi>10000`, eller vælg et færdigt.',
    segment: 'Segment',
    customers: 'Kunder',
    rule: 'Regel',
    atLeast: (count: string) => `mindst ${count}`,
    show: 'Vis kunderne',
    change: 'Omdøb eller slet',
    ready: 'Vælg et færdigt',
  },
  nb: {
    title: { one: 'segment holder seg selv oppdatert', many: 'segmenter holder seg selv oppdatert' },
    none: 'Ingen segmenter holder seg selv oppdatert ennå. Lagre en liste som segment, for eksempel `/loyalty kunder verdi>10000`, eller velg et ferdig.',
    segment: 'Segment',
    customers: 'Kunder',
    rule: 'Regel',
    atLeast: (count: string) => `minst ${count}`,
    show: 'Vis kundene',
    change: 'Gi nytt navn eller slett',
    ready: 'Velg et ferdig',
  },
});

/** The segments that keep themselves, who is in each, and by which rule. */
export const segmentsReply: Presenter<'segments'> = {
  draw({ segments, mayManage }, locale, { inTerminal }) {
    const text = words(locale);
    const buttons = inTerminal ? [] : below(locale, segments, mayManage);
    if (segments.length === 0) return toMessage(text.none, [section(text.none), ...buttons]);
    const title = counted(locale, segments.length, text.title);
    const columns = [
      { head: text.segment, kind: 'words' },
      { head: text.customers, kind: 'number' },
      { head: text.rule, kind: 'words' },
    ] as const;
    const rows = segments.map((one) => [one.name, countWords(locale, one), ruleWords(locale, one)]);
    return toMessage(escapeMrkdwn(title), [header(title), table(columns, rows).block, ...buttons]);
  },
  json: ({ segments }) => ({ segments: segments.map((one) => withIsoDays({ ...one })) }),
  forAll: (reply) => ({ ...reply, mayManage: false }),
};

/** What has to hold of the customers of a segment. Not escaped. */
export function ruleWords(locale: Locale, { rule, currency }: Pick<SegmentFacts, 'rule' | 'currency'>): string {
  return queryWords(locale, rule, currency).join(', ');
}

function countWords(locale: Locale, { count, isExact }: SegmentFacts): string {
  const number = formatNumber(locale, count);
  return isExact ? number : words(locale).atLeast(number);
}

function below(locale: Locale, segments: readonly SegmentFacts[], mayManage: boolean): Message['blocks'] {
  const text = words(locale);
  const chosen = segments.map(({ name, id }) => ({ label: name, value: { segmentId: id } }));
  const elements = [
    ...(mayManage ? [readySegmentsButton.element(text.ready, {}, { style: 'primary' })] : []),
    ...(segments.length > 0
      ? [menuElement(showSegmentButton, text.show, [{ title: text.segment, choices: chosen }])]
      : []),
    ...(mayManage && segments.length > 0
      ? [menuElement(changeSegmentButton, text.change, [{ title: text.segment, choices: chosen }])]
      : []),
  ];
  return elements.length > 0 ? [actions(...elements)] : [];
}
