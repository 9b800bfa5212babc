import { defineText } from '../../text/define-text.ts';
import type { SectionDrawing } from '../section.ts';

/** What a review says of itself, as a message and as a canvas. */
export const reviewWords = defineText({
  en: {
    title: (quarter: string) => `Quarterly review: ${quarter}`,
    quiet: 'Nothing was counted in this quarter: no answers, no orders, no movement, no closed follow-ups.',
    late: (at: string) => `Late: due ${at}.`,
    skipped: (count: number) => (count === 1 ? ' One earlier is left out.' : ` ${count} earlier are left out.`),
  },
  da: {
    title: (quarter: string) => `Kvartalsgennemgang: ${quarter}`,
    quiet: 'Der er intet at tælle i kvartalet: ingen svar, ingen ordrer, ingen bevægelse, ingen lukkede opfølgninger.',
    late: (at: string) => `Forsinket fra ${at}.`,
    skipped: (count: number) =>
      count === 1 ? ' Én tidligere er sprunget over.' : ` ${count} tidligere er sprunget over.`,
  },
  nb: {
    title: (quarter: string) => `Kvartalsgjennomgang: ${quarter}`,
    quiet:
      'Det er ingenting å telle i kvartalet: ingen svar, ingen ordrer, ingen bevegelse, ingen lukkede oppfølginger.',
    late: (at: string) => `Forsinket fra ${at}.`,
    skipped: (count: number) => (count === 1 ? ' Én tidligere er hoppet over.' : ` ${count} tidligere er hoppet over.`),
  },
});

/** What matters most of a quarter, for the middle of a sentence; undefined: nothing. */
export function findingOf(drawn: readonly SectionDrawing[]): string | undefined {
  return drawn.flatMap(({ headline }) => headline ?? [])[0];
}
