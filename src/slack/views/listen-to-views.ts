import type { App, ViewResponseAction, ViewStateValue } from '@slack/bolt';
import { failedView } from '../../messages/modals/waiting-view.ts';
import { fromEarlierVersion } from '../earlier-version.ts';
import { elsewhereWords } from '../elsewhere.ts';
import { guardSilently, hurried } from '../guard.ts';
import { handleForm } from '../handle.ts';
import type { Submitted } from '../handler-outcome.ts';
import type { AppHomes } from '../home/app-homes.ts';
import type { ConnectionOf, Incoming } from '../identify-member.ts';
import { originOf } from '../origin.ts';
import { forms } from './index.ts';
import { replaceView } from './open-view.ts';

/** Takes modals that were sent, and asks for choices while one types in them. */
export function listenToViews(app: App, connectionOf: ConnectionOf, homes: AppHomes): void {
  app.view({ type: 'view_submission' }, async ({ body, view, ack }) => {
    const connection = connectionOf(originOf(body));
    const handler = forms.find(({ id }) => id === view.callback_id);
    if (!connection) return ack({ response_action: 'update', view: failedView('en', elsewhereWords) });
    const values = view.state.values as Record<string, Record<string, ViewStateValue>>;
    const submitted = await handleForm(connection, body.user.id, async (incoming) => {
      if (!handler) throw fromEarlierVersion('form');
      return handler.submit(incoming, view.private_metadata, values, view.id);
    });
    await ack(toResponse(submitted) as ViewResponseAction);
    const later = submitted.kind === 'show' ? await submitted.later?.() : undefined;
    if (later) await replaceView(connection, { view_id: view.id, view: later }, submitted.locale);
    if (submitted.kind !== 'errors') await homes.refresh(connection, body.user.id);
  });

  for (const { suggest } of forms.map(({ hooks }) => hooks)) {
    if (!suggest) continue;
    app.options(suggest.actionId, async ({ body, ack }) => {
      const connection = connectionOf(originOf(body));
      const typed = 'value' in body ? String(body.value) : '';
      const asked = (incoming: Incoming) => suggest.options(incoming, typed);
      const found = connection && (await guardSilently(hurried(connection), body.user.id, asked));
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
