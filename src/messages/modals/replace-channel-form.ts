import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { defineText, type Locale } from '../../text/define-text.ts';
import { section } from '../kit/blocks.ts';
import { channelMention } from '../words/names.ts';
import { channelMenu, type Filled, field, formKind } from './form.ts';
import { formWords } from './form-words.ts';
import { channelIn, type StateValues } from './state.ts';

/** Carries the channel whose place is taken. */
export const replaceChannelForm = formKind('channel.replaced', z.object({ channelId: z.string() }));

const words = defineText({
  en: {
    title: 'Another channel',
    about: (channel: string) =>
      `What was to be posted in ${channel} goes to the channel you choose: what is waiting, alerts, digests and reviews.`,
    same: 'This is the channel that does not take messages. Choose another one.',
  },
  da: {
    title: 'En anden kanal',
    about: (channel: string) =>
      `Det, der skulle skrives i ${channel}, går til den kanal, du vælger: det, der venter, alarmer, opsummeringer og gennemgange.`,
    same: 'Det er den kanal, der ikke tager imod beskeder. Vælg en anden.',
  },
  nb: {
    title: 'En annen kanal',
    about: (channel: string) =>
      `Det som skulle legges ut i ${channel}, går til kanalen du velger: det som venter, varsler, oppsummeringer og gjennomganger.`,
    same: 'Dette er kanalen som ikke tar imot meldinger. Velg en annen.',
  },
});

/** Which channel takes the place of one that takes no messages. */
export function replaceChannelView(channelId: string, locale: Locale): ModalView {
  const text = words(locale);
  const blocks = [
    section(text.about(channelMention(channelId))),
    field('channel', formWords(locale).channel, channelMenu('channel.replaced', null)),
  ];
  return replaceChannelForm.view({ title: text.title, blocks }, { channelId }, locale);
}

export function readReplacedChannel(values: StateValues, locale: Locale, from: string): Filled<string> {
  const channelId = channelIn(values, 'channel');
  if (!channelId) return { kind: 'errors', errors: { channel: formWords(locale).chooseOne } };
  if (channelId === from) return { kind: 'errors', errors: { channel: words(locale).same } };
  return { kind: 'filled', values: channelId };
}
