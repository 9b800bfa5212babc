import type { Button, KnownBlock } from '@slack/types';
import type { Dimension } from '../../loyalty/figures/figure.ts';
import { type FigureName, figures } from '../../loyalty/figures/index.ts';
import type { FigureReport } from '../../loyalty/figures/report.ts';
import { isApart, isChanged, tellingFirst } from '../../loyalty/figures/telling-parts.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { sentences } from '../../text/sentence.ts';
import { capital } from '../../text/terms.ts';
import { escapeMrkdwn } from '../../text/typed.ts';
import { actions, bullets, context, header } from '../kit/blocks.ts';
import { windowJson } from '../kit/json.ts';
import { toMessage } from '../kit/message.ts';
import { moreButton } from '../kit/more-button.ts';
import type { Presenter, ReplyOf } from '../kit/presenter.ts';
import { shareElements } from '../kit/share-button.ts';
import { type Column, table } from '../kit/table.ts';
import { whyElement } from '../kit/why-button.ts';
import { plainView } from '../modals/waiting-view.ts';
import { dimensionName, namedOf, partName } from '../words/part-words.ts';
import { windowWords } from '../words/window-words.ts';
import { figureJson } from './figure-json.ts';
import { baseWords, indicativeWords, isShown, shortChangeWords, valueWords } from './figure-words.ts';
import { scaleSentences } from './scale-words.ts';
import { sortableParts } from './sortable-parts.ts';
import { figureTitle, toldFigures } from './told/index.ts';

const words = defineText({
  en: {
    title: { rung: 'by rung', country: 'by country', segment: 'by segment', source: 'by source' },
    change: 'Change',
    total: 'Total',
    more: (count: string) => `${count} smaller ones are left out.`,
    shown: (shown: string, count: string) => `${shown} of ${count}`,
    all: {
      rung: (count: string) => `All ${count} rungs`,
      country: (count: string) => `All ${count} countries`,
      segment: (count: string) => `All ${count} segments`,
      source: (count: string) => `All ${count} sources`,
    },
    note: {
      rung: {
        day: 'The rung is where a customer stood at the start of the day of the answer or order.',
        start: 'The rung is where a customer stood when the period began.',
        end: 'The rung is where a customer stood when the period ended; for churn, a year earlier.',
      },
      segment: 'A customer may be in several segments, so they don’t add up to the total.',
      source:
        'The source of an answer is where it was given, for example in a survey; of an order, how its customer was won.',
    },
  },
  da: {
    title: { rung: 'pr. trin', country: 'pr. land', segment: 'pr. segment', source: 'pr. kilde' },
    change: 'Ændring',
    total: 'I alt',
    more: (count: string) => `${count} mindre er udeladt.`,
    shown: (shown: string, count: string) => `${shown} af ${count}`,
    all: {
      rung: (count: string) => `Alle ${count} trin`,
      country: (count: string) => `Alle ${count} lande`,
      segment: (count: string) => `Alle ${count} segmenter`,
      source: (count: string) => `Alle ${count} kilder`,
    },
    note: {
      rung: {
        day: 'Trinnet er det, kunden stod på ved begyndelsen af dagen for svaret eller ordren.',
        start: 'Trinnet er det, kunden stod på, da perioden begyndte.',
        end: 'Trinnet er det, kunden stod på, da perioden sluttede; for kundeafgangen et år tidligere.',
      },
      segment: 'En kunde kan være i flere segmenter, så tilsammen giver de ikke totalen.',
      source:
        'Et svars kilde er der, hvor det blev givet, for eksempel i en undersøgelse; en ordres kilde er der, kunden kom fra.',
    },
  },
  nb: {
    title: { rung: 'per trinn', country: 'per land', segment: 'per segment', source: 'per kilde' },
    change: 'Endring',
    total: 'Totalt',
    more: (count: string) => `${count} mindre er utelatt.`,
    shown: (shown: string, count: string) => `${shown} av ${count}`,
    all: {
      rung: (count: string) => `Alle ${count} trinn`,
      country: (count: string) => `Alle ${count} land`,
      segment: (count: string) => `Alle ${count} segmenter`,
      source: (count: string) => `Alle ${count} kilder`,
    },
    note: {
      rung: {
        day: 'Trinnet er det kunden sto på ved starten av dagen for svaret eller ordren.',
        start: 'Trinnet er det kunden sto på da perioden begynte.',
        end: 'Trinnet er det kunden sto på da perioden sluttet; for kundefrafallet et år tidligere.',
      },
      segment: 'En kunde kan være i flere segmenter, så til sammen utgjør de ikke totalen.',
      source:
        'Kilden til et svar er der det ble gitt, for eksempel i en undersøkelse; kilden til en ordre er der kunden kom fra.',
    },
  },
});

/** With the title, the total and the notes as many as are seen at once. */
const mostRows = 6;
const mostListed = 100;

/** A figure for every part of a dimension, those with something to tell first, and the total from the same rows. */
export const figureByReply: Presenter<'figure-by'> = {
  draw(reply, locale, { said, inTerminal }) {
    const { figure, by, window, rows, total } = reply;
    const text = words(locale);
    const shown = (by === 'rung' ? rows : tellingFirst(rows, total)).slice(0, inTerminal ? mostListed : mostRows);
    const left = rows.length - shown.length;
    const count = formatNumber(locale, rows.length);
    const days = capital(windowWords(locale, window));
    const title = titleOf(locale, reply);
    const found = findingOf(locale, reply);
    const note = left > 0 ? '' : noteOf(locale, figure, by);
    const notes = [scaleSentences(locale, total) ?? '', note].filter((one) => one !== '');
    const named = shown.map((row) => ({ name: partName(locale, by, row.value), report: row.report }));
    const all = [...named, { name: text.total, report: total }];
    const spoken = all.map((row) => `${escapeMrkdwn(row.name)}: ${valueWords(locale, row.report)}`).join('; ');
    const more = said && left > 0 ? [moreButton.element(text.all[by](count), said)] : [];
    const draw = (counted: readonly string[], partTable: KnownBlock, more: readonly Button[]) =>
      toMessage(sentences(`${escapeMrkdwn(title)}, ${windowWords(locale, window)}`, spoken), [
        header(found ? `${title} · ${found}` : title),
        context([days, ...counted].join(' · ')),
        partTable,
        ...(notes.length > 0 ? [context(notes.join(' '))] : []),
        actions(...more, whyElement(locale, figure), ...shareElements(locale, said)),
      ]);
    const someOf = (some: number) => (some < rows.length ? [text.shown(formatNumber(locale, some), count)] : []);
    const message = draw(someOf(shown.length), partTable(locale, reply, all), more);
    if (inTerminal || left === 0) return message;
    const sorted = sortableParts(locale, reply, columnsOf(locale, reply), (report) => valueAndMark(locale, report));
    const inAll = [...someOf(sorted.shown), `${text.total}: ${toldPart(locale, total)}`];
    return { ...message, sortable: draw(inAll, sorted.block, []) };
  },
  rest(reply, locale) {
    const { figure, by, rows, total } = reply;
    const text = words(locale);
    const shown = rows.slice(0, mostListed);
    const parts = shown.map(({ value, report }) => ({ name: partName(locale, by, value), report }));
    const told = [...parts, { name: text.total, report: total }].map(({ name, report }) => [
      { bold: name },
      `: ${toldPart(locale, report)}`,
    ]);
    const left = rows.length - shown.length;
    const notes = [...(left > 0 ? [text.more(formatNumber(locale, left))] : []), noteOf(locale, figure, by)].filter(
      (note) => note !== '',
    );
    const blocks = [bullets(told), ...(notes.length > 0 ? [context(notes.join(' '))] : [])];
    return plainView.view({ title: capital(text.title[by]), submit: null, blocks }, {}, locale);
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

interface NamedPart {
  readonly name: string;
  readonly report: FigureReport;
}

/** What has to be known of the parts. */
function noteOf(locale: Locale, figure: FigureName, by: Dimension): string {
  const { note } = words(locale);
  if (by === 'country') return '';
  return by === 'rung' ? note.rung[figures[figure].rungAt ?? 'day'] : note[by];
}

function titleOf(locale: Locale, { figure, by, within = [] }: ReplyOf<'figure-by'>): string {
  return namedOf(locale, `${figureTitle(locale, figure)} ${words(locale).title[by]}`, within);
}

/** "Norway ▲ 13 points" of the part that changed most, else "Norway +12" of one that is not as the total; null: neither. */
function findingOf(locale: Locale, { by, rows, total }: ReplyOf<'figure-by'>): string | null {
  const [first] = tellingFirst(rows, total);
  if (!first) return null;
  const name = partName(locale, by, first.value);
  if (isChanged(first.report)) return `${name} ${shortChangeWords(locale, first.report) ?? ''}`;
  return isApart(first.report, total) ? `${name} ${valueWords(locale, first.report)}` : null;
}

function columnsOf(locale: Locale, { figure, by }: ReplyOf<'figure-by'>): Column[] {
  return [
    { head: dimensionName(locale, by), kind: 'words' },
    { head: figureTitle(locale, figure), kind: 'number' },
    { head: capital(toldFigures[figure].base(locale).many), kind: 'number' },
    { head: words(locale).change, kind: 'words' },
  ];
}

function partTable(locale: Locale, reply: ReplyOf<'figure-by'>, parts: readonly NamedPart[]) {
  const rows = parts.map(({ name, report }) => [
    name,
    valueAndMark(locale, report),
    formatNumber(locale, report.base),
    shortChangeWords(locale, report) ?? '–',
  ]);
  return table(columnsOf(locale, reply), rows).block;
}

/** "+90 (indicative) · 10 answers · no change proven". */
function toldPart(locale: Locale, report: FigureReport): string {
  const base = isShown(report) ? [baseWords(locale, report)] : [];
  return [valueAndMark(locale, report), ...base, shortChangeWords(locale, report) ?? []].flat().join(' · ');
}

function valueAndMark(locale: Locale, report: FigureReport): string {
  const indicative = indicativeWords(locale, report);
  const value = valueWords(locale, report);
  return indicative ? `${value} (${indicative})` : value;
}
