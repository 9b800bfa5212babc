import type { MetRule, RefusalRule } from '../conditions.ts';

export interface Refusals {
  /** The workspace's rules, with how often each was met. */
  list(workspace: string): readonly MetRule[];
  /** New rules take the place of those that were. */
  follow(workspace: string, rules: readonly RefusalRule[]): void;
  /** The first rule that fits this call and is not used up; it counts as met. */
  meet(workspace: string, method: string, channel: string | null): RefusalRule | null;
}

/** What Slack was told to refuse, in memory only. */
export function createRefusals(): Refusals {
  const rules = new Map<string, { readonly rule: RefusalRule; met: number }[]>();
  return {
    list: (workspace) => (rules.get(workspace) ?? []).map(({ rule, met }) => ({ ...rule, met })),
    follow: (workspace, next) =>
      void rules.set(
        workspace,
        next.map((rule) => ({ rule, met: 0 })),
      ),
    meet(workspace, method, channel) {
      const found = (rules.get(workspace) ?? []).find(
        ({ rule, met }) =>
          rule.method === method &&
          (rule.channel === undefined || rule.channel === channel) &&
          met < (rule.times ?? Number.POSITIVE_INFINITY),
      );
      if (!found) return null;
      found.met += 1;
      return found.rule;
    },
  };
}
