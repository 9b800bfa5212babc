import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { Reply } from '../../facts/reply.ts';
import { actions, context, divider, header, lines, section } from '../../messages/kit/blocks.ts';
import { buttonKind } from '../../messages/kit/button.ts';
import { withIsoDays } from '../../messages/kit/json.ts';
import { toMessage } from '../../messages/kit/message.ts';
import type { Presenter } from '../../messages/kit/presenter.ts';
import { localeName } from '../../messages/settings.ts';
import { channelPiece } from '../../messages/words/names.ts';
import { cronWords } from '../../messages/words/when-words.ts';
import { formatInstant } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatList } from '../../text/list.ts';
import { formatNumber } from '../../text/number.ts';
import { digestSections } from './index.ts';

/** Opens the modal of one digest; null: a new one. */
export const changeDigestButton = buttonKind('digest.change', z.object({ scheduleId: z.int().positive().nullable() }));

const words = defineText({
  en: {
    title: 'Digests',
    none: 'No channel gets a digest yet.',
    review: 'Quarterly review, first weekday of the quarter 9:00',
    next: (at: string) => `Next: ${at}`,
    off: 'Switched off',
    change: 'Change',
    add: 'Add a digest',
    more: (count: string) => `Not shown: ${count}.`,
  },
  da: {
    title: 'Opsummeringer',
    none: 'Ingen kanal får en opsummering endnu.',
    review: 'Kvartalsgennemgang, første hverdag i kvartalet kl. 9.00',
    next: (at: string) => `Næste: ${at}`,
    off: 'Slået fra',
    change: 'Ret',
    add: 'Tilføj en opsummering',
    more: (count: string) => `Vises ikke: ${count}.`,
  },
  nb: {
    title: 'Oppsummeringer',
    none: 'Ingen kanal får en oppsummering ennå.',
    review: 'Kvartalsgjennomgang, første hverdag i kvartalet kl. 9:00',
    next: (at: string) => `Neste: ${at}`,
    off: 'Slått av',
    change: 'Endre',
    add: 'Legg til en oppsummering',
    more: (count: string) => `Vises ikke: ${count}.`,
  },
});

type ShownSchedule = Extract<Reply, { kind: 'digest-settings' }>['schedules'][number];
const mostShown = 14;

/** Which channels get a digest, and when. */
export const digestSettingsReply: Presenter<'digest-settings'> = {
  draw({ schedules }, locale) {
    const text = words(locale);
    const add = actions(changeDigestButton.element(text.add, { scheduleId: null }, { style: 'primary' }));
    if (schedules.length === 0) return toMessage(text.none, [section(text.none), add]);
    const shown = schedules.slice(0, mostShown);
    const left = schedules.length - shown.length;
    return toMessage(`${text.title}: ${formatNumber(locale, schedules.length)}`, [
      header(text.title),
      ...shown.flatMap((schedule) => drawSchedule(schedule, locale)),
      ...(left > 0 ? [context(text.more(formatNumber(locale, left)))] : []),
      divider(),
      add,
    ]);
  },
  json: ({ schedules }) => withIsoDays({ schedules }),
};

function drawSchedule(schedule: ShownSchedule, locale: Locale): KnownBlock[] {
  const text = words(locale);
  const sections = digestSections.filter(({ name }) => schedule.sections.includes(name));
  const times = schedule.kind === 'quarterly-review' ? text.review : cronWords(locale, schedule.cron);
  const when = `${times} (${schedule.timeZone})`;
  const what = [
    localeName(locale, schedule.locale),
    formatList(
      locale,
      sections.map(({ title }) => title(locale)),
    ),
  ];
  const state = schedule.active ? text.next(formatInstant(locale, schedule.dueAt, schedule.timeZone)) : text.off;
  return [
    divider(),
    lines([channelPiece(schedule.channelId), ` · ${when}`], [what.filter((part) => part !== '').join(' · ')], [state]),
    actions(changeDigestButton.element(text.change, { scheduleId: schedule.id })),
  ];
}
