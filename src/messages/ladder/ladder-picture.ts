import type { LadderFacts, Movement } from '../../facts/ladder.ts';
import { type Rung, rungs } from '../../loyalty/ladder/rung-rules.ts';
import type { LadderPicture } from '../../pictures/picture.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { counted } from '../../text/plural.ts';
import { capital, rungTerms } from '../../text/terms.ts';

const words = defineText({
  en: { fresh: { one: 'new', many: 'new' } },
  da: { fresh: { one: 'ny', many: 'nye' } },
  nb: { fresh: { one: 'ny', many: 'nye' } },
});

/** The ladder as a picture; `subtitle` tells the movement, `alt` says all of it. */
export function ladderPicture(
  locale: Locale,
  { counts, movements }: LadderFacts,
  told: { readonly title: string; readonly subtitle: string; readonly alt: string },
): LadderPicture {
  return {
    kind: 'ladder',
    ...told,
    locale,
    rungs: [...rungs].reverse().map((rung) => {
      const fresh = sum(movements.filter(({ from, to }) => from === null && to === rung));
      return {
        rung,
        name: capital(rungTerms(locale)[rung][counts[rung] === 1 ? 'one' : 'many']),
        count: counts[rung],
        upFromBelow: sum(
          movements.filter(({ from, to }) => from !== null && isBelow(from, rung) && !isBelow(to, rung)),
        ),
        downToBelow: sum(
          movements.filter(({ from, to }) => from !== null && !isBelow(from, rung) && isBelow(to, rung)),
        ),
        fresh: fresh === 0 ? null : counted(locale, fresh, words(locale).fresh),
      };
    }),
    notes: [],
  };
}

function isBelow(rung: Rung, other: Rung): boolean {
  return rungs.indexOf(rung) < rungs.indexOf(other);
}

function sum(movements: readonly Movement[]): number {
  return movements.reduce((total, { count }) => total + count, 0);
}
