import { setTimeout as pause } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { outcomeOf } from '../delivery/call-outcome.ts';
import { slackRefusal } from '../delivery/slack-refusal.ts';
import { nameInSlack } from './names-in-slack.ts';
import { slackBusy } from './slack-busy.ts';
import { tryAgain } from './try-again.ts';

/** What Slack says of a member, as far as the product needs it. */
export interface Person {
  /** Null: Slack says none. */
  readonly name: string | null;
  readonly slackLocale: string | null;
  /** Guests, deleted members, bots and people of other companies in a shared channel see nothing. */
  readonly isOutsider: boolean;
  /** An owner or admin of the Slack workspace: becomes the first admin here where nobody else is. */
  readonly runsWorkspace: boolean;
}

/** Members of a workspace as Slack describes them, remembered for an hour, and longer where Slack does not say. */
export interface People {
  /**
   * @param patienceMs how long who asks may wait while Slack wants to be left alone
   * @throws UserError where that is not long enough
   */
  find(userId: string, patienceMs?: number): Promise<Person>;
  /** Asks anew of everybody: they are others now. */
  forget(): void;
}

const keptMs = 3_600_000;
const mostKept = 20_000;
/** Nobody looks at nothing for longer: they are told, and ask again. */
const usualPatienceMs = 5_000;

/** @param teamId of the workspace, or the organisation: people of another one may sit in a shared channel */
export function people(client: WebClient, teamId: string, now: () => Date): People {
  const known = new Map<string, { readonly person: Promise<Person>; readonly until: number }>();
  let restsUntil = 0;

  function ask(userId: string): Promise<Person> {
    const before = known.get(userId);
    if (known.size >= mostKept) known.clear();
    const person = askSlack(client, teamId, userId);
    known.set(userId, { person, until: now().getTime() + keptMs });
    person.catch(() => (before ? known.set(userId, before) : known.delete(userId)));
    return person;
  }

  return {
    forget: () => known.clear(),
    async find(userId, patienceMs = usualPatienceMs) {
      for (let leftMs = patienceMs; ; ) {
        const kept = known.get(userId);
        const isFresh = kept !== undefined && kept.until > now().getTime();
        const restMs = restsUntil - performance.now();
        if (!isFresh && restMs > 0) {
          if (kept) return kept.person;
          if (restMs > leftMs) throw slackBusy(restMs, 'unknown');
          leftMs -= restMs;
          await pause(restMs);
          continue;
        }
        try {
          return await (isFresh ? kept.person : ask(userId));
        } catch (thrown) {
          const outcome = outcomeOf(thrown);
          if (outcome.kind !== 'rate-limited') {
            const isPassing = outcome.kind === 'uncertain' || outcome.kind === 'not-accepted';
            if (kept && !isFresh && isPassing) return kept.person;
            throw thrown;
          }
          restsUntil = Math.max(restsUntil, performance.now() + outcome.waitMs);
        }
      }
    },
  };
}

const notOfHere = ['user_not_found', 'user_not_visible'];

async function askSlack(client: WebClient, teamId: string, user: string): Promise<Person> {
  const found = await tryAgain(() => client.users.info({ user, include_locale: true }), 0).then(
    (answer) => answer.user,
    (thrown: unknown) => {
      // Slack shows people of other companies only where the app shares a channel with them.
      if (notOfHere.includes(slackRefusal(thrown) ?? '')) return undefined;
      throw thrown;
    },
  );
  const organisation = found?.enterprise_user;
  const isOurs =
    found?.team_id === teamId ||
    organisation?.enterprise_id === teamId ||
    organisation?.teams?.includes(teamId) === true;
  return {
    name: found ? nameInSlack(found) : null,
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
