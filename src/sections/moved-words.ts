import type { FigureReport } from '../loyalty/figures/report.ts';
import { toldFigures } from '../messages/figures/told/index.ts';
import { defineText, type Locale } from '../text/define-text.ts';
import { formatSome } from '../text/list.ts';

const words = defineText({
  en: { up: (names: string) => `${names} rose`, down: (names: string) => `${names} fell` },
  da: { up: (names: string) => `${names} steg`, down: (names: string) => `${names} faldt` },
  nb: { up: (names: string) => `${names} steg`, down: (names: string) => `${names} falt` },
});

const mostNamed = 2;

/**
 * Which figures went where, for the middle of a line: "NPS and CSAT rose · the churn rate fell". By how much stands in their
 * lines; undefined: none changed.
 */
export function movedWords(locale: Locale, changed: readonly FigureReport[]): string | undefined {
  const namesOf = (some: readonly FigureReport[]) =>
    formatSome(
      locale,
      some.map(({ figure }) => {
        const { name, theName } = toldFigures[figure].words(locale);
        return theName ?? name;
      }),
      mostNamed,
    );
  const isUp = ({ change }: FigureReport) => (change?.value ?? 0) > 0;
  const [up, down] = [changed.filter(isUp), changed.filter((report) => !isUp(report))];
  const text = words(locale);
  const parts = [
    ...(up.length > 0 ? [text.up(namesOf(up))] : []),
    ...(down.length > 0 ? [text.down(namesOf(down))] : []),
  ];
  return parts.length > 0 ? parts.join(' · ') : undefined;
}
