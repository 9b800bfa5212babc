import { newsOfFigures } from '../../flows/digests/digest-news.ts';
import { readFigure } from '../../flows/figures/read-figure.ts';
import { readTargets } from '../../flows/targets/read-targets.ts';
import { figureNames } from '../../loyalty/figures/index.ts';
import type { FigureReport } from '../../loyalty/figures/report.ts';
import { changesAmong, figureLine } from '../../messages/figures/figure-line.ts';
import { targetStanding } from '../../messages/figures/target-line.ts';
import { figureTerm } from '../../messages/figures/told/index.ts';
import { context, section } from '../../messages/kit/blocks.ts';
import { countedHow } from '../../messages/kit/docs-link.ts';
import type { MessagePart } from '../../messages/kit/message.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatList, formatSome } from '../../text/list.ts';
import { escapeMrkdwn } from '../../text/typed.ts';
import { movedWords } from '../moved-words.ts';
import type { DigestSection } from './section.ts';

const words = defineText({
  en: {
    title: 'figures',
    heading: 'Figures',
    steady: (names: string) => `No proven change: ${names}.`,
    missed: (names: string) => `Target not met: ${names}`,
  },
  da: {
    title: 'tal',
    heading: 'Tallene',
    steady: (names: string) => `Ingen sikker ændring: ${names}.`,
    missed: (names: string) => `Mål ikke nået: ${names}`,
  },
  nb: {
    title: 'tall',
    heading: 'Tallene',
    steady: (names: string) => `Ingen sikker endring: ${names}.`,
    missed: (names: string) => `Mål ikke nådd: ${names}`,
  },
});

/** As many as are taken in at a glance. */
const mostChanged = 3;
const mostNamed = 2;

/** What changed beyond chance, a line each; what misses its target, and what is steady, by name. All with their bases go into the thread. */
export const figures: DigestSection = {
  name: 'figures',
  title: (locale) => words(locale).title,
  async gather(request) {
    const { window, today } = request;
    const figures = [];
    for (const name of figureNames) figures.push(await readFigure(request, name, window));
    return { figures, targets: await readTargets(request, window.to, today) };
  },
  draw(facts, locale, { docsUrl }) {
    const text = words(locale);
    const { changed, steady, missed } = newsOfFigures(facts);
    const some = (facts.figures ?? []).filter(({ base }) => base > 0);
    const targets = missed.map((target) => escapeMrkdwn(targetStanding(locale, target)));
    const lines = [
      ...changed.slice(0, mostChanged).map((report) => figureLine(locale, report)),
      ...(targets.length > 0 ? [`◎ ${text.missed(formatSome(locale, targets, mostNamed))}`] : []),
    ];
    const names = steady.map(({ figure }) => figureTerm(locale, figure));
    return {
      blocks: [
        ...(lines.length > 0 ? [section(lines.join('\n'))] : []),
        ...(names.length > 0 ? [context(text.steady(formatList(locale, names)))] : []),
      ],
      summary: lines.length > 0 ? lines.join(', ').replaceAll('*', '') : null,
      headline: movedWords(locale, changed) ?? null,
      details: some.length > 0 ? detailsOf(locale, some, docsUrl) : [],
    };
  },
};

function detailsOf(locale: Locale, some: readonly FigureReport[], docsUrl: string | null | undefined): MessagePart[] {
  const list = some.map((report) => figureLine(locale, report)).join('\n');
  const changes = changesAmong(locale, some);
  return [
    section(`*${words(locale).heading}*\n${list}`),
    ...(changes === null ? [] : [context(changes)]),
    ...countedHow(locale, { docsUrl }, null),
  ];
}
