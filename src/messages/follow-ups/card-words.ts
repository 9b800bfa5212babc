import type { CardState } from '../../loyalty/follow-up.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { refusalWords } from '../delivery/refusal-words.ts';

const words = defineText({
  en: {
    shown: 'It is yours. The card shows it, and the thread too.',
    soon: 'It is yours. The card and its thread will show it in a moment.',
    none: 'It is yours. There is no card that could show it; `/loyalty mine` does.',
    yours: 'It is yours.',
    refused: (why: string) => `The card cannot show it yet: ${why}. It will as soon as Slack takes it.`,
    mine: 'Until then `/loyalty mine` shows it.',
    givenUp: (why: string) => `The card does not show it: ${why}.`,
    mineAlone: '`/loyalty mine` does.',
  },
  da: {
    shown: 'Opgaven er din. Det kan ses på kortet og i tråden.',
    soon: 'Opgaven er din. Om et øjeblik kan det ses på kortet og i tråden.',
    none: 'Opgaven er din. Der er intet kort, der kan vise det, men `/loyalty mine` gør.',
    yours: 'Opgaven er din.',
    refused: (why: string) => `Kortet kan ikke vise det endnu: ${why}. Det kommer, så snart Slack tager imod det.`,
    mine: 'Indtil da kan den ses med `/loyalty mine`.',
    givenUp: (why: string) => `Kortet viser det ikke: ${why}.`,
    mineAlone: 'Den kan ses med `/loyalty mine`.',
  },
  nb: {
    shown: 'Oppgaven er din. Det vises på kortet og i tråden.',
    soon: 'Oppgaven er din. Om et øyeblikk vises det på kortet og i tråden.',
    none: 'Oppgaven er din. Det finnes ikke noe kort som kan vise det, men `/loyalty mine` gjør det.',
    yours: 'Oppgaven er din.',
    refused: (why: string) => `Kortet kan ikke vise det ennå: ${why}. Det kommer så snart Slack tar imot det.`,
    mine: 'Inntil da vises den med `/loyalty mine`.',
    givenUp: (why: string) => `Kortet viser det ikke: ${why}.`,
    mineAlone: 'Den vises med `/loyalty mine`.',
  },
});

/** What a claim came to, and what its card shows of it. */
export function claimedWords(locale: Locale, card: CardState): string {
  const text = words(locale);
  if (card.kind !== 'refused' && card.kind !== 'given-up') return text[card.kind];
  return [text.yours, cardTrouble(locale, card), card.kind === 'refused' ? text.mine : text.mineAlone].join(' ');
}

/** Why a card does not show what was done; empty: it does, or will in a moment. */
export function cardTrouble(locale: Locale, card: CardState): string {
  if (card.kind !== 'refused' && card.kind !== 'given-up') return '';
  const { why } = refusalWords(locale, card.reason);
  return card.kind === 'refused' ? words(locale).refused(why) : words(locale).givenUp(why);
}
