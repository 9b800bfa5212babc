import type { KnownBlock } from '@slack/types';
import type { ImportResult } from '../../facts/import.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { sentences } from '../../text/sentence.ts';
import { shortened } from '../../text/shorten.ts';
import { capital } from '../../text/terms.ts';
import { escapeMrkdwn, oneLine } from '../../text/typed.ts';
import { bullets, header, lines } from '../kit/blocks.ts';
import { toMessage } from '../kit/message.ts';
import type { Presenter } from '../kit/presenter.ts';
import { columnWords } from './column-words.ts';
import { noteBlocks } from './import-notes.ts';

const words = defineText({
  en: {
    customers: 'Customers imported',
    orders: 'Orders imported',
    feedback: 'Feedback imported',
    recommendations: 'Recommendations imported',
    spend: 'Spend imported',
    rates: 'Currency rates imported',
    campaign: 'Campaign imported',
    imported: (count: string) => `new ${count}`,
    updated: (count: string) => `changed ${count}`,
    unchanged: (count: string) => `already there ${count}`,
    refused: (count: string) => `refused ${count}`,
    made: (count: string) => `Customers created: ${count}`,
    followUps: (count: string) => `Follow-ups opened: ${count}`,
    line: (line: string, column: string | null) => (column ? `Line ${line}, ${column}: ` : `Line ${line}: `),
    more: (count: string) => `and ${count} more`,
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
    imported: (count: string) => `nye ${count}`,
    updated: (count: string) => `ændret ${count}`,
    unchanged: (count: string) => `fandtes i forvejen ${count}`,
    refused: (count: string) => `afvist ${count}`,
    made: (count: string) => `Oprettede kunder: ${count}`,
    followUps: (count: string) => `Åbnede opfølgninger: ${count}`,
    line: (line: string, column: string | null) => (column ? `Linje ${line}, ${column}: ` : `Linje ${line}: `),
    more: (count: string) => `og ${count} til`,
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
    imported: (count: string) => `nye ${count}`,
    updated: (count: string) => `endret ${count}`,
    unchanged: (count: string) => `fantes fra før ${count}`,
    refused: (count: string) => `avvist ${count}`,
    made: (count: string) => `Opprettede kunder: ${count}`,
    followUps: (count: string) => `Åpnede oppfølginger: ${count}`,
    line: (line: string, column: string | null) => (column ? `Linje ${line}, ${column}: ` : `Linje ${line}: `),
    more: (count: string) => `og ${count} til`,
    file: (name: string) => `De avviste radene ligger i ${name}. Rett dem, og importer den filen.`,
  },
});

const mostRefused = 10;

/** What an import brought in, what was there already and what was refused. */
export const importReply: Presenter<'import'> = {
  draw({ result }, locale) {
    const title = words(locale)[result.kind];
    return toMessage(`${title}: ${escapeMrkdwn(sentences(...resultLines(result, locale)))}`, [
      header(title),
      ...importResultBlocks(result, locale),
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

/** "New 120, changed 3, already there 40, refused 2", and what followed from it. Not escaped. */
export function resultLines(result: ImportResult, locale: Locale): string[] {
  const text = words(locale);
  const number = (count: number) => formatNumber(locale, count);
  const rows = [
    text.imported(number(result.imported)),
    text.updated(number(result.updated)),
    text.unchanged(number(result.unchanged)),
    text.refused(number(result.refused)),
  ];
  return [
    capital(rows.join(', ')),
    ...(result.customersMade > 0 ? [text.made(number(result.customersMade))] : []),
    ...(result.followUps > 0 ? [text.followUps(number(result.followUps))] : []),
  ];
}

/** The counts, and the first rows that were refused with their reasons. */
export function importResultBlocks(result: ImportResult, locale: Locale): KnownBlock[] {
  const text = words(locale);
  const shown = result.firstRefused.slice(0, mostRefused);
  const left = result.refused - shown.length;
  const rows = shown.map(({ line, column, reason }) => [
    {
      bold: text.line(formatNumber(locale, line), column === null ? null : shortened(columnWords(column, locale), 60)),
    },
    shortened(oneLine(reason), 300),
  ]);
  const name = result.refusedFile === null ? null : shortened(oneLine(result.refusedFile), 200);
  return [
    lines(...resultLines(result, locale).map((line) => [line])),
    ...noteBlocks(result.notes, locale),
    ...(rows.length > 0 ? [bullets(left > 0 ? [...rows, [text.more(formatNumber(locale, left))]] : rows)] : []),
    ...(name === null ? [] : [lines([text.file(name)])]),
  ];
}
