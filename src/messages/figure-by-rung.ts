import type { TableBlock } from '@slack/types';
import type { FigureReport } from '../loyalty/figures/figure.ts';
import { defineText, type Locale } from '../text/define-text.ts';
import { formatNumber } from '../text/number.ts';
import { sentences } from '../text/sentence.ts';
import { capital, figureTerms, rungTerms } from '../text/terms.ts';
import { actions, context, header } from './blocks.ts';
import { countedHow } from './docs-link.ts';
import type { DrawContext } from './draw-context.ts';
import { baseTerms, indicativeWords, shortChangeWords, valueWords } from './figure-words.ts';
import { type Message, toMessage } from './message.ts';
import type { Reply } from './reply.ts';
import { shareElements } from './share-button.ts';
import { windowWords } from './window-words.ts';

const words = defineText({
  en: {
    title: (name: string) => `${name} by rung`,
    rung: 'Rung',
    change: 'Change',
    anonymous: 'Anonymous',
    total: 'Total',
    note: 'The rung is where a customer stood at the start of the day of the answer or order.',
  },
  da: {
    title: (name: string) => `${name} pr. trin`,
    rung: 'Trin',
    change: 'Ændring',
    anonymous: 'Anonyme',
    total: 'I alt',
    note: 'Trinnet er det, kunden stod på ved begyndelsen af dagen for svaret eller ordren.',
  },
  nb: {
    title: (name: string) => `${name} per trinn`,
    rung: 'Trinn',
    change: 'Endring',
    anonymous: 'Anonyme',
    total: 'Totalt',
    note: 'Trinnet er det kunden sto på ved starten av dagen for svaret eller ordren.',
  },
});

/** A figure for every rung, and the total from the same rows. */
export function drawFigureByRung(
  { figure, window, rows, total }: Extract<Reply, { kind: 'figure-by-rung' }>,
  locale: Locale,
  { said, docsUrl }: DrawContext,
): Message {
  const text = words(locale);
  const name = capital(figureTerms(locale)[figure]);
  const named = rows.map(({ rung, report }) => ({
    name: rung ? capital(rungTerms(locale)[rung].many) : text.anonymous,
    report,
  }));
  const all = [...named, { name: text.total, report: total }];
  const heads = [text.rung, name, capital(baseTerms(locale, figure).many), text.change];
  const table: TableBlock = {
    type: 'table',
    column_settings: [{ is_wrapped: true }, { align: 'right' }, { align: 'right' }, { is_wrapped: true }],
    rows: [heads, ...all.map((row) => cells(locale, row.name, row.report))].map((row) =>
      row.map((cell) => ({ type: 'raw_text', text: cell }) as const),
    ),
  };
  const share = shareElements(locale, said);
  const title = text.title(name);
  const days = windowWords(locale, window);
  const spoken = all.map((row) => `${row.name}: ${valueWords(locale, row.report)}`).join('; ');
  return toMessage(sentences(`${title}, ${days}`, spoken), [
    header(title),
    context(capital(days)),
    table,
    context(text.note),
    countedHow(locale, docsUrl, figure),
    ...(share.length > 0 ? [actions(...share)] : []),
  ]);
}

function cells(locale: Locale, name: string, report: FigureReport): string[] {
  const indicative = indicativeWords(locale, report);
  const value = valueWords(locale, report);
  return [
    name,
    indicative ? `${value} (${indicative})` : value,
    formatNumber(locale, report.base),
    shortChangeWords(locale, report) ?? '–',
  ];
}
