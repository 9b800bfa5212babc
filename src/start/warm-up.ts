import type { Context } from '../context.ts';

/**
 * Asks what the first press will ask, so that whatever is loaded and compiled for it is there before Slack sends anything: a
 * form has to be open within three seconds, and on a busy machine the first question alone takes that long.
 */
export async function warmUp({ store }: Context): Promise<void> {
  await Promise.all([store.arrival(''), store.members.list(), store.schedules.findByChannel(''), store.targets.list()]);
}
