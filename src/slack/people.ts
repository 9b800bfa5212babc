import type { WebClient } from '@slack/web-api';
import { tryAgain } from './try-again.ts';

/** What Slack says of a member, as far as the product needs it. */
export interface Person {
  readonly slackLocale: string | null;
  /** Guests, deleted members, bots and people of other companies in a shared channel see nothing. */
  readonly isOutsider: boolean;
  /** An owner or admin of the Slack workspace: becomes the first admin here where nobody else is. */
  readonly runsWorkspace: boolean;
}

/** Members of a workspace as Slack describes them, remembered for an hour. */
export interface People {
  find(userId: string): Promise<Person>;
}

const keptMs = 3_600_000;
const mostKept = 20_000;

/** @param teamId of the workspace: people of another one may sit in a shared channel */
export function people(client: WebClient, teamId: string, now: () => Date): People {
  const known = new Map<string, { readonly person: Promise<Person>; readonly until: number }>();
  return {
    find(userId) {
      const kept = known.get(userId);
      if (kept && kept.until > now().getTime()) return kept.person;
      const person = ask(client, teamId, userId);
      if (known.size >= mostKept) known.clear();
      known.set(userId, { person, until: now().getTime() + keptMs });
      person.catch(() => known.delete(userId));
      return person;
    },
  };
}

async function ask(client: WebClient, teamId: string, user: string): Promise<Person> {
  const { user: found } = await tryAgain(() => client.users.info({ user, include_locale: true }));
  const isOurs = found?.team_id === teamId || found?.enterprise_user?.teams?.includes(teamId) === true;
  return {
    slackLocale: found?.locale ?? null,
    isOutsider: Boolean(
      !isOurs ||
        found?.is_restricted ||
        found?.is_ultra_restricted ||
        found?.deleted ||
        found?.is_bot ||
        found?.is_stranger,
    ),
    runsWorkspace: Boolean(found?.is_admin || found?.is_owner),
  };
}
