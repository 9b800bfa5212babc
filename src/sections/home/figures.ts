import type { HomeFigure } from '../../facts/home.ts';
import { readFigure } from '../../flows/figures/read-figure.ts';
import { readSeries } from '../../flows/figures/read-series.ts';
import { type FigureName, figureNames, figures as registered } from '../../loyalty/figures/index.ts';
import {
  baseWords,
  indicativeWords,
  isShown,
  shortChangeWords,
  valueWords,
} from '../../messages/figures/figure-words.ts';
import { figureTitle } from '../../messages/figures/told/index.ts';
import { context, header, section } from '../../messages/kit/blocks.ts';
import { countedHow } from '../../messages/kit/docs-link.ts';
import { sparkline } from '../../messages/kit/sparkline.ts';
import { windowWords } from '../../messages/words/window-words.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { capital } from '../../text/terms.ts';
import type { HomeRequest, HomeSection } from './section.ts';

const words = defineText({
  en: { title: 'Figures', marked: 'Only ▲ and ▼ are proven changes.' },
  da: { title: 'Tallene', marked: 'Kun ▲ og ▼ er sikre ændringer.' },
  nb: { title: 'Tallene', marked: 'Bare ▲ og ▼ er sikre endringer.' },
});

const told = figureNames.filter((name) => registered[name].onHome);

/** The figures that rest on anything at all: how they went, their value, base and change. */
export const figures: HomeSection = {
  name: 'figures',
  of: 'figures',
  gather: async (request) => ({ figures: await Promise.all(told.map((name) => readHomeFigure(request, name))) }),
  draw({ figures = [], docsUrl }, locale) {
    const some = figures.filter(({ report }) => report.base > 0);
    const [first] = some;
    if (!first) return [];
    return [
      header(words(locale).title),
      section(some.map((figure) => line(figure, locale)).join('\n')),
      context(`${capital(windowWords(locale, first.report.window))}. ${words(locale).marked}`),
      ...countedHow(locale, { docsUrl }, null),
    ];
  },
};

/** The figure of the window, and month by month. */
async function readHomeFigure(request: HomeRequest, name: FigureName): Promise<HomeFigure> {
  const [report, series] = await Promise.all([
    readFigure(request, name, request.window),
    readSeries(request, name, { step: 'month', asOf: request.window.to }),
  ]);
  return {
    report,
    sparkline: series.points.map(({ value, base }) => (isShown({ figure: name, value, base }) ? value : null)),
  };
}

/** "*NPS* +30 ▂▃▅▇ · 100 answers · no change proven"; mrkdwn. */
function line({ report, sparkline: values }: HomeFigure, locale: Locale): string {
  const trend = values.some((value) => value !== null) ? ` ${sparkline(values)}` : '';
  const parts = [
    `*${figureTitle(locale, report.figure)}* ${valueWords(locale, report)}${trend}`,
    isShown(report) ? baseWords(locale, report) : null,
    indicativeWords(locale, report),
    report.change?.p === null || report.change?.proven ? shortChangeWords(locale, report) : null,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}
