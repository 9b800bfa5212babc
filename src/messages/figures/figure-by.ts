import type { Dimension } from '../../loyalty/figures/figure.ts';
import { type FigureName, figures } from '../../loyalty/figures/index.ts';
import type { FigureReport } from '../../loyalty/figures/report.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { sentences } from '../../text/sentence.ts';
import { capital } from '../../text/terms.ts';
import { escapeMrkdwn } from '../../text/typed.ts';
import { actions, context, header } from '../kit/blocks.ts';
import { windowJson } from '../kit/json.ts';
import { toMessage } from '../kit/message.ts';
import type { Presenter } from '../kit/presenter.ts';
import { shareElements } from '../kit/share-button.ts';
import { type Column, table } from '../kit/table.ts';
import { whyElement } from '../kit/why-button.ts';
import { dimensionName, namedOf, partName } from '../words/part-words.ts';
import { windowWords } from '../words/window-words.ts';
import { figureJson } from './figure-json.ts';
import { indicativeWords, shortChangeWords, valueWords } from './figure-words.ts';
import { scaleSentences } from './scale-words.ts';
import { figureTitle, toldFigures } from './told/index.ts';

const words = defineText({
  en: {
    title: { rung: 'by rung', country: 'by country', segment: 'by segment', source: 'by source' },
    change: 'Change',
    total: 'Total',
    more: (count: string) => `${count} smaller ones are left out.`,
    note: {
      rung: {
        day: 'The rung is where a customer stood at the start of the day of the answer or order.',
        start: 'The rung is where a customer stood when the period began.',
        end: 'The rung is where a customer stood when the period ended; for churn, a year earlier.',
      },
      segment: 'A customer may be in several segments, so that they don’t add up to the total.',
      source:
        'The source of an answer is where it was given, for example in a survey; of an order, how its customer was won.',
    },
  },
  da: {
    title: { rung: 'pr. trin', country: 'pr. land', segment: 'pr. segment', source: 'pr. kilde' },
    change: 'Ændring',
    total: 'I alt',
    more: (count: string) => `${count} mindre er udeladt.`,
    note: {
      rung: {
        day: 'Trinnet er det, kunden stod på ved begyndelsen af dagen for svaret eller ordren.',
        start: 'Trinnet er det, kunden stod på, da perioden begyndte.',
        end: 'Trinnet er det, kunden stod på, da perioden sluttede; for kundeafgangen et år tidligere.',
      },
      segment: 'En kunde kan være i flere segmenter, så de giver ikke totalen tilsammen.',
      source:
        'Et svars kilde er der, hvor det blev givet, for eksempel i en undersøgelse; en ordres kilde er der, kunden kom fra.',
    },
  },
  nb: {
    title: { rung: 'per trinn', country: 'per land', segment: 'per segment', source: 'per kilde' },
    change: 'Endring',
    total: 'Totalt',
    more: (count: string) => `${count} mindre er utelatt.`,
    note: {
      rung: {
        day: 'Trinnet er det kunden sto på ved starten av dagen for svaret eller ordren.',
        start: 'Trinnet er det kunden sto på da perioden begynte.',
        end: 'Trinnet er det kunden sto på da perioden sluttet; for kundefrafallet et år tidligere.',
      },
      segment: 'En kunde kan være i flere segmenter, så de utgjør ikke totalen til sammen.',
      source:
        'Kilden til et svar er der det ble gitt, for eksempel i en undersøkelse; kilden til en ordre er der kunden kom fra.',
    },
  },
});

/** People read no more. */
const mostRows = 50;

/** A figure for every part of a dimension, and the total from the same rows. */
export const figureByReply: Presenter<'figure-by'> = {
  draw({ figure, by, window, within = [], rows, total }, locale, { said }) {
    const text = words(locale);
    const name = figureTitle(locale, figure);
    const shown = rows.slice(0, mostRows).map(({ value, report }) => ({ name: partName(locale, by, value), report }));
    const all = [...shown, { name: text.total, report: total }];
    const columns: readonly Column[] = [
      { head: dimensionName(locale, by), kind: 'words' },
      { head: name, kind: 'number' },
      { head: capital(toldFigures[figure].base(locale).many), kind: 'number' },
      { head: text.change, kind: 'words' },
    ];
    const { block } = table(
      columns,
      all.map((row) => cells(locale, row.name, row.report)),
    );
    const title = namedOf(locale, `${name} ${text.title[by]}`, within);
    const days = windowWords(locale, window);
    const left = rows.length - shown.length;
    const notes = [
      scaleSentences(locale, total) ?? '',
      noteOf(locale, figure, by),
      left > 0 ? text.more(formatNumber(locale, left)) : '',
    ].filter((note) => note !== '');
    const spoken = all.map((row) => `${escapeMrkdwn(row.name)}: ${valueWords(locale, row.report)}`).join('; ');
    return toMessage(sentences(`${escapeMrkdwn(title)}, ${days}`, spoken), [
      header(title),
      context(capital(days)),
      block,
      ...(notes.length > 0 ? [context(notes.join(' '))] : []),
      actions(whyElement(locale, figure), ...shareElements(locale, said)),
    ]);
  },
  json: ({ figure, by, window, within, rows, total }) => ({
    figure,
    by,
    window: windowJson(window),
    ...(within && { within }),
    parts: rows.map(({ value, report }) => ({ ...figureJson(report), part: { dimension: by, value } })),
    ...(by === 'rung' && {
      rungs: rows.map(({ value, report }) => ({ rung: value === 'anonymous' ? null : value, ...figureJson(report) })),
    }),
    total: figureJson(total),
  }),
};

/** What has to be known of the parts. */
function noteOf(locale: Locale, figure: FigureName, by: Dimension): string {
  const { note } = words(locale);
  if (by === 'country') return '';
  return by === 'rung' ? note.rung[figures[figure].rungAt ?? 'day'] : note[by];
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
