import { setTimeout as pause } from 'node:timers/promises';
import { section } from '../messages/kit/blocks.ts';
import { toMessage } from '../messages/kit/message.ts';
import { defineText, type Locale } from '../text/define-text.ts';
import { toLocale } from '../text/to-locale.ts';
import type { Connection } from './identify-member.ts';
import { type AnswerPlace, sayTo } from './say-to.ts';

const words = defineText({
  en: { slow: 'This takes longer than usual. The answer comes as soon as it is there.' },
  da: { slow: 'Det tager længere tid end normalt. Svaret kommer, så snart det er klart.' },
  nb: { slow: 'Dette tar lengre tid enn vanlig. Svaret kommer så snart det er klart.' },
});

/** Longer than Slack is waited for where it does not say who somebody is. */
const patienceMs = 12_000;

/** Waits for what somebody is to be told. Where that takes long, as with a database that does not answer, they hear so. */
export async function tellingMeanwhile<T>(connection: Connection, place: AnswerPlace, work: Promise<T>): Promise<T> {
  const limit = new AbortController();
  const late = pause(patienceMs, true, { signal: limit.signal }).catch(() => false);
  const isLate = await Promise.race([late, work.then(() => false)]).finally(() => limit.abort());
  if (isLate) {
    const text = words(await localeInSlack(connection, place.memberId)).slow;
    await sayTo(connection, place).surely(toMessage(text, [section(text)]));
  }
  return work;
}

/** As Slack has it: what they chose here stands in the database. */
async function localeInSlack({ people }: Connection, memberId: string): Promise<Locale> {
  const person = await people.find(memberId).catch(() => null);
  return toLocale(person?.slackLocale ?? null) ?? 'en';
}
