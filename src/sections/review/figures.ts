import type { TargetFacts } from '../../facts/report.ts';
import { baseWords, changeWords, indicativeWords, isShown, valueWords } from '../../messages/figures/figure-words.ts';
import { progressWords, targetLine } from '../../messages/figures/target-line.ts';
import { figureTerm, figureTitle } from '../../messages/figures/told/index.ts';
import { section } from '../../messages/kit/blocks.ts';
import { defineText } from '../../text/define-text.ts';
import { escapeMrkdwn } from '../../text/typed.ts';
import { nothingToTell } from '../digest/section.ts';
import type { DrawReviewSection } from './section.ts';

const words = defineText({
  en: { title: 'Figures', without: (names: string) => `Without data: ${names}.` },
  da: { title: 'Tallene', without: (names: string) => `Uden data: ${names}.` },
  nb: { title: 'Tallene', without: (names: string) => `Uten data: ${names}.` },
});

/** Every figure against the quarter before and against its target, each a paragraph of its own. */
export const drawReviewFigures: DrawReviewSection = ({ figures, targets }, locale) => {
  const some = figures.filter(({ base }) => base > 0);
  const without = figures.filter(({ base }) => base === 0);
  const isBeside = ({ figure, part }: TargetFacts) => part === null && some.some((report) => report.figure === figure);
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
};
