import { type Json, jsonList } from '../json.ts';
import type { ActResult, ElementValue, OptionsQuery, StateValues } from '../page-api.ts';
import { Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import type { StoredMessage, StoredView } from '../state/model.ts';
import { issueResponseUrl } from '../workspace/answers.ts';
import { channelName, interactionPayload, messagePayload, viewPayload } from '../workspace/payload.ts';
import { maySee } from '../workspace/sight.ts';
import { asOffered, completeState, elementsOf, type PlacedElement, statefulKinds } from '../workspace/state-values.ts';
import { findView } from '../workspace/views.ts';
import { actorOf, type Doing, toResult } from './result.ts';

/**
 * Presses a button or chooses in an element: the app gets block_actions. An input block tells only when it is submitted,
 * unless it has dispatch_action (`not_dispatched`).
 */
export async function press(sandbox: Sandbox, act: Doing<'press'>): Promise<ActResult> {
  const { day, user } = actorOf(sandbox, act);
  if (!sandbox.manifest.settings.interactivity.is_enabled) throw new Refusal('interactivity_disabled');
  const place = placeOf(sandbox, act);
  const pressed = elementIn(place, act.blockId, act.actionId);
  const { block } = pressed;
  if (block.type === 'input' && block.dispatch_action !== true) throw new Refusal('not_dispatched');
  const given = withValue(act.state ?? {}, act);
  const payload = {
    ...interactionPayload(sandbox, 'block_actions', day, user),
    ...placePayload(sandbox, place, given),
    ...(place.kind === 'message' && { response_url: responseUrl(sandbox, place.message, user.id) }),
    actions: [actionOf(sandbox, pressed, act.value ?? {})],
  };
  return toResult(await sandbox.delivery.deliver({ type: 'interactive', payload, acceptsResponse: false }));
}

export type Place =
  | { readonly kind: 'message'; readonly message: StoredMessage }
  | { readonly kind: 'view'; readonly view: StoredView };

/** Where an element stands, if the person sees it. Refused with: message_not_found, view_not_found. */
export function placeOf(sandbox: Sandbox, { workspace, as, on }: Pick<OptionsQuery, 'workspace' | 'as' | 'on'>): Place {
  if (on.kind === 'message') {
    const message = sandbox.world.messages.get(on.channel, on.ts);
    if (!message || message.workspace !== workspace || !maySee(sandbox, message, as)) {
      throw new Refusal('message_not_found');
    }
    return { kind: 'message', message };
  }
  const view = findView(sandbox, on.viewId);
  if (!view || view.workspace !== workspace || view.user !== as) throw new Refusal('view_not_found');
  return { kind: 'view', view };
}

/** The element that is meant. Refused with element_not_found. */
export function elementIn(place: Place, blockId: string, actionId: string): PlacedElement {
  const found = elementsOf(blocksOf(place)).find((one) => one.blockId === blockId && one.actionId === actionId);
  if (!found) throw new Refusal('element_not_found');
  return found;
}

/** The container, and the message or view itself, as interactions carry them. */
export function placePayload(sandbox: Sandbox, place: Place, given: StateValues): Json {
  const values = completeState(blocksOf(place), given);
  if (place.kind === 'view') {
    const view = viewPayload(sandbox, place.view, values);
    return { container: { type: 'view', view_id: place.view.id }, view };
  }
  const { message } = place;
  const channel = sandbox.world.channels.get(message.channel);
  const ephemeral = message.visibleTo !== null;
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: ephemeral,
      ...(message.threadTs !== null && { thread_ts: message.threadTs }),
    },
    channel: { id: message.channel, name: channel ? channelName(channel) : '' },
    ...(!ephemeral && { message: messagePayload(sandbox, message) }),
    state: { values },
  };
}

function blocksOf(place: Place): readonly Json[] {
  return place.kind === 'message' ? place.message.blocks : jsonList(place.view.view.blocks);
}

function withValue(state: StateValues, act: Doing<'press'>): StateValues {
  if (!act.value) return state;
  return { ...state, [act.blockId]: { ...state[act.blockId], [act.actionId]: act.value } };
}

function responseUrl(sandbox: Sandbox, message: StoredMessage, user: string): string {
  const { workspace, channel, ts } = message;
  return issueResponseUrl(sandbox, { workspace, user, channel, ts });
}

/** The pressed element as Slack describes it in `actions`. */
function actionOf(sandbox: Sandbox, { element, blockId, actionId }: PlacedElement, value: ElementValue): Json {
  const type = String(element.type);
  const kind = statefulKinds[type];
  const about = {
    type,
    action_id: actionId,
    block_id: blockId,
    action_ts: (sandbox.clock.now() / 1000).toFixed(6),
  };
  if (type === 'overflow') {
    const option = asOffered(element, value.selected_option);
    if (!option) throw new Refusal('invalid_value');
    return { ...about, selected_option: option };
  }
  if (type === 'feedback_buttons') return { ...about, value: value.value ?? null };
  if (kind) {
    const initial = kind.initial === null ? undefined : element[kind.initial];
    const placeholder = element.placeholder;
    const chosen = asOffered(element, value[kind.key]);
    if (chosen === null && value[kind.key]) throw new Refusal('invalid_value');
    return {
      ...about,
      [kind.key]: chosen ?? (kind.many ? [] : null),
      ...(initial !== undefined && { [kind.initial ?? '']: initial }),
      ...(placeholder !== undefined && { placeholder }),
    };
  }
  const { text, icon, value: given, style, url } = element;
  return {
    ...about,
    ...(text !== undefined && { text }),
    ...(icon !== undefined && { icon }),
    ...(given !== undefined && { value: given }),
    ...(style !== undefined && { style }),
    ...(url !== undefined && { url }),
  };
}
