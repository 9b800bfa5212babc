import type { AckFn } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { ViewsUpdateArguments, WebClient } from '@slack/web-api';
import { slackRefusal } from '../../delivery/slack-refusal.ts';

/** Opens a modal before anything else, as a trigger lives for three seconds. */
export async function openView(
  client: WebClient,
  triggerId: string,
  { view, later }: { readonly view: ModalView; readonly later?: () => Promise<ModalView> },
  ack: AckFn<void> | (() => Promise<void>) = async () => undefined,
): Promise<void> {
  const opened = await client.views.open({ trigger_id: triggerId, view });
  await ack();
  const next = await later?.();
  const { id, hash } = opened.view ?? {};
  if (next && id) await replaceView(client, { view_id: id, view: next, ...(hash && { hash }) });
}

/** Shows something else in a modal, unless it was closed or redrawn meanwhile. */
export async function replaceView(client: WebClient, change: ViewsUpdateArguments): Promise<void> {
  await client.views.update(change).catch((cause: unknown) => {
    const refusal = slackRefusal(cause);
    if (refusal !== 'not_found' && refusal !== 'view_not_found' && refusal !== 'hash_conflict') throw cause;
  });
}
