import type { Button, ModalView } from '@slack/types';
import { defineText, type Locale } from '../../text/define-text.ts';
import { buttonKind } from '../kit/button.ts';
import { type Said, saidSchema } from '../kit/share-button.ts';
import { channelMenu, type Filled, field, formKind } from './form.ts';
import { formWords } from './form-words.ts';
import { channelIn, type StateValues } from './state.ts';

/** Asks to which channel what stands in one goes, too: answered anew from these words, not copied. */
export const shareToButton = buttonKind('answer.share-to', saidSchema);

export const shareToForm = formKind('answer.share-to', saidSchema);

const words = defineText({
  en: { share: 'Share …', title: 'Share' },
  da: { share: 'Del …', title: 'Del' },
  nb: { share: 'Del …', title: 'Del' },
});

export function shareToElement(locale: Locale, said: Said): Button {
  return shareToButton.element(words(locale).share, said);
}

export function shareToView(said: Said, locale: Locale): ModalView {
  const blocks = [field('channel', formWords(locale).channel, channelMenu('share-to.channel', null))];
  return shareToForm.view({ title: words(locale).title, submit: words(locale).title, blocks }, said, locale);
}

export function readShareTo(values: StateValues, locale: Locale): Filled<string> {
  const channelId = channelIn(values, 'channel');
  if (!channelId) return { kind: 'errors', errors: { channel: formWords(locale).chooseOne } };
  return { kind: 'filled', values: channelId };
}
