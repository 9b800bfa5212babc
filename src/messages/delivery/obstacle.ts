import { z } from 'zod';
import type { ObstacleFacts } from '../../facts/announcement.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { actions, section } from '../kit/blocks.ts';
import { buttonKind } from '../kit/button.ts';
import { type Message, toMessage } from '../kit/message.ts';
import { channelMention } from '../words/names.ts';
import { channelTriedWords } from './channel-words.ts';
import { refusalWords } from './refusal-words.ts';

/** Joins the channel where that is possible, and tries at once. */
export const tryChannelButton = buttonKind('channel.try', z.object({ channelId: z.string() }));

/** Opens the form in which another channel takes its place. */
export const replaceChannelButton = buttonKind('channel.replace', z.object({ channelId: z.string() }));

const words = defineText({
  en: {
    waiting: (count: number, shown: string, channel: string) =>
      count === 1 ? `1 message to ${channel} is waiting` : `${shown} messages to ${channel} are waiting`,
    alerts: 'the alert channel',
    meanwhile: (count: number) =>
      count === 1
        ? 'It goes out by itself as soon as Slack takes it, and is kept for 30 days.'
        : 'They go out by themselves as soon as Slack takes them, and are kept for 30 days.',
    join: 'Join and try again',
    tryNow: 'Try again now',
    replace: 'Choose another channel',
    mended: (channel: string) => `${channel} takes messages again. What was waiting has been sent.`,
  },
  da: {
    waiting: (count: number, shown: string, channel: string) =>
      count === 1 ? `1 besked til ${channel} venter` : `${shown} beskeder til ${channel} venter`,
    alerts: 'alarmkanalen',
    meanwhile: (count: number) =>
      count === 1
        ? 'Den bliver sendt af sig selv, så snart Slack tager imod den, og bliver gemt i 30 dage.'
        : 'De bliver sendt af sig selv, så snart Slack tager imod dem, og bliver gemt i 30 dage.',
    join: 'Gå med, og prøv igen',
    tryNow: 'Prøv igen nu',
    replace: 'Vælg en anden kanal',
    mended: (channel: string) => `${channel} tager imod beskeder igen. Det, der ventede, er sendt.`,
  },
  nb: {
    waiting: (count: number, shown: string, channel: string) =>
      count === 1 ? `1 melding til ${channel} venter` : `${shown} meldinger til ${channel} venter`,
    alerts: 'varslingskanalen',
    meanwhile: (count: number) =>
      count === 1
        ? 'Den sendes av seg selv så snart Slack tar imot den, og tas vare på i 30 dager.'
        : 'De sendes av seg selv så snart Slack tar imot dem, og tas vare på i 30 dager.',
    join: 'Bli med og prøv igjen',
    tryNow: 'Prøv igjen nå',
    replace: 'Velg en annen kanal',
    mended: (channel: string) => `${channel} tar imot meldinger igjen. Det som ventet, er sendt.`,
  },
});

/** What an admin is told when messages to a channel wait; edited when they no longer do. */
export function drawObstacle(obstacle: ObstacleFacts, locale: Locale): Message {
  const { channelId, reason, waiting, isMended, isAlertChannel } = obstacle;
  const text = words(locale);
  const mention = channelMention(channelId);
  const channel = isAlertChannel ? `${mention} (${text.alerts})` : mention;
  if (waiting === null) {
    const said = isMended ? text.mended(channel) : channelTriedWords(locale, channelId, false);
    return toMessage(said, [section(said)]);
  }
  const { why, advice } = refusalWords(locale, reason);
  const said = `${text.waiting(waiting, formatNumber(locale, waiting), channel)}: ${why}.`;
  const tryWords = reason === 'not_in_channel' ? text.join : text.tryNow;
  return toMessage(`${said} ${advice}`, [
    section(`${said}\n${advice}\n${text.meanwhile(waiting)}`),
    actions(
      tryChannelButton.element(tryWords, { channelId }, { style: 'primary' }),
      replaceChannelButton.element(text.replace, { channelId }),
    ),
  ]);
}
