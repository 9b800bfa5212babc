import type { Clock, ReadContext } from '../context.ts';
import type { Announcement } from '../facts/announcement.ts';
import { everyVoice } from '../flows/feedback/list-voices.ts';
import { localDay } from '../loyalty/time/period.ts';
import { voiceFileLines, voiceFileStart } from '../messages/feedback/voice-file.ts';
import type { Phrasing } from './row.ts';

/** The answers of a list as a CSV. @param id of the row that sends it: no other file has the name */
export function voicesFile(
  context: ReadContext & Clock,
  id: number | string | bigint,
  { query, locale }: Extract<Announcement, { kind: 'voice-file' }>,
): NonNullable<Phrasing['file']> {
  return {
    name: `feedback-${id}.csv`,
    async *open() {
      yield voiceFileStart(locale);
      const asOf = localDay(context.now(), context.settings.timeZone) + 1;
      for await (const voices of everyVoice(context, query, asOf)) yield voiceFileLines(locale, voices);
    },
  };
}
