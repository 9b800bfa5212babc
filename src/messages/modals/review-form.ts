import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Marks } from '../../loyalty/changed-meanwhile.ts';
import { defineText, type Locale, locales } from '../../text/define-text.ts';
import { capital } from '../../text/terms.ts';
import { context } from '../kit/blocks.ts';
import { localeName } from '../settings.ts';
import { boxes, channelMenu, choice, type Filled, field, formKind, menu } from './form.ts';
import { changedUnder, formWords } from './form-words.ts';
import { allChosenIn, channelIn, chosenIn, type StateValues } from './state.ts';

/** From what it was drawn; left out: by a version that did not carry it. */
export const reviewForm = formKind(
  'review.save',
  z.object({
    drawn: z.object({ channelId: z.string().nullable(), seen: z.record(z.string(), z.string()) }).optional(),
  }),
);

/** Which channel gets the quarterly review, as it is or as it is proposed. */
export interface ReviewDraft {
  readonly channelId: string | null;
  readonly locale: string;
  readonly active: boolean;
}

export interface ReviewEntry extends ReviewDraft {
  readonly channelId: string;
  readonly locale: Locale;
}

const words = defineText({
  en: {
    title: 'Quarterly review',
    about: 'It comes at 9:00 on the first weekday of each quarter and looks back on the quarter before.',
    thereAlready: 'This channel gets the review already. Type “/loyalty review settings” there to change it.',
  },
  da: {
    title: 'Kvartalsgennemgang',
    about: 'Den kommer kl. 9.00 på den første hverdag i hvert kvartal og ser tilbage på kvartalet før.',
    thereAlready:
      'Kanalen får allerede gennemgangen. Skriv ”/loyalty kvartalsgennemgang indstillinger” i kanalen for at rette den.',
  },
  nb: {
    title: 'Kvartalsgjennomgang',
    about: 'Den kommer kl. 9:00 den første hverdagen i hvert kvartal og ser tilbake på kvartalet før.',
    thereAlready:
      'Kanalen får allerede gjennomgangen. Skriv «/loyalty kvartalsgjennomgang innstillinger» i kanalen for å endre den.',
  },
});

export function reviewView(draft: ReviewDraft, seen: Marks, locale: Locale): ModalView {
  const text = words(locale);
  const languages = locales.map((name) => choice(name, capital(localeName(locale, name))));
  const on = [choice('on', formWords(locale).switchedOn)];
  const { channel, language, state } = formWords(locale);
  const blocks = [
    context(text.about),
    field('channel', channel, channelMenu('review.channel', draft.channelId)),
    field('locale', language, menu('review.locale', languages, draft.locale)),
    field('state', state, boxes('review.state', on, draft.active ? ['on'] : []), { optional: true }),
  ];
  return reviewForm.view({ title: text.title, blocks }, { drawn: { channelId: draft.channelId, seen } }, locale);
}

export function readReview(values: StateValues, locale: Locale): Filled<ReviewEntry> {
  const channelId = channelIn(values, 'channel');
  const language = locales.find((name) => name === chosenIn(values, 'locale'));
  const { chooseOne } = formWords(locale);
  if (!channelId || !language) {
    return {
      kind: 'errors',
      errors: { ...(!channelId && { channel: chooseOne }), ...(!language && { locale: chooseOne }) },
    };
  }
  return {
    kind: 'filled',
    values: { channelId, locale: language, active: allChosenIn(values, 'state').includes('on') },
  };
}

/** What somebody else did meanwhile, under the fields it belongs to. */
export function reviewConflict(
  conflict:
    | { readonly kind: 'there-already' }
    | { readonly kind: 'changed-meanwhile'; readonly names: readonly string[] },
  locale: Locale,
): Record<string, string> {
  if (conflict.kind === 'there-already') return { channel: words(locale).thereAlready };
  return changedUnder(conflict.names, locale, { active: 'state' });
}
