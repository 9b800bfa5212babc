import { setTimeout as pause } from 'node:timers/promises';
import type { App, ViewResponseAction, ViewStateValue } from '@slack/bolt';
import type { PlainTextOption } from '@slack/types';
import { explain } from '../../errors.ts';
import { noChoices } from '../../messages/modals/customer-menu.ts';
import type { SentForm } from '../../messages/modals/kept-form.ts';
import { failedView } from '../../messages/modals/waiting-view.ts';
import type { Locale } from '../../text/define-text.ts';
import { fromEarlierVersion } from '../earlier-version.ts';
import { elsewhereWords } from '../elsewhere.ts';
import { handleForm } from '../handle.ts';
import type { Submitted } from '../handler-outcome.ts';
import type { AppHomes } from '../home/app-homes.ts';
import type { Connection, ConnectionOf } from '../identify-member.ts';
import { originOf } from '../origin.ts';
import type { FormHooks } from './form.ts';
import { forms } from './index.ts';
import { replaceView } from './open-view.ts';

/**
 * Slack draws what an acknowledgement says and what a call says as each arrives: a call right after it can be covered by the
 * "one moment" before it, for good. What is there soon is the acknowledgement itself; what comes later keeps its distance.
 */
const patienceMs = 700;

/** Takes modals that were sent, and asks for choices while one types in them. */
export function listenToViews(app: App, connectionOf: ConnectionOf, homes: AppHomes): void {
  app.view({ type: 'view_submission' }, async ({ body, view, ack }) => {
    const connection = connectionOf(originOf(body));
    const handler = forms.find(({ id }) => id === view.callback_id);
    if (!connection) return ack({ response_action: 'update', view: failedView('en', elsewhereWords) });
    const values = view.state.values as Record<string, Record<string, ViewStateValue>>;
    const sent = handler ? ({ view, values } as unknown as SentForm) : null;
    const submitted = await handleForm(connection, body.user.id, sent, async (incoming) => {
      if (!handler) throw fromEarlierVersion('form');
      return handler.submit(incoming, view.private_metadata, values, view.id);
    });
    const coming = submitted.kind === 'show' ? submitted.later?.() : undefined;
    const soon = await Promise.race([coming, pause(patienceMs, undefined)]);
    await ack(toResponse(soon ? { kind: 'show', view: soon } : submitted) as ViewResponseAction);
    if (coming && !soon) {
      const [later] = await Promise.all([coming, pause(patienceMs)]);
      const viewer = { memberId: body.user.id, locale: submitted.locale };
      await replaceView(connection, { view_id: view.id, view: later }, viewer);
    }
    if (submitted.kind !== 'errors') await homes.refresh(connection, body.user.id);
  });

  for (const { suggest } of forms.map(({ hooks }) => hooks)) {
    if (!suggest) continue;
    app.options(suggest.actionId, async ({ body, ack }) => {
      const connection = connectionOf(originOf(body));
      const typed = 'value' in body ? String(body.value) : '';
      await ack({ options: connection ? await suggested(connection, suggest, body.user.id, typed) : [] });
    });
  }
}

/**
 * Whoever types in a form of ours was let in when it was opened, so that Slack need not say again who they are: it may be
 * busy just then, and waits for choices no longer than three seconds.
 */
async function suggested(
  { store, log }: Connection,
  { options }: NonNullable<FormHooks['suggest']>,
  memberId: string,
  typed: string,
): Promise<PlainTextOption[]> {
  let locale: Locale = 'en';
  try {
    const { settings, member } = await store.arrival(memberId);
    locale = member?.locale ?? settings.locale;
    return await options({ store, locale }, typed);
  } catch (thrown) {
    return [noChoices(explain(thrown, locale, log))];
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
