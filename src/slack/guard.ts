import { explain } from '../errors.ts';
import { defineText, type Locale } from '../text/define-text.ts';
import { type Connection, type Incoming, identifyMember } from './identify-member.ts';
import { asSlacks } from './slack-busy.ts';

const words = defineText({
  en: { outsider: 'Loyalty Ladder is for members of this workspace, not for guests.' },
  da: { outsider: 'Loyalty Ladder er for medlemmer af dette workspace, ikke for gæster.' },
  nb: { outsider: 'Loyalty Ladder er for medlemmer av dette arbeidsområdet, ikke for gjester.' },
});

/** The one try/catch on the way in: finds out who it is, keeps guests out, and explains whatever was thrown. */
export async function guard<T>(
  connection: Connection,
  memberId: string,
  handle: (incoming: Incoming) => Promise<T>,
  say: (text: string, locale: Locale) => T,
): Promise<T> {
  let locale: Locale | null = null;
  try {
    const incoming = await identifyMember(connection, memberId);
    if ('outsider' in incoming) return say(words(incoming.outsider).outsider, incoming.outsider);
    locale = incoming.locale;
    return await handle(incoming);
  } catch (thrown) {
    locale ??= await localeKept(connection, memberId);
    return say(explain(asSlacks(thrown, connection.log), locale, connection.log), locale);
  }
}

/** The language of a member as far as it is known without Slack. */
async function localeKept({ store }: Connection, memberId: string): Promise<Locale> {
  try {
    const { settings, member } = await store.arrival(memberId);
    return member?.locale ?? settings.locale;
  } catch {
    return 'en';
  }
}

/** For what Slack wants acknowledged within three seconds: who it is has to be known before. */
export function hurried(connection: Connection): Connection {
  const { people } = connection;
  return { ...connection, people: { ...people, find: (userId) => people.find(userId, hurriedMs) } };
}

const hurriedMs = 1500;

/** For who is told by itself that it takes a moment: an answer to a message may come a minute later. */
export function patient(connection: Connection): Connection {
  const { people } = connection;
  return { ...connection, people: { ...people, find: (userId) => people.find(userId, patientMs) } };
}

const patientMs = 60_000;

/** For what nobody waits for: a fault is logged and that is all. */
export async function guardSilently<T>(
  connection: Connection,
  memberId: string,
  handle: (incoming: Incoming) => Promise<T>,
): Promise<T | null> {
  return guard<T | null>(connection, memberId, handle, () => null);
}
