import { newSecret } from './ids.ts';

interface Trigger {
  readonly workspace: string;
  readonly user: string;
}

export interface Triggers {
  /** A new trigger_id for what a person just did. */
  issue(trigger: Trigger): string;
  /** Uses a trigger up. The refusals are Slack's own words. */
  exchange(id: string): Trigger | 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id';
}

const lifetimeMs = 3000;
/** So long a late trigger is told from one that never was. */
const rememberedMs = 60_000;

/** trigger_ids live three seconds by the sandbox's clock and work once. */
export function createTriggers(now: () => number): Triggers {
  const issued = new Map<string, Trigger & { readonly expiresAt: number; used: boolean }>();
  return {
    issue(trigger) {
      for (const [id, old] of issued) if (now() > old.expiresAt + rememberedMs) issued.delete(id);
      const id = `${Math.floor(now())}.1000000000001.${newSecret()}`;
      issued.set(id, { ...trigger, expiresAt: now() + lifetimeMs, used: false });
      return id;
    },
    exchange(id) {
      const trigger = issued.get(id);
      if (!trigger) return 'invalid_trigger_id';
      if (trigger.used) return 'exchanged_trigger_id';
      if (now() > trigger.expiresAt) return 'expired_trigger_id';
      trigger.used = true;
      return { workspace: trigger.workspace, user: trigger.user };
    },
  };
}
