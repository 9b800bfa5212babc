import type { Cohort } from '../../loyalty/counts/cohorts.ts';
import { leastBase } from '../../loyalty/figures/figure.ts';
import { isPart } from '../../loyalty/time/calendar.ts';
import type { HeatPicture } from '../../pictures/picture.ts';
import { shortMonthName } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber, formatPercent } from '../../text/number.ts';
import { sentences } from '../../text/sentence.ts';
import { escapeMrkdwn } from '../../text/typed.ts';
import { actions, bullets, context, header, section } from '../kit/blocks.ts';
import { windowJson } from '../kit/json.ts';
import { toMessage } from '../kit/message.ts';
import { moreButton } from '../kit/more-button.ts';
import type { Presenter } from '../kit/presenter.ts';
import { shareElements } from '../kit/share-button.ts';
import { type Column, table } from '../kit/table.ts';
import { whyElement } from '../kit/why-button.ts';
import { plainView } from '../modals/waiting-view.ts';
import { namedOf } from '../words/part-words.ts';
import { windowWords } from '../words/window-words.ts';
import { baseCount, customersBase } from './told/base-words.ts';
import { trendNumbersLabel, trendNumbersTitle } from './trend-numbers.ts';

const words = defineText({
  en: {
    title: 'Who comes back: cohorts by first order',
    none: 'Nobody has ordered for the first time in the last 13 months.',
    noneOfThese: 'Nobody of these ordered for the first time then.',
    found: (share: string, base: string) => `One month after the first order ${share} ordered again (${base}).`,
    early: 'No cohort is a month old yet.',
    cohort: 'First order',
    size: 'Customers',
    running: 'Months in progress are marked with …',
    inTurn: 'Shares of the cohort that ordered one month after the first order, then two, and so on.',
    legend: 'Columns: months after the first order. Shares of the cohort that ordered in that month.',
  },
  da: {
    title: 'Hvem kommer igen: kohorter efter første ordre',
    none: 'Ingen har bestilt for første gang i de seneste 13 måneder.',
    noneOfThese: 'Ingen af dem bestilte for første gang i den tid.',
    found: (share: string, base: string) => `En måned efter første ordre købte ${share} igen (${base}).`,
    early: 'Ingen kohorte er en måned gammel endnu.',
    cohort: 'Første ordre',
    size: 'Kunder',
    running: 'Måneder, der ikke er slut, er mærket med …',
    inTurn: 'Andelen af kohorten, der bestilte én måned efter første ordre, derefter to og så videre.',
    legend: 'Kolonner: måneder efter første ordre. Andelen af kohorten, der bestilte i den måned.',
  },
  nb: {
    title: 'Hvem kommer tilbake: kohorter etter første ordre',
    none: 'Ingen har bestilt for første gang de siste 13 månedene.',
    noneOfThese: 'Ingen av dem bestilte for første gang i den tiden.',
    found: (share: string, base: string) => `Én måned etter første ordre kjøpte ${share} igjen (${base}).`,
    early: 'Ingen kohort er en måned gammel ennå.',
    cohort: 'Første ordre',
    size: 'Kunder',
    running: 'Måneder som ikke er over, er merket med …',
    inTurn: 'Andelen av kohorten som bestilte én måned etter første ordre, deretter to og så videre.',
    legend: 'Kolonner: måneder etter første ordre. Andelen av kohorten som bestilte i den måneden.',
  },
});

/** The cohort retention table: who ordered in which month after the first order. */
export const cohortsReply: Presenter<'cohorts'> = {
  draw({ cohorts, over, parts = [] }, locale, { said, inTerminal }) {
    const text = words(locale);
    const title = namedOf(locale, text.title, parts) + (over ? ` (${windowWords(locale, over)})` : '');
    const none = over || parts.length > 0 ? text.noneOfThese : text.none;
    const numbers = said && cohorts.length > 0 ? [moreButton.element(trendNumbersLabel(locale), said)] : [];
    const foot = [actions(...numbers, whyElement(locale, 'cohorts'), ...shareElements(locale, said))];
    if (cohorts.length === 0)
      return toMessage(escapeMrkdwn(`${title}. ${none}`), [header(title), section(none), ...foot]);
    const found = findingWords(locale, cohorts);
    return toMessage(sentences(escapeMrkdwn(title), found), [
      header(title),
      section(found),
      { type: 'picture', picture: heatPicture(locale, cohorts, title, found) },
      ...(inTerminal ? [cohortTable(locale, cohorts).block] : []),
      context(`${text.legend} ${text.running}`),
      ...foot,
    ]);
  },
  rest({ cohorts }, locale) {
    const text = words(locale);
    const rows = cohorts.map((cohort) => [
      { bold: monthWords(locale, cohort) },
      `: ${baseCount(locale, customersBase(locale), cohort.size)}${shareWords(locale, cohort)}`,
    ]);
    const blocks = [bullets(rows), context(`${text.inTurn} ${text.running}`)];
    return plainView.view({ title: trendNumbersTitle(locale), submit: null, blocks }, {}, locale);
  },
  json: ({ cohorts, over, parts }) => ({
    ...(over && { over: windowJson(over) }),
    ...(parts && { parts }),
    cohorts: cohorts.map((cohort) => ({ ...cohort, month: windowJson(cohort.month) })),
  }),
};

/** Of all cohorts whose first month after is over, in one: a share of the customers, not a mean of shares. */
function findingWords(locale: Locale, cohorts: readonly Cohort[]): string {
  const old = cohorts.filter(({ months }) => months[0] && !months[0].running);
  const size = old.reduce((sum, cohort) => sum + cohort.size, 0);
  if (size < leastBase) return words(locale).early;
  const back = old.reduce((sum, { months }) => sum + (months[0]?.customers ?? 0), 0);
  return words(locale).found(formatPercent(locale, back / size), baseCount(locale, customersBase(locale), size));
}

/** More columns would leave no room for their numbers; the picture has all. */
const mostMonths = 6;

function cohortTable(locale: Locale, cohorts: readonly Cohort[]) {
  const text = words(locale);
  const most = Math.min(mostMonths, Math.max(...cohorts.map(({ months }) => months.length)));
  const columns: readonly Column[] = [
    { head: text.cohort, kind: 'words' },
    { head: text.size, kind: 'number' },
    ...Array.from({ length: most }, (_, i) => ({ head: `+${i + 1}`, kind: 'number' }) as const),
  ];
  return table(
    columns,
    cohorts.map((cohort) => [
      monthWords(locale, cohort),
      formatNumber(locale, cohort.size),
      ...cohort.months
        .slice(0, most)
        .map(({ share, running }) =>
          isShown(cohort) ? `${formatPercent(locale, share, 0)}${running ? ' …' : ''}` : '–',
        ),
      ...Array.from({ length: Math.max(0, most - cohort.months.length) }, () => ' '),
    ]),
  );
}

/** " · 30%, 0%, 13% …": of one month after the other. */
function shareWords(locale: Locale, cohort: Cohort): string {
  if (!isShown(cohort) || cohort.months.length === 0) return '';
  const shares = cohort.months.map(({ share, running }) => `${formatPercent(locale, share, 0)}${running ? ' …' : ''}`);
  return ` · ${shares.join(', ')}`;
}

function heatPicture(locale: Locale, cohorts: readonly Cohort[], title: string, alt: string): HeatPicture {
  const text = words(locale);
  const most = Math.max(...cohorts.map(({ months }) => months.length));
  return {
    kind: 'heat',
    title,
    subtitle: alt,
    alt,
    locale,
    columns: Array.from({ length: most }, (_, i) => `+${i + 1}`),
    rows: cohorts.map((cohort) => ({
      label: monthWords(locale, cohort),
      size: formatNumber(locale, cohort.size),
      cells: cohort.months.map(({ share, running }) => ({ share: isShown(cohort) ? share : null, running })),
    })),
    notes: [text.legend],
  };
}

/** Of fewer customers than this no share is shown. */
function isShown({ size }: Cohort): boolean {
  return size >= leastBase;
}

/** "Mar 2026"; "Nov 2026 …" for the running month. */
function monthWords(locale: Locale, { month }: Cohort): string {
  const date = new Date(month.from * 86_400_000);
  const name = `${shortMonthName(locale, date.getUTCMonth() + 1)} ${date.getUTCFullYear()}`;
  return isPart(month) ? `${name} …` : name;
}
