import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { Reply } from '../../facts/reply.ts';
import { actions, context, header, section } from '../../messages/kit/blocks.ts';
import { buttonKind } from '../../messages/kit/button.ts';
import { withIsoDays } from '../../messages/kit/json.ts';
import { toMessage } from '../../messages/kit/message.ts';
import type { Presenter } from '../../messages/kit/presenter.ts';
import { localeName } from '../../messages/settings.ts';
import { channelMention } from '../../messages/words/names.ts';
import { cronWords } from '../../messages/words/when-words.ts';
import { formatInstant } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatList } from '../../text/list.ts';
import { formatNumber } from '../../text/number.ts';
import { counted } from '../../text/plural.ts';
import { escapeMrkdwn } from '../../text/typed.ts';
import { digestSections } from './index.ts';

/** Opens the modal of one digest; null: a new one. */
export const changeDigestButton = buttonKind('digest.change', z.object({ scheduleId: z.int().positive().nullable() }));

const words = defineText({
  en: {
    digests: { one: 'digest', many: 'digests' },
    none: 'No channel gets a digest yet.',
    review: 'Quarterly review, first weekday of the quarter 9:00',
    next: (at: string) => `Next: ${at}`,
    off: 'Switched off',
    change: 'Change',
    add: 'Add a digest',
    more: (count: string) => `Not shown: ${count}. To change one of them, add a digest for its channel.`,
  },
  da: {
    digests: { one: 'opsummering', many: 'opsummeringer' },
    none: 'Ingen kanal får en opsummering endnu.',
    review: 'Kvartalsgennemgang, første hverdag i kvartalet kl. 9.00',
    next: (at: string) => `Næste: ${at}`,
    off: 'Slået fra',
    change: 'Ret',
    add: 'Tilføj en opsummering',
    more: (count: string) => `Vises ikke: ${count}. Vil du rette en af dem, så tilføj en opsummering for dens kanal.`,
  },
  nb: {
    digests: { one: 'oppsummering', many: 'oppsummeringer' },
    none: 'Ingen kanal får en oppsummering ennå.',
    review: 'Kvartalsgjennomgang, første hverdag i kvartalet kl. 9:00',
    next: (at: string) => `Neste: ${at}`,
    off: 'Slått av',
    change: 'Endre',
    add: 'Legg til en oppsummering',
    more: (count: string) => `Vises ikke: ${count}. Vil du endre en av dem, legg til en oppsummering for kanalen.`,
  },
});

type ShownSchedule = Extract<Reply, { kind: 'digest-settings' }>['schedules'][number];
/** As many are read at a glance, of which so many with their next day and what is in them. */
const mostShown = 10;
const mostInFull = 4;

/** Which channels get a digest, and when. */
export const digestSettingsReply: Presenter<'digest-settings'> = {
  draw({ schedules }, locale, { inTerminal }) {
    const text = words(locale);
    const add = actions(changeDigestButton.element(text.add, { scheduleId: null }, { style: 'primary' }));
    if (schedules.length === 0) return toMessage(text.none, [section(text.none), add]);
    const shown = inTerminal ? schedules : schedules.slice(0, mostShown);
    const left = schedules.length - shown.length;
    const title = counted(locale, schedules.length, text.digests);
    return toMessage(title, [
      header(title),
      ...shown.map((schedule) => drawSchedule(schedule, locale, inTerminal === true || schedules.length <= mostInFull)),
      ...(left > 0 ? [context(text.more(formatNumber(locale, left)))] : []),
      add,
    ]);
  },
  json: ({ schedules }) => withIsoDays({ schedules }),
};

/** "#support · Mondays 9:00", and what is in it; mrkdwn of our own words. */
function drawSchedule(schedule: ShownSchedule, locale: Locale, isInFull: boolean): KnownBlock {
  const text = words(locale);
  const { channelId, kind, cron, timeZone, active, dueAt } = schedule;
  const times = kind === 'quarterly-review' ? text.review : cronWords(locale, cron);
  const state = active ? text.next(formatInstant(locale, dueAt, timeZone)) : text.off;
  const said = escapeMrkdwn(isInFull ? `${times} (${timeZone})` : active ? times : `${times} · ${state}`);
  const sections = digestSections.filter(({ name }) => schedule.sections.includes(name));
  const titles = sections.map(({ title }) => title(locale));
  const what = [localeName(locale, schedule.locale), formatList(locale, titles), state].filter((part) => part !== '');
  const about = isInFull ? `\n${escapeMrkdwn(what.join(' · '))}` : '';
  return section(
    `${channelMention(channelId)} · ${said}${about}`,
    changeDigestButton.element(text.change, { scheduleId: schedule.id }),
  );
}
