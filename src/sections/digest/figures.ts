import type { TargetFacts } from '../../facts/report.ts';
import { readFigure } from '../../flows/figures/read-figure.ts';
import { readTargets } from '../../flows/targets/read-targets.ts';
import { figureNames } from '../../loyalty/figures/index.ts';
import { figureLine } from '../../messages/figures/figure-line.ts';
import { valueWords } from '../../messages/figures/figure-words.ts';
import { progressWords, targetLine } from '../../messages/figures/target-line.ts';
import { figureTerm } from '../../messages/figures/told/index.ts';
import { section } from '../../messages/kit/blocks.ts';
import { countedHow } from '../../messages/kit/docs-link.ts';
import { defineText } from '../../text/define-text.ts';
import { escapeMrkdwn } from '../../text/typed.ts';
import { nothingToTell } from '../section.ts';
import type { DigestSection } from './section.ts';

const words = defineText({
  en: { title: 'figures', heading: 'Figures' },
  da: { title: 'tal', heading: 'Tallene' },
  nb: { title: 'tall', heading: 'Tallene' },
});

/** The figures that rest on anything at all, with base and change, each with its target; targets of parts come last. */
export const figures: DigestSection = {
  name: 'figures',
  title: (locale) => words(locale).title,
  async gather(request) {
    const { window, today } = request;
    const figures = [];
    for (const name of figureNames) figures.push(await readFigure(request, name, window));
    return { figures, targets: await readTargets(request, window.to, today) };
  },
  draw({ figures = [], targets = [] }, locale, { docsUrl }) {
    const some = figures.filter(({ base }) => base > 0);
    const running = targets.filter(({ daysLeft }) => daysLeft >= 0);
    if (some.length === 0 && running.length === 0) return nothingToTell;
    const isTold = (target: TargetFacts) => !target.part && some.some(({ figure }) => figure === target.figure);
    const list = [
      ...some.flatMap((report) => [
        figureLine(locale, report),
        ...running
          .filter((one) => isTold(one) && one.figure === report.figure)
          .map((one) => `◎ ${escapeMrkdwn(progressWords(locale, one, true))}`),
      ]),
      ...running.filter((one) => !isTold(one)).map((one) => `◎ ${escapeMrkdwn(targetLine(locale, one))}`),
    ];
    const summary = some
      .map((report) => `${figureTerm(locale, report.figure)} ${valueWords(locale, report)}`)
      .join(', ');
    return {
      blocks: [section(`*${words(locale).heading}*\n${list.join('\n')}`), countedHow(locale, docsUrl, null)],
      summary: summary === '' ? null : summary,
    };
  },
};
