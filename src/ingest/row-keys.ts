import { contentKey, hashContent } from './content-key.ts';
import type { WrittenDate } from './dates.ts';
import { createKeyCounter } from './key-counter.ts';
import type { RowRules } from './row-rules.ts';

type Parts = readonly (string | number | null)[];

/** What a row without an id of its own is known by. */
export interface RowKey {
  readonly id: string;
  /** What an older version of the app knew it by, where that is something else. */
  readonly formerIds: readonly string[] | null;
}

/**
 * Gives rows of a file the key of their content, of what was meant and not of how it was written. Rows that came in
 * before that was told apart are found by the keys of what was part of it then. Rows of a file that a person called others than
 * those of any other file are keyed by its name, too.
 */
export function createRowKeys({ others }: Pick<RowRules, 'others'>) {
  const counter = createKeyCounter();
  const former: ReturnType<typeof createKeyCounter>[] = [];
  return (meant: Parts, ...formerly: readonly Parts[]): RowKey => {
    if (others !== null) {
      const hash = hashContent(['others', others, ...meant]);
      return { id: contentKey(hash, counter.next(hash)), formerIds: null };
    }
    const hash = hashContent(meant);
    const id = contentKey(hash, counter.next(hash));
    const formerIds = formerly.flatMap((parts, version) => {
      const before = hashContent(parts);
      former[version] ??= createKeyCounter();
      const formerId = contentKey(before, former[version].next(before));
      // Of the same content only the count can be another, and by that another row is known now.
      return before.high === hash.high && before.low === hash.low ? [] : [formerId];
    });
    return { id, formerIds: formerIds.length > 0 ? [...new Set(formerIds)] : null };
  };
}

/** Midnight, which spreadsheets put behind a day alone. */
export function isMidnight({ timeMs, offset, zone }: WrittenDate): boolean {
  return timeMs === 0 && offset === null && zone === undefined;
}

/** When something was, as it is meant. */
export function momentMeant(date: WrittenDate): Parts {
  // Midnight in UTC is what programs make of a day alone, too.
  const isDay = isMidnight(date) || (date.timeMs === 0 && date.offset === 0);
  return isDay ? [date.day, null, null] : momentWritten(date);
}

/** The same as it was written. */
export function momentWritten({ day, timeMs, offset }: WrittenDate): Parts {
  return [day, timeMs, offset];
}
