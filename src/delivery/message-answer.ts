import { drawReply, forAll } from '../commands/tell-reply.ts';
import type { MessageAnswer } from '../facts/announcement.ts';
import { refusalWords } from '../messages/delivery/refusal-words.ts';
import { actions, section } from '../messages/kit/blocks.ts';
import type { DrawContext } from '../messages/kit/draw-context.ts';
import { type Message, toMessage } from '../messages/kit/message.ts';
import { drawProblem } from '../messages/kit/problem.ts';
import { sayButton } from '../messages/kit/say-button.ts';
import { channelMention } from '../messages/words/names.ts';
import { defineText, type Locale } from '../text/define-text.ts';
import { shortened } from '../text/shorten.ts';

const words = defineText({
  en: {
    form: 'There is a form for this. A message cannot open it by itself, so please press the button.',
    open: 'Open the form',
    waiting: 'This takes a moment. The answer will stand here.',
    held: (channel: string, why: string) =>
      `I cannot answer you in ${channel}: ${why}. The answer goes out there as soon as Slack takes it.`,
    here: 'Answer me here',
    toldAlone: 'I have answered the person who asked, as this is not for the whole channel.',
    gaveUp: 'I could not answer this, although I tried several times. Please ask again, or type `/loyalty`.',
  },
  da: {
    form: 'Det har sin egen formular. En besked kan ikke åbne den af sig selv, så tryk på knappen.',
    open: 'Åbn formularen',
    waiting: 'Det tager et øjeblik. Svaret kommer til at stå her.',
    held: (channel: string, why: string) =>
      `Jeg kan ikke svare dig i ${channel}: ${why}. Svaret kommer der, så snart Slack tager imod det.`,
    here: 'Svar mig her',
    toldAlone: 'Jeg har svaret den, der spurgte, da svaret ikke er for hele kanalen.',
    gaveUp: 'Det kunne jeg ikke svare på, selv om jeg prøvede flere gange. Spørg igen, eller skriv `/loyalty`.',
  },
  nb: {
    form: 'Dette har sitt eget skjema. En melding kan ikke åpne det av seg selv, så trykk på knappen.',
    open: 'Åpne skjemaet',
    waiting: 'Dette tar et øyeblikk. Svaret kommer til å stå her.',
    held: (channel: string, why: string) =>
      `Jeg kan ikke svare deg i ${channel}: ${why}. Svaret kommer der så snart Slack tar imot det.`,
    here: 'Svar meg her',
    toldAlone: 'Jeg har svart den som spurte, siden svaret ikke er for hele kanalen.',
    gaveUp: 'Dette klarte jeg ikke å svare på, selv om jeg prøvde flere ganger. Spør igjen, eller skriv `/loyalty`.',
  },
});

/** The answer to what a member said in a message. */
export function drawMessageAnswer(
  answer: MessageAnswer,
  memberId: string | null,
  locale: Locale,
  context: Pick<DrawContext, 'today' | 'timeZone'>,
): Message {
  const text = words(locale);
  switch (answer.kind) {
    case 'reply': {
      const reply = memberId === null ? forAll(answer.reply) : answer.reply;
      return drawReply(reply, locale, { ...context, said: null, memberId });
    }
    case 'problem':
      return drawProblem(answer.words);
    case 'opens': {
      const open = sayButton.element(text.open, { words: shortened(answer.words, 200) }, { style: 'primary' });
      return toMessage(text.form, [section(text.form), actions(open)]);
    }
    case 'waiting':
      return toMessage(text.waiting, [section(text.waiting)]);
    case 'told-alone':
      return toMessage(text.toldAlone, [section(text.toldAlone)]);
    case 'held': {
      const said = text.held(channelMention(answer.channelId), refusalWords(locale, answer.reason).why);
      const here = sayButton.element(text.here, { words: shortened(answer.words, 200) }, { style: 'primary' });
      return toMessage(said, [section(said), actions(here)]);
    }
    case 'gave-up':
      return drawProblem(text.gaveUp);
  }
}
