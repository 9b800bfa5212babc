import { setTimeout as pause } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import type { Deps } from '../context.ts';

/** More are left as ids: a terminal is no directory of members. */
const mostAsked = 40;
/** Nobody waits longer for a name. */
const patienceMs = 3000;

interface NamedInSlack {
  readonly name?: string;
  readonly real_name?: string;
  readonly profile?: { readonly real_name?: string; readonly display_name?: string };
}

/** What a member is called; null: Slack says nothing. */
export function nameInSlack({ name, real_name, profile }: NamedInSlack): string | null {
  return real_name || profile?.real_name || profile?.display_name || name || null;
}

/** What Slack calls members and channels, as far as it says so in time. A terminal has nobody else to ask. */
export function namesInSlack({ users, conversations }: WebClient): NonNullable<Deps['namesInSlack']> {
  async function nameOf(id: string): Promise<string | undefined> {
    if (!/^[UW]/.test(id)) return (await conversations.info({ channel: id })).channel?.name;
    const { user } = await users.info({ user: id });
    return (user && nameInSlack(user)) ?? undefined;
  }

  return async (ids) => {
    const found = new Map<string, string>();
    const asking = [...new Set(ids)].slice(0, mostAsked).map(async (id) => {
      // Whatever goes wrong, the id says it as well.
      const name = await nameOf(id).catch(() => undefined);
      if (name) found.set(id, name);
    });
    const late = new AbortController();
    await Promise.race([
      Promise.all(asking),
      pause(patienceMs, undefined, { signal: late.signal }).catch(() => undefined),
    ]);
    late.abort();
    return new Map(found);
  };
}
