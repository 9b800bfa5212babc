import type { Note } from '../facts/reply.ts';
import { formatDay, formatInstant } from '../text/date.ts';
import { defineText, type Locale } from '../text/define-text.ts';
import { sentence, sentences } from '../text/sentence.ts';
import { escapeMrkdwn } from '../text/typed.ts';
import { customersSentWords, customersWrittenWords } from './customers/customer-file.ts';
import { segmentGoneWords, segmentRemovedWords, segmentSavedWords } from './customers/segment-words.ts';
import { channelReplacedWords, channelTriedWords } from './delivery/channel-words.ts';
import { postTrouble } from './delivery/post-trouble.ts';
import { digestTurnedWords } from './digest-turned.ts';
import { voicesWrittenWords } from './feedback/voice-file.ts';
import { targetJson } from './figures/figure-json.ts';
import { targetLine, targetTerm } from './figures/target-line.ts';
import { cardTrouble, claimedWords } from './follow-ups/card-words.ts';
import { section } from './kit/blocks.ts';
import { withIsoDays } from './kit/json.ts';
import { type Message, toMessage } from './kit/message.ts';
import type { Presenter } from './kit/presenter.ts';
import { linkTakenBackWords, mailQueuedWords, mailTroubleWords, notMailedWords } from './surveys/mail-notes.ts';
import { channelMention, escapedNameOf, mention } from './words/names.ts';
import { rungName } from './words/rung-words.ts';

const words = defineText({
  en: {
    recorded: (name: string | null) =>
      name ? `Feedback from ${name} is recorded.` : 'Anonymous feedback is recorded.',
    followUpOpened: ' It is negative, so a follow-up has been opened.',
    known: (name: string | null) =>
      `This message was saved before, as ${name ? `feedback from ${name}` : 'anonymous feedback'}. A message is saved once; nothing was changed.`,
    pinned: (name: string, rung: string) => `${name} now stands on the ${rung} rung, set by you.`,
    pinnedUntil: (name: string, rung: string, day: string) =>
      `${name} stands on the ${rung} rung until ${day}, set by you.`,
    unpinned: (name: string, rung: string) => `${name} follows the rules again: ${rung}.`,
    settingsSaved: 'Settings saved.',
    reviewSaved: (channel: string, at: string) => `${channel} gets the quarterly review. The next one comes ${at}.`,
    reviewOff: (channel: string) => `${channel} gets no quarterly review.`,
    targetSaved: (line: string) => `The target is set. ${line}`,
    targetRemoved: (name: string) => `The target for ${name} is removed.`,
    targetGone: 'There is no such target.',
    edited: (name: string) => `${name} is saved.`,
    made: (name: string) => `${name} is a customer now.`,
    won: (name: string) => `Noted: a recommendation by ${name} that won a customer.`,
    lost: (name: string) => `Noted: a recommendation by ${name} that won nobody.`,
    spendAdded: 'Spend saved.',
    rateSet: (currency: string, base: string, day: string) =>
      `Rate from ${currency} into ${base} saved, from ${day} on.`,
    campaignRemoved: (name: string) => `${name} and its contacts have been removed.`,
    digestSaved: (channel: string, at: string) => `Digest for ${channel} saved. The next one comes ${at}.`,
    digestQueued: (channel: string) => `The digest is on its way to ${channel}.`,
    shared: (channel: string) => `Shared in ${channel}.`,
    importStarted:
      'The import is running. Follow it in your messages from Loyalty Ladder; it goes on even if you close this.',
    corrected: {
      order: 'The order is corrected.',
      customer: 'The customer is corrected.',
      'remove-order': 'The order is deleted.',
      answer: 'The answer is corrected.',
      'remove-answer': 'The answer is deleted.',
      'remove-customer': (name: string) => `${name} is deleted, with all orders, answers and follow-ups.`,
      gone: 'It is no longer there. Nothing was changed.',
    },
    importUndone: (file: string) => `${file} is taken back: what it brought is gone, and what it changed is as it was.`,
    predictionAsked:
      'The prediction is being made. Its progress and its answer come in your messages from Loyalty Ladder.',
    predictionAtWork: 'A prediction is already being made. Ask again in a few minutes.',
    followUpOpenedInChannel: 'A follow-up is open. Its card is in the alert channel.',
    followUpOpenedHere: 'A follow-up is open. `/loyalty followups` shows it.',
    followUpAtWork: 'This customer already has an open follow-up. `/loyalty followups` shows it.',
    'already-yours': 'You already have it.',
    done: 'It is done. Thank you.',
    gone: 'This follow-up is no longer there.',
    'handed-back': 'You handed it back. Somebody else can take it now.',
    closed: 'This follow-up is already closed.',
    taken: (member: string) => `${member} was faster and has it.`,
    handedBackFor: (member: string) => `You handed back ${member}’s follow-up. Somebody else can take it now.`,
    passedOn: (member: string) => `${member} has it now. Nothing was changed.`,
    notYours: (member: string) =>
      `${member} has it. Only the person who has it, an admin or a customer ambassador can close it or hand it back.`,
    nobodys: 'Nobody has it yet. Claim it first.',
  },
  da: {
    recorded: (name: string | null) => (name ? `Feedback fra ${name} er gemt.` : 'Den anonyme feedback er gemt.'),
    followUpOpened: ' Den er negativ, så der er åbnet en opfølgning.',
    known: (name: string | null) =>
      `Beskeden er gemt før, som ${name ? `feedback fra ${name}` : 'anonym feedback'}. En besked gemmes kun én gang, så der er ikke ændret noget.`,
    pinned: (name: string, rung: string) => `${name} er nu ${rung}. Du har sat trinnet manuelt.`,
    pinnedUntil: (name: string, rung: string, day: string) =>
      `${name} er ${rung} indtil den ${day}. Du har sat trinnet manuelt.`,
    unpinned: (name: string, rung: string) => `${name} følger igen reglerne: ${rung}.`,
    settingsSaved: 'Indstillingerne er gemt.',
    reviewSaved: (channel: string, at: string) => `${channel} får kvartalsgennemgangen. Den næste kommer ${at}.`,
    reviewOff: (channel: string) => `${channel} får ingen kvartalsgennemgang.`,
    targetSaved: (line: string) => `Målet er sat. ${line}`,
    targetRemoved: (name: string) => `Målet for ${name} er fjernet.`,
    targetGone: 'Det mål findes ikke.',
    edited: (name: string) => `${name} er gemt.`,
    made: (name: string) => `${name} er oprettet som kunde.`,
    won: (name: string) => `Noteret: ${name} har skaffet en ny kunde.`,
    lost: (name: string) => `Noteret: en anbefaling fra ${name}, der ikke gav en ny kunde.`,
    spendAdded: 'Udgiften er gemt.',
    rateSet: (currency: string, base: string, day: string) =>
      `Kursen fra ${currency} til ${base} er gemt og gælder fra den ${day}.`,
    campaignRemoved: (name: string) => `${name} og dens kontakter er fjernet.`,
    digestSaved: (channel: string, at: string) => `Opsummeringen til ${channel} er gemt. Den næste kommer ${at}.`,
    digestQueued: (channel: string) => `Opsummeringen er på vej til ${channel}.`,
    shared: (channel: string) => `Delt i ${channel}.`,
    importStarted:
      'Indlæsningen er i gang. Følg den i dine beskeder fra Loyalty Ladder; den fortsætter, selv om du lukker vinduet.',
    corrected: {
      order: 'Ordren er rettet.',
      customer: 'Kunden er rettet.',
      'remove-order': 'Ordren er slettet.',
      answer: 'Svaret er rettet.',
      'remove-answer': 'Svaret er slettet.',
      'remove-customer': (name: string) => `${name} er slettet med alle ordrer, svar og opfølgninger.`,
      gone: 'Det findes ikke længere. Intet er ændret.',
    },
    importUndone: (file: string) =>
      `${file} er fortrudt: Det, den bragte med sig, er væk, og det, den ændrede, er som før.`,
    predictionAsked:
      'Prognosen er ved at blive lavet. Du kan følge den i dine beskeder fra Loyalty Ladder, og svaret kommer også der.',
    predictionAtWork: 'Der er allerede en prognose på vej. Spørg igen om et par minutter.',
    followUpOpenedInChannel: 'Der er åbnet en opfølgning. Kortet er i alarmkanalen.',
    followUpOpenedHere: 'Der er åbnet en opfølgning. Den kan ses med `/loyalty opfølgninger`.',
    followUpAtWork: 'Kunden har allerede en åben opfølgning. Den kan ses med `/loyalty opfølgninger`.',
    'already-yours': 'Du har allerede taget opgaven.',
    done: 'Opgaven er løst. Tak for det.',
    gone: 'Denne opfølgning findes ikke længere.',
    'handed-back': 'Du har givet den tilbage. Nu kan en anden tage den.',
    closed: 'Denne opfølgning er allerede lukket.',
    taken: (member: string) => `${member} kom først og har den.`,
    handedBackFor: (member: string) =>
      `Du har givet opfølgningen tilbage på vegne af ${member}. Nu kan en anden tage den.`,
    passedOn: (member: string) => `Nu er det ${member}, der har den. Der er ikke ændret noget.`,
    notYours: (member: string) =>
      `${member} har den. Kun den, der har opgaven, en administrator eller en kundeambassadør kan lukke den eller give den tilbage.`,
    nobodys: 'Ingen har den endnu. Tag opgaven først.',
  },
  nb: {
    recorded: (name: string | null) =>
      name ? `Tilbakemeldingen fra ${name} er lagret.` : 'Den anonyme tilbakemeldingen er lagret.',
    followUpOpened: ' Den er negativ, så det er åpnet en oppfølging.',
    known: (name: string | null) =>
      `Meldingen er lagret før, som ${name ? `tilbakemelding fra ${name}` : 'anonym tilbakemelding'}. En melding lagres bare én gang, så ingenting er endret.`,
    pinned: (name: string, rung: string) => `${name} er nå ${rung}. Du har satt trinnet manuelt.`,
    pinnedUntil: (name: string, rung: string, day: string) =>
      `${name} er ${rung} til ${day}. Du har satt trinnet manuelt.`,
    unpinned: (name: string, rung: string) => `${name} følger reglene igjen: ${rung}.`,
    settingsSaved: 'Innstillingene er lagret.',
    reviewSaved: (channel: string, at: string) => `${channel} får kvartalsgjennomgangen. Den neste kommer ${at}.`,
    reviewOff: (channel: string) => `${channel} får ingen kvartalsgjennomgang.`,
    targetSaved: (line: string) => `Målet er satt. ${line}`,
    targetRemoved: (name: string) => `Målet for ${name} er fjernet.`,
    targetGone: 'Det målet finnes ikke.',
    edited: (name: string) => `${name} er lagret.`,
    made: (name: string) => `${name} er opprettet som kunde.`,
    won: (name: string) => `Notert: ${name} har skaffet dere en ny kunde.`,
    lost: (name: string) => `Notert: en anbefaling fra ${name} som ikke ga noen ny kunde.`,
    spendAdded: 'Utgiften er lagret.',
    rateSet: (currency: string, base: string, day: string) =>
      `Kursen fra ${currency} til ${base} er lagret og gjelder fra ${day}.`,
    campaignRemoved: (name: string) => `${name} og kontaktene er fjernet.`,
    digestSaved: (channel: string, at: string) => `Oppsummeringen til ${channel} er lagret. Den neste kommer ${at}.`,
    digestQueued: (channel: string) => `Oppsummeringen er på vei til ${channel}.`,
    shared: (channel: string) => `Delt i ${channel}.`,
    importStarted:
      'Importen er i gang. Følg den i meldingene dine fra Loyalty Ladder; den fortsetter selv om du lukker vinduet.',
    corrected: {
      order: 'Ordren er rettet.',
      customer: 'Kunden er rettet.',
      'remove-order': 'Ordren er slettet.',
      answer: 'Svaret er rettet.',
      'remove-answer': 'Svaret er slettet.',
      'remove-customer': (name: string) => `${name} er slettet med alle ordrer, svar og oppfølginger.`,
      gone: 'Det finnes ikke lenger. Ingenting er endret.',
    },
    importUndone: (file: string) =>
      `${file} er angret: Det den brakte med seg, er borte, og det den endret, er som før.`,
    predictionAsked:
      'Prognosen er under arbeid. Du kan følge den i meldingene dine fra Loyalty Ladder, og svaret kommer også der.',
    predictionAtWork: 'Det er allerede en prognose under arbeid. Spør igjen om et par minutter.',
    followUpOpenedInChannel: 'Det er åpnet en oppfølging. Kortet ligger i varslingskanalen.',
    followUpOpenedHere: 'Det er åpnet en oppfølging. `/loyalty oppfølginger` viser den.',
    followUpAtWork: 'Kunden har allerede en åpen oppfølging. `/loyalty oppfølginger` viser den.',
    'already-yours': 'Du har allerede tatt oppgaven.',
    done: 'Oppgaven er løst. Takk for det.',
    gone: 'Denne oppfølgingen finnes ikke lenger.',
    'handed-back': 'Du har gitt den tilbake. Nå kan noen andre ta den.',
    closed: 'Denne oppfølgingen er allerede lukket.',
    taken: (member: string) => `${member} kom først og har den.`,
    handedBackFor: (member: string) =>
      `Du har gitt oppfølgingen tilbake på vegne av ${member}. Nå kan noen andre ta den.`,
    passedOn: (member: string) => `Nå er det ${member} som har den. Ingenting er endret.`,
    notYours: (member: string) =>
      `${member} har den. Bare den som har oppgaven, en administrator eller en kundeambassadør kan lukke den eller gi den tilbake.`,
    nobodys: 'Ingen har den ennå. Ta oppgaven først.',
  },
});

/** How a confirmation is told. */
export const noteReply: Presenter<'note'> = {
  draw: ({ note }, locale) => drawNote(note, locale),
  json: ({ note }) =>
    note.kind === 'target-saved' ? { kind: note.kind, target: targetJson(note.target) } : withIsoDays(note),
};

/** A short confirmation, for one person. */
export function drawNote(note: Note, locale: Locale): Message {
  const text = sentence(noteText(note.kind, note, locale));
  return toMessage(text, [section(text)]);
}

function noteText<Kind extends Note['kind']>(kind: Kind, note: NoteOf<Kind>, locale: Locale): string {
  return texts[kind](note, words(locale), locale);
}

type NoteOf<Kind> = Extract<Note, { readonly kind: Kind }>;

const texts: {
  readonly [Kind in Note['kind']]: (note: NoteOf<Kind>, text: ReturnType<typeof words>, locale: Locale) => string;
} = {
  'feedback-recorded': ({ customer, followUpOpened }, text, locale) =>
    text.recorded(customer && escapedNameOf(locale, customer)) + (followUpOpened ? text.followUpOpened : ''),
  'feedback-known': ({ customer }, text, locale) => text.known(customer && escapedNameOf(locale, customer)),
  pinned: ({ customer, rung, untilDay }, text, locale) => {
    const [name, onRung] = [escapedNameOf(locale, customer), rungName(locale, rung)];
    return untilDay === null ? text.pinned(name, onRung) : text.pinnedUntil(name, onRung, formatDay(locale, untilDay));
  },
  unpinned: ({ customer, rung }, text, locale) =>
    text.unpinned(escapedNameOf(locale, customer), rungName(locale, rung)),
  'target-saved': ({ target }, text, locale) => text.targetSaved(sentence(escapeMrkdwn(targetLine(locale, target)))),
  'target-removed': ({ target }, text, locale) =>
    target ? text.targetRemoved(escapeMrkdwn(targetTerm(locale, target))) : text.targetGone,
  'settings-saved': (_, text) => text.settingsSaved,
  'customers-sent': (_, _text, locale) => customersSentWords(locale),
  'customers-written': ({ count, path }, _, locale) => customersWrittenWords(locale, count, path),
  'voices-written': ({ count, path }, _, locale) => voicesWrittenWords(locale, count, path),
  'segment-saved': ({ name }, _, locale) => segmentSavedWords(locale, name),
  'segment-gone': (_, _text, locale) => segmentGoneWords(locale),
  'segment-removed': ({ name }, _, locale) => segmentRemovedWords(locale, name),
  'customer-edited': ({ customer }, text, locale) => text.edited(escapedNameOf(locale, customer)),
  'customer-made': ({ customer }, text, locale) => text.made(escapedNameOf(locale, customer)),
  'recommendation-noted': ({ customer, outcome }, text, locale) => text[outcome](escapedNameOf(locale, customer)),
  'spend-added': (_, text) => text.spendAdded,
  'rate-set': ({ currency, base, day }, text, locale) =>
    text.rateSet(escapeMrkdwn(currency), escapeMrkdwn(base), formatDay(locale, day)),
  'campaign-removed': ({ name }, text) => text.campaignRemoved(escapeMrkdwn(name)),
  'digest-saved': ({ channelId, dueAt, timeZone }, text, locale) =>
    text.digestSaved(channelMention(channelId), formatInstant(locale, dueAt, timeZone)),
  'digest-turned': ({ channelId, turned }, _, locale) => digestTurnedWords(locale, channelId, turned),
  'review-saved': ({ channelId, dueAt, timeZone }, text, locale) =>
    text.reviewSaved(channelMention(channelId), formatInstant(locale, dueAt, timeZone)),
  'review-off': ({ channelId }, text) => text.reviewOff(channelMention(channelId)),
  'digest-queued': ({ channelId, posted }, text, locale) =>
    postTrouble(locale, channelId, posted) ?? text.digestQueued(channelMention(channelId)),
  'import-started': (_, text) => text.importStarted,
  corrected({ what, customer, done }, { corrected }, locale) {
    if (!done) return corrected.gone;
    return what === 'remove-customer' ? corrected[what](escapedNameOf(locale, customer)) : corrected[what];
  },
  'import-undone': ({ fileName }, text) => text.importUndone(escapeMrkdwn(fileName)),
  'mail-queued': ({ customer, address }, _, locale) =>
    mailQueuedWords(locale, escapedNameOf(locale, customer), escapeMrkdwn(address)),
  'link-taken-back': ({ done }, _, locale) => linkTakenBackWords(locale, done),
  'mail-trouble': ({ customer, why }, _, locale) => mailTroubleWords(locale, escapedNameOf(locale, customer), why),
  'not-mailed': ({ customer, why }, _, locale) => notMailedWords(locale, escapedNameOf(locale, customer), why),
  'prediction-asked': ({ atWork }, text) => (atWork ? text.predictionAtWork : text.predictionAsked),
  'follow-up-opened': ({ announced }, text) => (announced ? text.followUpOpenedInChannel : text.followUpOpenedHere),
  'follow-up-at-work': ({ stewardId }, text, locale) =>
    stewardId ? text.taken(mention(locale, stewardId)) : text.followUpAtWork,
  shared: ({ channelId, posted }, text, locale) =>
    postTrouble(locale, channelId, posted) ?? text.shared(channelMention(channelId)),
  claim: ({ outcome }, text) => text[outcome],
  claimed: ({ card }, _, locale) => claimedWords(locale, card),
  'handed-back': ({ stewardId, card }, text, locale) =>
    sentences(
      stewardId === null ? text['handed-back'] : text.handedBackFor(mention(locale, stewardId)),
      cardTrouble(locale, card),
    ),
  closed: ({ card }, text, locale) => sentences(text.done, cardTrouble(locale, card)),
  'channel-tried': ({ channelId, waiting }, _, locale) => channelTriedWords(locale, channelId, waiting),
  'channel-replaced': ({ from, to }, _, locale) => channelReplacedWords(locale, from, to),
  'claim-taken': ({ stewardId }, text, locale) => text.taken(mention(locale, stewardId)),
  'passed-on': ({ stewardId }, text, locale) => text.passedOn(mention(locale, stewardId)),
  'not-yours': ({ stewardId }, text, locale) => (stewardId ? text.notYours(mention(locale, stewardId)) : text.nobodys),
};
