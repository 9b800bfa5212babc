import { isJson, type Json, jsonList } from '../json.ts';
import type { ActResult, ElementValue, StateValues } from '../page-api.ts';
import { Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import type { FirstDay } from '../state/first-day.ts';
import type { StoredUser, StoredView } from '../state/model.ts';
import { issueResponseUrl } from '../workspace/answers.ts';
import { filePayload, interactionPayload, viewPayload } from '../workspace/payload.ts';
import { completeState, elementsOf } from '../workspace/state-values.ts';
import { closeModals, openModal, showErrors, updateView } from '../workspace/views.ts';
import { faultsOf } from './fields.ts';
import { actorOf, type Doing, toResult } from './result.ts';

type State = Record<string, Record<string, ElementValue>>;

/**
 * Submits the modal on top. What Slack itself checks is checked first (`invalid_fields`, with words under the fields);
 * then the app decides: nothing closes the view; errors, update, push and clear are its other answers.
 */
export async function submit(sandbox: Sandbox, act: Doing<'submit'>): Promise<ActResult> {
  const { day, user } = actorOf(sandbox, act);
  const view = topView(sandbox, act);
  const blocks = jsonList(view.view.blocks);
  const state = completeState(blocks, act.state);
  const faults = faultsOf(blocks, state);
  showErrors(sandbox, view, faults);
  if (Object.keys(faults).length > 0) return { ok: false, error: 'invalid_fields' };
  const payload = {
    ...interactionPayload(sandbox, 'view_submission', day, user),
    view: viewPayload(sandbox, view, withFiles(sandbox, state)),
    response_urls: responseUrls(sandbox, blocks, state, view),
  };
  const outcome = await sandbox.delivery.deliver({ type: 'interactive', payload, acceptsResponse: true });
  if (!outcome.ok) return toResult(outcome);
  const answer = isJson(outcome.body) ? outcome.body : {};
  return { ...toResult(outcome), ...follow(sandbox, view, answer) };
}

/** Closes the modal on top by Cancel, or all of them; the app hears of it when the view wants so. */
export async function close(sandbox: Sandbox, act: Doing<'close'>): Promise<ActResult> {
  const { day, user } = actorOf(sandbox, act);
  const top = topView(sandbox, act);
  const all = act.all === true || top.view.clear_on_close === true;
  const closed = closeModals(sandbox, day.id, user.id, all);
  const told = closed.filter((view) => view.view.notify_on_close === true);
  await Promise.all(told.map((view) => tellClosed(sandbox, day, user, view, all)));
  return { ok: true };
}

async function tellClosed(
  sandbox: Sandbox,
  day: FirstDay,
  user: StoredUser,
  view: StoredView,
  isCleared: boolean,
): Promise<void> {
  const payload = {
    ...interactionPayload(sandbox, 'view_closed', day, user),
    view: viewPayload(sandbox, view, completeState(jsonList(view.view.blocks), {})),
    is_cleared: isCleared,
  };
  await sandbox.delivery.deliver({ type: 'interactive', payload, acceptsResponse: false });
}

function topView(sandbox: Sandbox, act: Doing<'submit'> | Doing<'close'>): StoredView {
  const top = sandbox.modals.stack(act.workspace, act.as).at(-1);
  if (top?.id !== act.viewId) throw new Refusal('view_not_found');
  return top;
}

/** Does what the app's answer to a submission says. */
function follow(sandbox: Sandbox, view: StoredView, answer: Json): Partial<ActResult> {
  const { workspace, user } = view;
  const current = sandbox.modals.find(view.id) ?? view;
  const next = isJson(answer.view) ? answer.view : {};
  switch (answer.response_action) {
    case undefined:
      removeModal(sandbox, view);
      return {};
    case 'clear':
      closeModals(sandbox, workspace, user, true);
      return {};
    case 'update':
      return { id: updateView(sandbox, current, next, null).id };
    case 'push':
      return { id: openModal(sandbox, workspace, user, next, true).id };
    case 'errors':
      return refuseFields(sandbox, current, answer.errors);
    default:
      throw new Refusal('invalid_response_action');
  }
}

/** Slack takes errors for input blocks only, and at least one. */
function refuseFields(sandbox: Sandbox, view: StoredView, errors: unknown): Partial<ActResult> {
  const inputs = jsonList(view.view.blocks).filter((block) => block.type === 'input');
  const entries = isJson(errors) ? Object.entries(errors) : [];
  const known = entries.every(([id, words]) => typeof words === 'string' && inputs.some((one) => one.block_id === id));
  if (entries.length === 0 || !known) throw new Refusal('invalid_response_errors');
  showErrors(sandbox, view, errors as Record<string, string>);
  return {};
}

function removeModal(sandbox: Sandbox, view: StoredView): void {
  const top = sandbox.modals.stack(view.workspace, view.user).at(-1);
  if (top?.id === view.id) closeModals(sandbox, view.workspace, view.user, false);
}

/** A file input's value holds whole files. */
function withFiles(sandbox: Sandbox, state: State): State {
  const expand = (value: ElementValue): ElementValue => {
    if (value.type !== 'file_input') return value;
    const files = jsonList(value.files).flatMap((one) => {
      const file = sandbox.world.files.get(String(one.id));
      return file ? [filePayload(sandbox, file)] : [];
    });
    return { ...value, files };
  };
  return mapValues(state, (block) => mapValues(block, expand));
}

function mapValues<From, To>(from: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(from).map(([key, value]) => [key, change(value)]));
}

/** One for each chosen channel whose select asks for it. */
function responseUrls(
  sandbox: Sandbox,
  blocks: readonly Json[],
  state: StateValues,
  view: StoredView,
): readonly Json[] {
  return elementsOf(blocks).flatMap(({ element, blockId, actionId }) => {
    if (element.response_url_enabled !== true) return [];
    const value = state[blockId]?.[actionId];
    const channel = value?.selected_conversation ?? value?.selected_channel;
    if (typeof channel !== 'string') return [];
    const { workspace, user } = view;
    const url = issueResponseUrl(sandbox, { workspace, user, channel, ts: null });
    return [{ block_id: blockId, action_id: actionId, channel_id: channel, response_url: url }];
  });
}
