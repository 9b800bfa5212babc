import type { HomeView, KnownBlock } from '@slack/types';
import type { HomeFacts } from '../../facts/home.ts';
import type { Note } from '../../facts/reply.ts';
import { divider, section } from '../../messages/kit/blocks.ts';
import type { Message } from '../../messages/kit/message.ts';
import { drawProblem } from '../../messages/kit/problem.ts';
import { drawNote } from '../../messages/note.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { homeSections } from './index.ts';

/** What came of a press on the Home, shown on top of it. */
export type HomeNotice =
  | { readonly kind: 'note'; readonly note: Note }
  /** A refusal or a fault, in words. */
  | { readonly kind: 'problem'; readonly words: string }
  /** The answer is in the member's messages with the app. */
  | { readonly kind: 'answered' }
  /** A message about a modal that did not open. */
  | { readonly kind: 'not-opened'; readonly message: Message };

/** The most blocks that Slack takes on a Home. */
const mostBlocks = 100;

const words = defineText({
  en: {
    reading: 'One moment: your figures are being read …',
    answered: 'The answer was sent to you: see the *Messages* tab at the top.',
  },
  da: { reading: 'Et øjeblik: Dine tal er på vej …', answered: 'Svaret er sendt til dig: se fanen *Messages* øverst.' },
  nb: {
    reading: 'Et øyeblikk: Tallene dine er på vei …',
    answered: 'Svaret er sendt til deg: se fanen *Messages* øverst.',
  },
});

/** The app's Home, made for one member. */
export function drawHome(facts: HomeFacts, notice: HomeNotice | null, locale: Locale): HomeView {
  const drawn = homeSections
    .filter(({ of }) => of === undefined || of === facts.view)
    .flatMap(({ draw }) => draw(facts, locale));
  const noticed = notice ? [...drawNotice(notice, locale), divider()] : [];
  return { type: 'home', blocks: [...noticed, ...drawn].slice(0, mostBlocks) };
}

/** What stands there while the facts of somebody's first Home are read. */
export function drawWaitingHome(locale: Locale): HomeView {
  return { type: 'home', blocks: [section(words(locale).reading)] };
}

function drawNotice(notice: HomeNotice, locale: Locale): readonly KnownBlock[] {
  return noticeMessage(notice, locale)?.blocks ?? [section(words(locale).answered)];
}

/** The same as a message, for whom no Home can be shown to; null where one is on its way already. */
export function noticeMessage(notice: HomeNotice, locale: Locale): Message | null {
  switch (notice.kind) {
    case 'note':
      return drawNote(notice.note, locale);
    case 'problem':
      return drawProblem(notice.words);
    case 'answered':
      return null;
    case 'not-opened':
      return notice.message;
  }
}
