import type { GatherRequest } from '../../context.ts';
import type { ReviewParts, TargetFacts } from '../../facts/report.ts';
import { readFigure } from '../../flows/figures/read-figure.ts';
import { toTargetFacts } from '../../flows/targets/read-targets.ts';
import { figureNames } from '../../loyalty/figures/index.ts';
import type { FigureReport } from '../../loyalty/figures/report.ts';
import type { Target } from '../../loyalty/target.ts';
import { localDay } from '../../loyalty/time/period.ts';
import { baseWords, changeWords, indicativeWords, isShown, valueWords } from '../../messages/figures/figure-words.ts';
import { progressWords, targetLine } from '../../messages/figures/target-line.ts';
import { figureTerm, figureTitle } from '../../messages/figures/told/index.ts';
import { section } from '../../messages/kit/blocks.ts';
import { defineText } from '../../text/define-text.ts';
import { escapeMrkdwn } from '../../text/typed.ts';
import { nothingToTell, type Section } from '../section.ts';

const words = defineText({
  en: { title: 'Figures', without: (names: string) => `Without data: ${names}.` },
  da: { title: 'Tallene', without: (names: string) => `Uden data: ${names}.` },
  nb: { title: 'Tallene', without: (names: string) => `Uten data: ${names}.` },
});

/** Every figure against the quarter before and against its target, each a paragraph of its own. */
export const figures: Section<ReviewParts> = {
  name: 'figures',
  async gather(request) {
    const figures = [];
    for (const name of figureNames) figures.push(await readFigure(request, name, request.window));
    return { figures, targets: await targetsIn(request, figures) };
  },
  draw({ figures = [], targets = [] }, locale) {
    const some = figures.filter(({ base }) => base > 0);
    const without = figures.filter(({ base }) => base === 0);
    const isBeside = ({ figure, part }: TargetFacts) =>
      part === null && some.some((report) => report.figure === figure);
    const others = targets.filter((target) => !isBeside(target));
    if (some.length === 0 && targets.length === 0) return nothingToTell;
    const paragraphs = some.map((report) => {
      const { figure } = report;
      const name = `*${figureTitle(locale, figure)}* ${valueWords(locale, report)}`;
      const base = isShown(report) ? baseWords(locale, report) : null;
      const target = targets.find((one) => one.figure === figure && isBeside(one));
      return [
        [name, base, indicativeWords(locale, report)].filter((part) => part !== null).join(' · '),
        changeWords(locale, report),
        target ? `◎ ${escapeMrkdwn(progressWords(locale, target))}` : null,
      ]
        .filter((line) => line !== null)
        .join('\n');
    });
    const names = without.map(({ figure }) => figureTerm(locale, figure)).join(', ');
    return {
      blocks: [
        section(`*${words(locale).title}*`),
        ...paragraphs.map((paragraph) => section(paragraph)),
        ...(others.length > 0
          ? [section(others.map((one) => `◎ ${escapeMrkdwn(targetLine(locale, one))}`).join('\n'))]
          : []),
        ...(without.length > 0 ? [section(words(locale).without(names))] : []),
      ],
      summary:
        some.map((report) => `${figureTerm(locale, report.figure)} ${valueWords(locale, report)}`).join(', ') || null,
    };
  },
};

/** Targets that held in the quarter as they are now, each against the quarter's own value. */
async function targetsIn(request: GatherRequest, figures: readonly FigureReport[]): Promise<TargetFacts[]> {
  const { store, settings, window, today } = request;
  const facts = [];
  const held = ({ untilDay, changedAt }: Target) =>
    untilDay >= window.from && localDay(changedAt, settings.timeZone) < window.to;
  for (const target of (await store.targets.list()).filter(held)) {
    const { figure, part } = target;
    const whole = part === null ? figures.find((report) => report.figure === figure) : undefined;
    const report = whole ?? (await readFigure(request, figure, window, part ? [part] : []));
    facts.push(toTargetFacts(target, report, settings, today));
  }
  return facts;
}
