import type { Shown } from '../delivery/say.ts';
import type { Handled } from './handle.ts';
import type { Connection } from './identify-member.ts';
import { type AnswerPlace, sayTo } from './say-to.ts';
import { drawNotOpened, type Retry } from './views/not-opened.ts';
import { openModal } from './views/open-view.ts';

/** Shows a member what comes after the acknowledgement. */
export async function respondWith(
  connection: Connection,
  handled: Handled,
  { place, triggerId, retry }: { readonly place: AnswerPlace; readonly triggerId: string; readonly retry: Retry },
): Promise<void> {
  if (handled.kind === 'message') {
    const say = sayTo(connection, place, handled.replace);
    const first = async (words: Shown | null) => void (words && (await say.surely(words)));
    await connection.illustrator.answer(connection, handled.message, { first, say, memberId: place.memberId });
  }
  if (handled.kind === 'open') {
    const modal = await openModal(connection, triggerId, { ...handled, memberId: place.memberId });
    if (modal.problem) await sayTo(connection, place).surely(drawNotOpened(modal.problem, handled, retry));
    await modal.finish();
  }
}
