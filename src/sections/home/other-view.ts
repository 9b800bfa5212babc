import { z } from 'zod';
import type { HomeFacts } from '../../facts/home.ts';
import { readFigure } from '../../flows/figures/read-figure.ts';
import { readFirstTargets } from '../../flows/targets/read-targets.ts';
import { type HomeView, homeViews } from '../../loyalty/home-view.ts';
import { localDay } from '../../loyalty/time/period.ts';
import { isShown, valueWords } from '../../messages/figures/figure-words.ts';
import { targetsWords } from '../../messages/figures/targets-words.ts';
import { figureTitle } from '../../messages/figures/told/index.ts';
import { divider, section } from '../../messages/kit/blocks.ts';
import { buttonKind } from '../../messages/kit/button.ts';
import { formatWeekday } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { counted } from '../../text/plural.ts';
import { sentences } from '../../text/sentence.ts';
import type { HomeSection } from './section.ts';

/** Turns the Home to its other view. */
export const homeViewButton = buttonKind('home.view', z.object({ view: z.enum(homeViews) }));

const words = defineText({
  en: {
    wait: { one: 'follow-up waits', many: 'follow-ups wait' },
    overdue: (count: number, shown: string, all: string) =>
      `${shown} of all ${all} ${count === 1 ? 'is' : 'are'} overdue.`,
    oldest: (day: string) => `, the oldest since ${day}`,
    none: 'No follow-up waits for anybody.',
    noFigures: 'How the company stands: ladder, figures, targets.',
    turn: { 'follow-ups': 'Show follow-ups', figures: 'Show figures' },
  },
  da: {
    wait: { one: 'opfølgning venter', many: 'opfølgninger venter' },
    overdue: (count: number, shown: string, all: string) =>
      `${shown} af alle ${all} er ${count === 1 ? 'forfalden' : 'forfaldne'}.`,
    oldest: (day: string) => `, den ældste siden ${day}`,
    none: 'Der er ingen opfølgninger, der venter.',
    noFigures: 'Sådan står det til: stige, tal og mål.',
    turn: { 'follow-ups': 'Vis opfølgninger', figures: 'Vis tallene' },
  },
  nb: {
    wait: { one: 'oppfølging venter', many: 'oppfølginger venter' },
    overdue: (_: number, shown: string, all: string) => `${shown} av alle ${all} har forfalt.`,
    oldest: (day: string) => `, den eldste siden ${day}`,
    none: 'Ingen oppfølginger venter.',
    noFigures: 'Slik står det til: stige, tall og mål.',
    turn: { 'follow-ups': 'Vis oppfølginger', figures: 'Vis tallene' },
  },
});

/** The most telling figures, for a line. */
const inShort = ['nps', 'repeat'] as const;

/** What the other view would show, in one line, and the button that turns to it. */
export const otherView: HomeSection = {
  name: 'other-view',
  async gather(request) {
    const { store, settings, today, window, view } = request;
    if (view === 'figures') {
      const [counts, oldest] = await Promise.all([store.followUps.counts(today), store.followUps.oldestOpen()]);
      const oldestDay = oldest && localDay(oldest, settings.timeZone);
      return { waiting: { ...counts, oldestDay } };
    }
    const [first, ...inBrief] = await Promise.all([
      readFirstTargets(request, today + 1, today),
      ...inShort.map((name) => readFigure(request, name, window)),
    ]);
    return { ...first, inBrief };
  },
  draw(facts, locale) {
    const other: HomeView = facts.view === 'figures' ? 'follow-ups' : 'figures';
    const line = other === 'follow-ups' ? waitingWords(facts, locale) : figureWords(facts, locale);
    const label = words(locale).turn[other];
    return [divider(), section(line, homeViewButton.element(label, { view: other }))];
  },
};

/** "*7 follow-ups wait*, the oldest since Tuesday 24 November. 2 of all 9 are overdue."; mrkdwn. */
function waitingWords({ waiting }: HomeFacts, locale: Locale): string {
  const text = words(locale);
  if (!waiting || waiting.open === 0) return text.none;
  const { open, claimed, overdue, oldestDay } = waiting;
  const oldest = oldestDay === null ? '' : text.oldest(formatWeekday(locale, oldestDay));
  const late =
    overdue > 0 ? [text.overdue(overdue, formatNumber(locale, overdue), formatNumber(locale, open + claimed))] : [];
  return sentences(`*${counted(locale, open, text.wait)}*${oldest}`, ...late);
}

/** "*NPS* +30 · *Repeat purchase rate* 50% · 2 of 3 targets are met"; mrkdwn. */
function figureWords({ inBrief = [], targets = [], furtherTargets }: HomeFacts, locale: Locale): string {
  const told = inBrief
    .filter(isShown)
    .map((report) => `*${figureTitle(locale, report.figure)}* ${valueWords(locale, report)}`);
  const parts = [...told, ...(targets.length > 0 ? [targetsWords(locale, targets, furtherTargets)] : [])];
  return parts.length > 0 ? parts.join(' · ') : words(locale).noFigures;
}
