import type { RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Shown } from '../delivery/illustrate.ts';
import type { Handled } from './handle.ts';
import type { Connection } from './identify-member.ts';
import { tryAgain } from './try-again.ts';
import { openView } from './views/open-view.ts';

/** Shows a member what comes after the acknowledgement. */
export async function respondWith(
  connection: Connection,
  handled: Handled,
  { client, triggerId, respond }: { client: WebClient; triggerId: string; respond: RespondFn },
): Promise<void> {
  if (handled.kind === 'message') {
    const say = ephemerally(respond, handled.replace);
    const first = async (words: Shown | null) => void (words && (await say(words)));
    await connection.illustrator.answer(connection, handled.message, first, say);
  }
  if (handled.kind === 'open') await openView(client, triggerId, handled);
}

/** Says something to the member alone. What takes the place of a message does so once; what follows stands below it. */
export function ephemerally(respond: RespondFn, replace = false): (shown: Shown) => Promise<void> {
  let replaces = replace;
  return async (shown) => {
    const answer = { ...shown, response_type: 'ephemeral', replace_original: replaces } as const;
    await tryAgain(() => respond(answer));
    replaces = false;
  };
}
