import type { Button } from '@slack/types';
import { z } from 'zod';
import { brief } from '../../text/brief.ts';
import { formatDay } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { oneLine } from '../../text/typed.ts';
import { actions, context, header, quote, section } from '../kit/blocks.ts';
import { buttonKind } from '../kit/button.ts';
import { withIsoDays } from '../kit/json.ts';
import { toMessage } from '../kit/message.ts';
import type { Presenter } from '../kit/presenter.ts';
import { escapedNameOf, nameOf } from '../words/names.ts';

const words = defineText({
  en: {
    title: (name: string) => `A link for ${name}`,
    again: (name: string) => `${name} was asked already and has not answered yet`,
    send: 'Send it yourself, for example with these words:',
    back: 'Take the link back',
    mail: 'Send by mail',
    mailTitle: 'Send it by mail?',
    mailText: (to: string) => `The question goes to ${to}, with a link to stop such mails.`,
    mailNo: 'Not now',
    holds: (day: string, again: string) =>
      `It is for this customer alone and holds until ${day}. They will not be asked again before ${again}.`,
    lately: {
      answered: (name: string, asked: string, again: string) =>
        `${name} was asked on ${asked} and has answered. They may be asked again from ${again}.`,
      open: (name: string, asked: string, again: string) =>
        `${name} was asked on ${asked} already. They may be asked again from ${again}.`,
    },
  },
  da: {
    title: (name: string) => `Et link til ${name}`,
    again: (name: string) => `${name} er allerede blevet spurgt og har ikke svaret endnu`,
    send: 'Send det selv, for eksempel med disse ord:',
    back: 'Træk linket tilbage',
    mail: 'Send med mail',
    mailTitle: 'Sende med mail?',
    mailText: (to: string) => `Spørgsmålet sendes til ${to} med et link til at framelde den slags mails.`,
    mailNo: 'Ikke nu',
    holds: (day: string, again: string) =>
      `Det er kun til denne kunde og gælder til og med ${day}. Kunden kan tidligst spørges igen ${again}.`,
    lately: {
      answered: (name: string, asked: string, again: string) =>
        `${name} blev spurgt ${asked} og har svaret. Kunden kan spørges igen fra ${again}.`,
      open: (name: string, asked: string, again: string) =>
        `${name} blev spurgt allerede ${asked}. Kunden kan spørges igen fra ${again}.`,
    },
  },
  nb: {
    title: (name: string) => `En lenke til ${name}`,
    again: (name: string) => `${name} er allerede spurt og har ikke svart ennå`,
    send: 'Send den selv, for eksempel med disse ordene:',
    back: 'Trekk lenken tilbake',
    mail: 'Send på e-post',
    mailTitle: 'Sende på e-post?',
    mailText: (to: string) => `Spørsmålet sendes til ${to} med en lenke for å melde seg av slik e-post.`,
    mailNo: 'Ikke nå',
    holds: (day: string, again: string) =>
      `Den er bare til denne kunden og gjelder til og med ${day}. Kunden kan tidligst spørres igjen ${again}.`,
    lately: {
      answered: (name: string, asked: string, again: string) =>
        `${name} ble spurt ${asked} og har svart. Kunden kan spørres igjen fra ${again}.`,
      open: (name: string, asked: string, again: string) =>
        `${name} ble spurt allerede ${asked}. Kunden kan spørres igjen fra ${again}.`,
    },
  },
});

/** What the customer is written, in their language. */
const toCustomer = defineText({
  en: {
    one: (asker: string, link: string) =>
      `Hello from ${asker}. Would you take half a minute to answer one question for us? ${link}`,
    several: (asker: string, link: string) =>
      `Hello from ${asker}. Would you take a minute to answer three questions for us? ${link}`,
  },
  da: {
    one: (asker: string, link: string) =>
      `Hej fra ${asker}. Vil du bruge et halvt minut på at svare på et enkelt spørgsmål? ${link}`,
    several: (asker: string, link: string) =>
      `Hej fra ${asker}. Vil du bruge et minut på at svare på tre spørgsmål? ${link}`,
  },
  nb: {
    one: (asker: string, link: string) =>
      `Hei fra ${asker}. Vil du bruke et halvt minutt på å svare på ett spørsmål? ${link}`,
    several: (asker: string, link: string) =>
      `Hei fra ${asker}. Vil du bruke et minutt på å svare på tre spørsmål? ${link}`,
  },
});

/** Sends the link by mail. */
export const mailSurveyButton = buttonKind('survey.mail', z.object({ invitationId: z.int().positive() }));

/** Takes it back, where it was made by mistake. */
export const takeLinkBackButton = buttonKind('survey.take-back', z.object({ invitationId: z.int().positive() }));

function mailButton(locale: Locale, invitationId: number, to: string): Button {
  const { mail, mailTitle: title, mailText, mailNo: no } = words(locale);
  const confirm = { title, text: mailText(brief(to)), yes: mail, no };
  return mailSurveyButton.element(mail, { invitationId }, { confirm, style: 'primary' });
}

/** The link of a survey, with words to send it by. */
export const surveyLinkReply: Presenter<'survey-link'> = {
  draw({ customer, survey, asker, asksIn, link, isNew, untilDay, againFrom, invitationId, mailTo }, locale) {
    const text = words(locale);
    const title = (name: string) => (isNew ? text.title(name) : text.again(name));
    const message = toCustomer(asksIn)[survey === 'cli' ? 'several' : 'one'](oneLine(asker), link);
    return toMessage(title(escapedNameOf(locale, customer)), [
      header(title(nameOf(locale, customer))),
      quote([text.send], message),
      context(text.holds(formatDay(locale, untilDay), formatDay(locale, againFrom))),
      actions(
        ...(mailTo === null ? [] : [mailButton(locale, invitationId, mailTo)]),
        takeLinkBackButton.element(text.back, { invitationId }),
      ),
    ]);
  },
  json: ({ kind: _, ...facts }) => withIsoDays(facts),
};

/** Why a customer is not asked now. */
export const askedLatelyReply: Presenter<'asked-lately'> = {
  draw(facts, locale) {
    const said = whyNot(facts, locale);
    return toMessage(said, [section(said)]);
  },
  json: ({ kind: _, ...facts }) => withIsoDays(facts),
};

type AskedLately = Parameters<typeof askedLatelyReply.draw>[0];

function whyNot({ customer, askedDay, isAnswered, againFrom }: AskedLately, locale: Locale): string {
  const say = words(locale).lately[isAnswered ? 'answered' : 'open'];
  return say(escapedNameOf(locale, customer), formatDay(locale, askedDay), formatDay(locale, againFrom));
}
