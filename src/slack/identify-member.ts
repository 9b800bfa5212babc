import type { WebClient } from '@slack/web-api';
import type { Context } from '../context.ts';
import type { Illustrator } from '../delivery/illustrate.ts';
import { makeFirstAdmin } from '../flows/settings/make-first-admin.ts';
import { noteName } from '../flows/settings/note-name.ts';
import type { Role, Settings } from '../loyalty/settings.ts';
import { type Day, localDay } from '../loyalty/time/period.ts';
import type { Locale } from '../text/define-text.ts';
import { toLocale } from '../text/to-locale.ts';
import type { Origin } from './origin.ts';
import type { People } from './people.ts';
import { asSlacks } from './slack-busy.ts';

/** A workspace that the app is installed in, and how to speak there. */
export interface Connection extends Context {
  readonly client: WebClient;
  readonly people: People;
  readonly illustrator: Illustrator;
  /** Of Slack's Web API. */
  readonly apiUrl: string;
  /** Told after an import was started. */
  readonly nudgeImports: () => void;
  /** Told after something was said to the app that is to be answered. */
  readonly nudgeRequests: () => void;
  /** Told after a prediction was asked for. */
  readonly nudgePredictions: () => void;
  /** Told after messages of a channel began to wait, or no longer do. */
  readonly nudgeObstacles: () => void;
  /** Named in the environment: may change settings before anybody else is named. */
  readonly firstAdmin: string | null;
}

/** The workspace that something came from; null: none of ours. */
export type ConnectionOf = (origin: Origin) => Connection | null;

/** Something that a member did in Slack. */
export interface Incoming extends Connection {
  readonly settings: Settings;
  readonly memberId: string;
  readonly role: Role;
  /** The language this member reads. */
  readonly locale: Locale;
  readonly today: Day;
}

/** Finds out who it is that did something. @returns null for guests and other outsiders, who get nothing */
export async function identifyMember(
  connection: Connection,
  memberId: string,
): Promise<Incoming | { readonly outsider: Locale }> {
  const { store, now, people, firstAdmin, log } = connection;
  const asked = people.find(memberId).catch((thrown) => {
    throw asSlacks(thrown, log, 'unknown');
  });
  const [{ settings, member }, person] = await Promise.all([store.arrival(memberId), asked]);
  const locale = member?.locale ?? toLocale(person.slackLocale) ?? settings.locale;
  if (person.isOutsider) return { outsider: locale };
  if (person.name !== null && person.name !== (member?.name ?? null)) await noteName(connection, memberId, person.name);
  let role = member?.role ?? 'member';
  if (
    role === 'member' &&
    (memberId === firstAdmin || person.runsWorkspace) &&
    (await makeFirstAdmin(connection, memberId))
  ) {
    role = 'admin';
  }
  return { ...connection, settings, memberId, role, locale, today: localDay(now(), settings.timeZone) };
}

/** Where something was asked for, and which request it is. */
export interface RequestPlace {
  /** The channel; null in a modal or on the Home. */
  readonly channelId: string | null;
  /** As Slack calls it, where it says so. */
  readonly channelName?: string;
  /** Names the request: a repeated delivery has the same, and so has a second press of a button by the same person. */
  readonly requestKey: string;
}
