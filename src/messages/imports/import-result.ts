import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { ImportProgress, ImportResult } from '../../facts/import.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { counted } from '../../text/plural.ts';
import { sentences } from '../../text/sentence.ts';
import { shortened } from '../../text/shorten.ts';
import { escapeMrkdwn, oneLine } from '../../text/typed.ts';
import { actions, bullets, header, lines } from '../kit/blocks.ts';
import { buttonKind } from '../kit/button.ts';
import { toMessage } from '../kit/message.ts';
import type { Presenter } from '../kit/presenter.ts';
import { plainView } from '../modals/waiting-view.ts';
import { columnWords } from './column-words.ts';
import { asksForAct, noteBlocks } from './import-notes.ts';

/** Of words that are the same of one and of many. */
const same = (word: string) => ({ one: word, many: word });

const words = defineText({
  en: {
    customers: 'Customers imported',
    orders: 'Orders imported',
    feedback: 'Feedback imported',
    recommendations: 'Recommendations imported',
    spend: 'Spend imported',
    rates: 'Currency rates imported',
    campaign: 'Campaign imported',
    imported: same('new'),
    updated: same('changed'),
    unchanged: same('already there'),
    refused: same('refused'),
    made: { one: 'customer created', many: 'customers created' },
    followUps: { one: 'follow-up opened', many: 'follow-ups opened' },
    line: (line: string, column: string | null) => (column ? `Line ${line}, ${column}: ` : `Line ${line}: `),
    more: (count: string) => `and ${count} more`,
    details: 'How it was read',
    file: (name: string) => `The refused rows are in ${name}. Correct them and import that file.`,
  },
  da: {
    customers: 'Kunderne er indlæst',
    orders: 'Ordrerne er indlæst',
    feedback: 'Feedbacken er indlæst',
    recommendations: 'Anbefalingerne er indlæst',
    spend: 'Udgifterne er indlæst',
    rates: 'Valutakurserne er indlæst',
    campaign: 'Kampagnen er indlæst',
    imported: { one: 'ny', many: 'nye' },
    updated: same('ændret'),
    unchanged: same('fandtes i forvejen'),
    refused: same('afvist'),
    made: { one: 'kunde oprettet', many: 'kunder oprettet' },
    followUps: { one: 'opfølgning åbnet', many: 'opfølgninger åbnet' },
    line: (line: string, column: string | null) => (column ? `Linje ${line}, ${column}: ` : `Linje ${line}: `),
    more: (count: string) => `og ${count} til`,
    details: 'Sådan er filen læst',
    file: (name: string) => `De afviste rækker står i ${name}. Ret dem, og indlæs den fil.`,
  },
  nb: {
    customers: 'Kundene er importert',
    orders: 'Ordrene er importert',
    feedback: 'Tilbakemeldingene er importert',
    recommendations: 'Anbefalingene er importert',
    spend: 'Utgiftene er importert',
    rates: 'Valutakursene er importert',
    campaign: 'Kampanjen er importert',
    imported: { one: 'ny', many: 'nye' },
    updated: same('endret'),
    unchanged: same('fantes fra før'),
    refused: same('avvist'),
    made: { one: 'kunde opprettet', many: 'kunder opprettet' },
    followUps: { one: 'oppfølging åpnet', many: 'oppfølginger åpnet' },
    line: (line: string, column: string | null) => (column ? `Linje ${line}, ${column}: ` : `Linje ${line}: `),
    more: (count: string) => `og ${count} til`,
    details: 'Slik er filen lest',
    file: (name: string) => `De avviste radene ligger i ${name}. Rett dem, og importer den filen.`,
  },
});

/** Opens how a file was read and which rows were refused. */
export const importDetailsButton = buttonKind('import.details', z.object({ importId: z.int().positive() }));

const mostRefused = 10;
/** The first say what to mend; the rest is behind a press. */
const mostSeen = 2;

/** What an import brought in, what was there already and what was refused. In a terminal, which has no press, all of it. */
export const importReply: Presenter<'import'> = {
  draw({ result }, locale, { inTerminal }) {
    const title = words(locale)[result.kind];
    return toMessage(`${title}: ${escapeMrkdwn(sentences(...resultLines(result, locale)))}`, [
      header(title),
      countBlock(result, locale),
      ...(inTerminal ? noteBlocks(result.notes, locale, 'shell') : []),
      ...refusedBlocks(result, locale, inTerminal ? mostRefused : mostSeen),
    ]);
  },
  json: ({ result: { imported, updated, unchanged, refused, refusedFile, customersMade, notes } }) => ({
    imported,
    updated,
    unchanged,
    refused,
    refusedFile,
    customersMade,
    notes,
  }),
  exitCode: ({ result }) => (result.refused === 0 ? 0 : 1),
};

/** "120 new, 3 changed, 40 already there, 2 refused", and what followed from it. Not escaped. */
export function resultLines(result: ImportResult, locale: Locale): string[] {
  const text = words(locale);
  const followed = [
    ...(result.customersMade > 0 ? [counted(locale, result.customersMade, text.made)] : []),
    ...(result.followUps > 0 ? [counted(locale, result.followUps, text.followUps)] : []),
  ];
  return [
    rowCounts(result, ['imported', 'updated', 'unchanged', 'refused'], locale),
    ...(followed.length > 0 ? [followed.join(', ')] : []),
  ];
}

/** "120 new, 3 changed, 2 refused". */
export function rowCounts(
  counts: Readonly<Partial<Record<RowCount, number>>>,
  names: readonly RowCount[],
  locale: Locale,
): string {
  const text = words(locale);
  return names.map((name) => counted(locale, counts[name] ?? 0, text[name])).join(', ');
}

type RowCount = 'imported' | 'updated' | 'unchanged' | 'refused';

/** The counts, the first rows that were refused, and the way to the rest. */
export function importResultBlocks({ importId, status, result }: ImportProgress, locale: Locale): KnownBlock[] {
  // What came in of a file that did not come in whole is to be imported again anyway.
  const notes = status === 'finished' ? result.notes.filter(asksForAct).slice(0, mostSeen) : [];
  const hasMore = result.notes.length > notes.length || result.refused > Math.min(mostSeen, result.firstRefused.length);
  return [
    countBlock(result, locale),
    ...noteBlocks(notes, locale),
    ...refusedBlocks(result, locale, mostSeen),
    ...(hasMore ? [actions(importDetailsButton.element(words(locale).details, { importId }))] : []),
  ];
}

/** How a file was read, and the first rows that were refused with their reasons. */
export function importDetailsView({ result }: Pick<ImportProgress, 'result'>, locale: Locale): ModalView {
  const blocks = [
    countBlock(result, locale),
    ...noteBlocks(result.notes, locale),
    ...refusedBlocks(result, locale, mostRefused),
  ];
  return plainView.view({ title: words(locale).details, submit: null, blocks }, {}, locale);
}

function countBlock(result: ImportResult, locale: Locale): KnownBlock {
  return lines(...resultLines(result, locale).map((line) => [line]));
}

function refusedBlocks(result: ImportResult, locale: Locale, most: number): KnownBlock[] {
  const text = words(locale);
  const shown = result.firstRefused.slice(0, most);
  const left = result.refused - shown.length;
  const rows = shown.map(({ line, column, reason }) => [
    {
      bold: text.line(formatNumber(locale, line), column === null ? null : shortened(columnWords(column, locale), 60)),
    },
    shortened(oneLine(reason), most > mostSeen ? 300 : 130),
  ]);
  const name = result.refusedFile === null ? null : shortened(oneLine(result.refusedFile), 200);
  return [
    ...(rows.length > 0 ? [bullets(left > 0 ? [...rows, [text.more(formatNumber(locale, left))]] : rows)] : []),
    ...(name === null ? [] : [lines([text.file(name)])]),
  ];
}
