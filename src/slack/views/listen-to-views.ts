import type { App, ViewResponseAction, ViewStateValue } from '@slack/bolt';
import { guardSilently } from '../guard.ts';
import { handleForm } from '../handle.ts';
import type { Submitted } from '../handler-outcome.ts';
import type { AppHomes } from '../home/app-homes.ts';
import type { ConnectionOf } from '../identify-member.ts';
import { forms } from './index.ts';
import { replaceView } from './open-view.ts';

/** Takes modals that were sent, and asks for choices while one types in them. */
export function listenToViews(app: App, connectionOf: ConnectionOf, homes: AppHomes): void {
  app.view({ type: 'view_submission' }, async ({ body, view, ack, client }) => {
    const connection = connectionOf(body.team?.id);
    const handler = forms.find(({ id }) => id === view.callback_id);
    if (!connection || !handler) return ack();
    const values = view.state.values as Record<string, Record<string, ViewStateValue>>;
    const submitted = await handleForm(connection, body.user.id, (incoming) =>
      handler.submit(incoming, view.private_metadata, values, view.id),
    );
    await ack(toResponse(submitted) as ViewResponseAction);
    const later = submitted.kind === 'show' ? await submitted.later?.() : undefined;
    if (later) await replaceView(client, { view_id: view.id, view: later });
    if (submitted.kind !== 'errors') await homes.refresh(connection, body.user.id);
  });

  for (const { suggest } of forms.map(({ hooks }) => hooks)) {
    if (!suggest) continue;
    app.options(suggest.actionId, async ({ body, ack }) => {
      const connection = connectionOf(body.team?.id);
      const typed = 'value' in body ? String(body.value) : '';
      const found =
        connection && (await guardSilently(connection, body.user.id, (incoming) => suggest.options(incoming, typed)));
      await ack({ options: found ?? [] });
    });
  }
}

function toResponse(submitted: Submitted): ViewResponseAction {
  switch (submitted.kind) {
    case 'errors':
      return { response_action: 'errors', errors: { ...submitted.errors } };
    case 'close':
      return { response_action: 'clear' };
    case 'show':
      return { response_action: 'update', view: submitted.view };
  }
}
