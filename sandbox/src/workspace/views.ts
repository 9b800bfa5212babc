import { validateView } from '../block-kit/validate.ts';
import { type Json, jsonList } from '../json.ts';
import { invalid, Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import { newId, newSecret } from '../state/ids.ts';
import type { StoredView } from '../state/model.ts';
import { toSandboxScreen } from './page-shapes.ts';
import { withIds } from './settle.ts';

const mostModals = 3;
const largestView = 250_000;

/**
 * Opens a modal for a person, or pushes it onto those that are open.
 * Refused with: push_limit_reached (three are open), not_found (nothing to push onto), invalid_arguments,
 * view_too_large, duplicate_external_id.
 */
export function openModal(sandbox: Sandbox, workspace: string, user: string, view: Json, push: boolean): StoredView {
  checkView(view, 'modal');
  const stack = push ? sandbox.modals.stack(workspace, user) : [];
  if (push && stack.length === 0) throw new Refusal('not_found');
  if (stack.length >= mostModals) throw new Refusal('push_limit_reached');
  const externalId = view.external_id;
  if (externalId && sandbox.modals.findExternal(workspace, String(externalId)))
    throw new Refusal('duplicate_external_id');
  const id = newId('V');
  const stored: StoredView = {
    id,
    workspace,
    user,
    hash: newHash(sandbox),
    view: settled(view),
    rootId: stack[0]?.id ?? id,
    previousId: stack.at(-1)?.id ?? null,
    errors: {},
  };
  setStack(sandbox, workspace, user, [...stack, stored]);
  return stored;
}

/** Publishes a person's App Home. Refused with: not_enabled, hash_conflict, invalid_arguments, view_too_large. */
export function publishHome(
  sandbox: Sandbox,
  workspace: string,
  user: string,
  view: Json,
  hash: string | null,
): StoredView {
  if (!sandbox.manifest.features.app_home.home_tab_enabled) throw new Refusal('not_enabled');
  checkView(view, 'home');
  const key = `${workspace}:${user}`;
  const known = sandbox.world.homes.get(key);
  if (hash !== null && known && known.hash !== hash) throw new Refusal('hash_conflict');
  const id = known?.id ?? newId('V');
  const stored: StoredView = {
    id,
    workspace,
    user,
    hash: newHash(sandbox),
    view: settled(view),
    rootId: id,
    previousId: null,
    errors: {},
  };
  sandbox.world.homes.put(key, stored);
  showScreen(sandbox, workspace, user);
  return stored;
}

/** Replaces what a view shows; its place in the stack stays. Refused with: hash_conflict, invalid_arguments. */
export function updateView(sandbox: Sandbox, stored: StoredView, view: Json, hash: string | null): StoredView {
  checkView(view, stored.view.type === 'home' ? 'home' : 'modal');
  if (hash !== null && hash !== stored.hash) throw new Refusal('hash_conflict');
  return replace(sandbox, { ...stored, view: settled(view), hash: newHash(sandbox), errors: {} });
}

/** Puts words under fields, as response_action errors does. */
export function showErrors(sandbox: Sandbox, stored: StoredView, errors: Readonly<Record<string, string>>): void {
  replace(sandbox, { ...stored, errors });
}

/** Closes the view on top, or all of them; gives those that were closed, the topmost first. */
export function closeModals(sandbox: Sandbox, workspace: string, user: string, all: boolean): readonly StoredView[] {
  const stack = sandbox.modals.stack(workspace, user);
  const kept = all ? [] : stack.slice(0, -1);
  setStack(sandbox, workspace, user, kept);
  return stack.slice(kept.length).reverse();
}

/** An open modal or a published Home by its id. */
export function findView(sandbox: Sandbox, id: string): StoredView | undefined {
  return sandbox.modals.find(id) ?? [...sandbox.world.homes.values()].find((home) => home.id === id);
}

function replace(sandbox: Sandbox, stored: StoredView): StoredView {
  const { workspace, user } = stored;
  if (stored.view.type === 'home') {
    sandbox.world.homes.put(`${workspace}:${user}`, stored);
    showScreen(sandbox, workspace, user);
  } else {
    const stack = sandbox.modals.stack(workspace, user);
    setStack(
      sandbox,
      workspace,
      user,
      stack.map((view) => (view.id === stored.id ? stored : view)),
    );
  }
  return stored;
}

function setStack(sandbox: Sandbox, workspace: string, user: string, stack: readonly StoredView[]): void {
  sandbox.modals.setStack(workspace, user, stack);
  showScreen(sandbox, workspace, user);
}

function showScreen(sandbox: Sandbox, workspace: string, user: string): void {
  const screen = toSandboxScreen(sandbox, workspace, user);
  sandbox.live.tell(workspace, { type: 'screen', screen }, (one) => one === user);
}

function checkView(view: Json, type: 'modal' | 'home'): void {
  if (JSON.stringify(view).length > largestView) throw new Refusal('view_too_large');
  const faults = view.type === type ? validateView(view) : [`must be of type ${type} [json-pointer:/view/type]`];
  if (faults.length > 0) throw invalid('invalid_arguments', faults);
}

function settled(view: Json): Json {
  return { ...view, blocks: withIds(jsonList(view.blocks)) };
}

function newHash(sandbox: Sandbox): string {
  return `${Math.floor(sandbox.clock.now() / 1000)}.${newSecret().slice(0, 8)}`;
}
