import type { Context } from '../../context.ts';
import { calendarWindow } from '../../loyalty/time/calendar.ts';
import { type Day, localDay } from '../../loyalty/time/period.ts';
import type { Sample } from '../../sample/generate-sample.ts';
import type { Locale } from '../../text/define-text.ts';
import { postDigestNow, setDigest } from '../digests/set-digest.ts';
import { askFirst } from '../predictions/ask-prediction.ts';
import { setTarget } from '../targets/set-target.ts';
import { fillSample } from './fill-sample.ts';

/** The channels of the sandbox's workspace that alerts and a digest come to. */
export interface SampleChannels {
  readonly alerts: string;
  readonly digest: string;
}

/** Opens the sample company in an empty workspace, with a target and a digest where it has channels. */
export async function openSampleCompany(
  context: Context,
  sampleAsOf: (today: Day) => Sample,
  channels: SampleChannels | null,
  locale: Locale,
): Promise<void> {
  const { store, now, sections } = context;
  if (await store.customers.exist()) return;
  const settings = await store.settings.read();
  if (channels) await store.settings.save({ ...settings, locale, alertChannelId: channels.alerts });
  const today = localDay(now(), settings.timeZone);
  await fillSample(context, () => sampleAsOf(today), 'sample');
  await askFirst(store, 'sample', now());
  if (!channels) return;
  const untilDay = calendarWindow('quarter', today + 30).to - 1;
  await setTarget(context, { ...target, untilDay }, null);
  const place = { channelId: channels.digest, timeZone: settings.timeZone, locale };
  await setDigest(context, { ...digest, ...place, sections: sections.digest.map(({ name }) => name) }, null);
  await postDigestNow(context, channels.digest, 'sample');
}

const target = { figure: 'nps', part: null, value: 45, span: 90 } as const;
const digest = { when: '0 9 * * 1', active: true } as const;
