import type { StoredView } from './model.ts';

export interface Modals {
  /** A person's open modals, the one on top last. */
  stack(workspace: string, user: string): readonly StoredView[];
  setStack(workspace: string, user: string, stack: readonly StoredView[]): void;
  clear(): void;
  find(id: string): StoredView | undefined;
  findExternal(workspace: string, externalId: string): StoredView | undefined;
}

/** The modals that are open now, in memory only. */
export function openModals(): Modals {
  const stacks = new Map<string, readonly StoredView[]>();
  const all = () => [...stacks.values()].flat();
  return {
    stack: (workspace, user) => stacks.get(`${workspace}:${user}`) ?? [],
    setStack: (workspace, user, stack) => void stacks.set(`${workspace}:${user}`, stack),
    clear: () => stacks.clear(),
    find: (id) => all().find((view) => view.id === id),
    findExternal: (workspace, externalId) =>
      all().find((view) => view.workspace === workspace && view.view.external_id === externalId),
  };
}
