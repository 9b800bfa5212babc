import type { TargetFacts } from '../../facts/report.ts';
import { figureLine } from '../../messages/figures/figure-line.ts';
import { valueWords } from '../../messages/figures/figure-words.ts';
import { progressWords, targetLine } from '../../messages/figures/target-line.ts';
import { figureTerm } from '../../messages/figures/told/index.ts';
import { section } from '../../messages/kit/blocks.ts';
import { countedHow } from '../../messages/kit/docs-link.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { escapeMrkdwn } from '../../text/typed.ts';
import { type DrawSection, nothingToTell } from './section.ts';

const words = defineText({ en: { title: 'Figures' }, da: { title: 'Tallene' }, nb: { title: 'Tallene' } });

/** The figures that rest on anything at all, with base and change, each with its target; targets of parts come last. */
export const drawFiguresSection: DrawSection = ({ figures, targets = [] }, locale, { docsUrl }) => {
  const some = figures.filter(({ base }) => base > 0);
  const running = targets.filter(({ daysLeft }) => daysLeft >= 0);
  if (some.length === 0 && running.length === 0) return nothingToTell;
  const isTold = (target: TargetFacts) => !target.part && some.some(({ figure }) => figure === target.figure);
  const list = [
    ...some.flatMap((report) => [
      figureLine(locale, report),
      ...running.filter((one) => isTold(one) && one.figure === report.figure).map((one) => besideFigure(one, locale)),
    ]),
    ...running.filter((one) => !isTold(one)).map((one) => `◎ ${escapeMrkdwn(targetLine(locale, one))}`),
  ];
  const summary = some.map((report) => `${figureTerm(locale, report.figure)} ${valueWords(locale, report)}`).join(', ');
  return {
    blocks: [section(`*${words(locale).title}*\n${list.join('\n')}`), countedHow(locale, docsUrl, null)],
    summary: summary === '' ? null : summary,
  };
};

function besideFigure(target: TargetFacts, locale: Locale): string {
  return `◎ ${escapeMrkdwn(progressWords(locale, target, true))}`;
}
