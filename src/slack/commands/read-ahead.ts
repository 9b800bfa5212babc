import { isDeepStrictEqual } from 'node:util';
import { findCommand, firstCommand } from '../../commands/index.ts';
import { localDay } from '../../loyalty/time/period.ts';
import type { Connection, Incoming } from '../identify-member.ts';

/** Whether words ask for what a whole workspace looks at many times a day, and change nothing. */
export function asksForFigures(typed: string): boolean {
  const [word = ''] = typed.trim().split(/\s+/, 1);
  const command = word === '' ? firstCommand : findCommand(word);
  return command?.isOften ?? false;
}

/**
 * Begins to answer something that only reads, with the member and the settings as they were the last time, while the
 * database is asked how they are now: one turn to the database instead of two. What was begun counts only where nothing
 * has changed.
 *
 * @returns what answers the member as they are
 */
export function readAhead<T>(
  connection: Connection,
  memberId: string,
  handle: (incoming: Incoming) => Promise<T>,
): (incoming: Incoming) => Promise<T> {
  const known = recall(connection, memberId);
  // After the question of how they are now, which is answered while the database works on the rest.
  const begun = known && Promise.resolve(known).then(handle);
  // Whatever it comes to, it is either asked for below or of no interest.
  begun?.catch(() => undefined);
  return (incoming) => {
    remember(connection, incoming);
    return known && begun && isSame(known, incoming) ? begun : handle(incoming);
  };
}

const mostKept = 20_000;
const remembered = new WeakMap<Connection, Map<string, Incoming>>();

function recall(connection: Connection, memberId: string): Incoming | null {
  const known = remembered.get(connection)?.get(memberId);
  return known ? { ...known, today: localDay(connection.now(), known.settings.timeZone) } : null;
}

function remember(connection: Connection, incoming: Incoming): void {
  const members = remembered.get(connection) ?? new Map<string, Incoming>();
  if (members.size >= mostKept) members.clear();
  members.set(incoming.memberId, incoming);
  remembered.set(connection, members);
}

function isSame(a: Incoming, b: Incoming): boolean {
  return a.role === b.role && a.locale === b.locale && a.today === b.today && isDeepStrictEqual(a.settings, b.settings);
}
