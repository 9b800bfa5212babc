import type { Asking } from '../../commands/command.ts';
import type { Incoming } from '../identify-member.ts';

/** Who asks, for the commands. */
export function toAsking(incoming: Incoming, asOf = incoming.today + 1): Asking {
  return { ...incoming, asOf, windowDays: null };
}
