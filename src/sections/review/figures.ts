import type { GatherRequest } from '../../context.ts';
import type { ReviewParts, TargetFacts } from '../../facts/report.ts';
import { newsOfFigures } from '../../flows/digests/digest-news.ts';
import { readFigure } from '../../flows/figures/read-figure.ts';
import { toTargetFacts } from '../../flows/targets/read-targets.ts';
import { figureNames } from '../../loyalty/figures/index.ts';
import type { FigureReport } from '../../loyalty/figures/report.ts';
import type { Target } from '../../loyalty/target.ts';
import { localDay } from '../../loyalty/time/period.ts';
import { figureLine } from '../../messages/figures/figure-line.ts';
import {
  baseWords,
  comparison,
  indicativeWords,
  isShown,
  shortChangeWords,
  valueWords,
} from '../../messages/figures/figure-words.ts';
import { targetStanding } from '../../messages/figures/target-line.ts';
import { figureTerm, figureTitle } from '../../messages/figures/told/index.ts';
import { context, section } from '../../messages/kit/blocks.ts';
import { bold, canvasTable, escapeCanvas, heading, paragraph } from '../../messages/kit/canvas-markdown.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatList, formatSome } from '../../text/list.ts';
import { capital } from '../../text/terms.ts';
import { escapeMrkdwn } from '../../text/typed.ts';
import { movedWords } from '../moved-words.ts';
import { nothingToTell, type WrittenSection } from '../section.ts';

const words = defineText({
  en: {
    title: 'Figures',
    head: { figure: 'Figure', value: 'Value', base: 'Of', change: 'Change' },
    targetTitle: 'Targets',
    goal: { target: 'Target', met: 'Met', yes: 'yes', no: 'no' },
    unchanged: 'No figure changed beyond chance',
    steady: (names: string) => `No proven change: ${names}.`,
    met: (names: string) => `Target met: ${names}`,
    missed: (names: string) => `Target not met: ${names}`,
    without: (names: string) => `Too little data: ${names}.`,
  },
  da: {
    title: 'Tal',
    head: { figure: 'Tal', value: 'Værdi', base: 'Grundlag', change: 'Ændring' },
    targetTitle: 'Mål',
    goal: { target: 'Mål', met: 'Nået', yes: 'ja', no: 'nej' },
    unchanged: 'Ingen sikre ændringer i tallene',
    steady: (names: string) => `Ingen sikker ændring: ${names}.`,
    met: (names: string) => `Mål nået: ${names}`,
    missed: (names: string) => `Mål ikke nået: ${names}`,
    without: (names: string) => `For lidt data: ${names}.`,
  },
  nb: {
    title: 'Tall',
    head: { figure: 'Tall', value: 'Verdi', base: 'Grunnlag', change: 'Endring' },
    targetTitle: 'Mål',
    goal: { target: 'Mål', met: 'Nådd', yes: 'ja', no: 'nei' },
    unchanged: 'Ingen sikre endringer i tallene',
    steady: (names: string) => `Ingen sikker endring: ${names}.`,
    met: (names: string) => `Mål nådd: ${names}`,
    missed: (names: string) => `Mål ikke nådd: ${names}`,
    without: (names: string) => `For lite data: ${names}.`,
  },
});

const mostChanged = 4;
const mostNamed = 2;

/** What changed beyond chance against the quarter before, then the quarter's targets; the other figures by name. */
export const figures: WrittenSection<ReviewParts> = {
  name: 'figures',
  async gather(request) {
    const figures = [];
    for (const name of figureNames) figures.push(await readFigure(request, name, request.window));
    return { figures, targets: await targetsIn(request, figures) };
  },
  draw({ figures = [], targets = [] }, locale) {
    const text = words(locale);
    if (targets.length === 0 && figures.every(({ base }) => base === 0)) return nothingToTell;
    const { changed, steady } = newsOfFigures({ figures });
    const told = [...changed, ...steady];
    const without = figures.filter((report) => !told.includes(report) && report.base === 0);
    const standing = (some: readonly TargetFacts[]) =>
      formatSome(
        locale,
        some.map((target) => escapeMrkdwn(targetStanding(locale, target))),
        mostNamed,
      );
    const { met, missed } = reached(targets);
    const lines = [
      ...changed.slice(0, mostChanged).map((report) => figureLine(locale, report)),
      ...(met.length > 0 ? [`◎ ${text.met(standing(met))}`] : []),
      ...(missed.length > 0 ? [`◎ ${text.missed(standing(missed))}`] : []),
    ];
    const termsOf = (some: readonly FigureReport[]) =>
      formatList(
        locale,
        some.map(({ figure }) => figureTerm(locale, figure)),
      );
    const rest = [
      ...(steady.length > 0 ? [text.steady(termsOf(steady))] : []),
      ...(without.length > 0 ? [text.without(termsOf(without))] : []),
    ];
    return {
      blocks: [
        ...(lines.length > 0 ? [section(lines.join('\n'))] : []),
        ...(rest.length > 0 ? [context(rest.join(' '))] : []),
      ],
      summary: lines.length > 0 ? lines.join(', ').replaceAll('*', '') : null,
      headline: movedWords(locale, changed) ?? text.unchanged,
    };
  },
  write({ figures = [], targets = [] }, locale) {
    if (targets.length === 0 && figures.every(({ base }) => base === 0)) return [];
    const { title, head, targetTitle, goal, without } = words(locale);
    const { changed, steady } = newsOfFigures({ figures });
    const told = [...changed, ...steady];
    const others = figures.filter((report) => !told.includes(report) && report.base > 0);
    const empty = figures.filter(({ base }) => base === 0).map(({ figure }) => figureTerm(locale, figure));
    const rows = [...told, ...others].map((report) => figureRow(locale, report));
    const { met, missed } = reached(targets);
    const goals = [
      ...met.map((one) => targetRow(locale, one, goal.yes)),
      ...missed.map((one) => targetRow(locale, one, goal.no)),
    ];
    return [
      ...(rows.length > 0 ? [heading(2, title), canvasTable(Object.values(head), rows)] : []),
      ...(empty.length > 0 ? [paragraph(without(formatList(locale, empty)))] : []),
      ...(goals.length > 0 ? [heading(2, targetTitle), canvasTable([goal.target, goal.met], goals)] : []),
    ];
  },
};

/** Name, value, what it is made of and what changed; what is proven stands out. */
function figureRow(locale: Locale, report: FigureReport): string[] {
  const name = figureTitle(locale, report.figure);
  const isProven = comparison(report) === 'changed';
  const value = [valueWords(locale, report), indicativeWords(locale, report)]
    .filter((part) => part !== null)
    .join(' · ');
  const base = isShown(report) ? baseWords(locale, report) : '–';
  return [isProven ? bold(name) : name, value, base, shortChangeWords(locale, report) ?? '–'];
}

function targetRow(locale: Locale, target: TargetFacts, isMet: string): string[] {
  return [capital(escapeCanvas(targetStanding(locale, target))), isMet];
}

/** Of the targets of which that is known those that were met, and those that were not. */
function reached(targets: readonly TargetFacts[]) {
  const known = targets.filter(({ distance }) => distance !== null);
  const missed = known.filter(({ distance }) => (distance ?? 0) > 0);
  return { missed, met: known.filter((target) => !missed.includes(target)) };
}

/**
 * Of a past quarter the targets that ended in it, as they were set by then: what is a target today says nothing of it. Of the
 * running one all that hold.
 */
async function targetsIn(request: GatherRequest, figures: readonly FigureReport[]): Promise<TargetFacts[]> {
  const { store, settings, window, today } = request;
  const facts = [];
  const isOfQuarter = ({ untilDay, changedAt }: Target) =>
    untilDay >= window.from &&
    (window.to > today || untilDay < window.to) &&
    localDay(changedAt, settings.timeZone) < window.to;
  for (const target of (await store.targets.list()).filter(isOfQuarter)) {
    const { figure, part } = target;
    const whole = part === null ? figures.find((report) => report.figure === figure) : undefined;
    const report = whole ?? (await readFigure(request, figure, window, part ? [part] : []));
    facts.push(toTargetFacts(target, report, settings, today));
  }
  return facts;
}
