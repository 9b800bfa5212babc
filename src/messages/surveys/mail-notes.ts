import type { MailTrouble, NotMailed } from '../../facts/reply.ts';
import { defineText, type Locale } from '../../text/define-text.ts';

const words = defineText({
  en: {
    takenBack: 'The link is taken back. It opens nothing any more, and the customer may be asked again.',
    stays: 'The link stays: the customer has answered, or it was mailed already.',
    queued: (name: string, address: string) => `The question to ${name} is on its way to ${address}.`,
    trouble: {
      refused: (name: string) =>
        `The question to ${name} did not arrive: their mail server knows no such address. It gets no more mails; a new address on the card does.`,
      failed: (name: string) => `The question to ${name} could not be sent by mail: the mail server does not take it.`,
      unsure: (name: string) =>
        `The question to ${name} may have arrived, or not: the mail server gave no answer. It is not sent twice; ask them if you need to know.`,
    },
    not: {
      mailed: (name: string) => `${name} has been sent the question by mail already.`,
      'no-address': (name: string) =>
        `No e-mail address of ${name} is known. Send the link yourself, or add the address on the card.`,
      unsubscribed: (name: string) => `${name} wants no questions by mail. You can still send the link yourself.`,
      bounced: (name: string) =>
        `The address of ${name} takes no mail. Put it right on the card, or send the link yourself.`,
      closed: (name: string) => `${name} has answered already, or the link holds no longer.`,
      'no-server': (_: string) =>
        'Mails cannot be sent yet. Whoever runs the app can set `SMTP_URL` and `MAIL_FROM`. You can send the link yourself.',
    },
  },
  da: {
    takenBack: 'Linket er trukket tilbage. Det virker ikke længere, og kunden kan spørges igen.',
    stays: 'Linket bliver: Kunden har svaret, eller det er allerede sendt med mail.',
    queued: (name, address) => `Spørgsmålet til ${name} er på vej til ${address}.`,
    trouble: {
      refused: (name) =>
        `Spørgsmålet til ${name} kom ikke frem: Mailserveren kender ikke adressen. Der sendes ikke flere mails til den, men gerne til en ny adresse på kundens kort.`,
      failed: (name) => `Spørgsmålet til ${name} kunne ikke sendes med mail: Mailserveren tager ikke imod det.`,
      unsure: (name) =>
        `Spørgsmålet til ${name} er måske kommet frem, måske ikke: Mailserveren svarede ikke. Det sendes ikke to gange; spørg kunden, hvis du har brug for at vide det.`,
    },
    not: {
      mailed: (name) => `${name} har allerede fået spørgsmålet med mail.`,
      'no-address': (name) =>
        `Der kendes ingen e-mailadresse for ${name}. Send selv linket, eller skriv adressen på kundens kort.`,
      unsubscribed: (name) => `${name} vil ikke have spørgsmål med mail. Du kan stadig selv sende linket.`,
      bounced: (name) => `Adressen til ${name} tager ikke imod mail. Ret den på kundens kort, eller send selv linket.`,
      closed: (name) => `${name} har allerede svaret, eller linket gælder ikke længere.`,
      'no-server': (_) =>
        'Der kan ikke sendes mails endnu. Den, der driver appen, kan sætte `SMTP_URL` og `MAIL_FROM`. Du kan selv sende linket.',
    },
  },
  nb: {
    takenBack: 'Lenken er trukket tilbake. Den virker ikke lenger, og kunden kan spørres igjen.',
    stays: 'Lenken blir: Kunden har svart, eller den er allerede sendt på e-post.',
    queued: (name, address) => `Spørsmålet til ${name} er på vei til ${address}.`,
    trouble: {
      refused: (name) =>
        `Spørsmålet til ${name} kom ikke frem: E-postserveren kjenner ikke adressen. Det sendes ikke mer e-post til den, men gjerne til en ny adresse på kundekortet.`,
      failed: (name) => `Spørsmålet til ${name} kunne ikke sendes på e-post: E-postserveren tar ikke imot det.`,
      unsure: (name) =>
        `Spørsmålet til ${name} kom kanskje frem, kanskje ikke: E-postserveren svarte ikke. Det sendes ikke to ganger; spør kunden hvis du trenger å vite det.`,
    },
    not: {
      mailed: (name) => `${name} har allerede fått spørsmålet på e-post.`,
      'no-address': (name) =>
        `Ingen e-postadresse er kjent for ${name}. Send lenken selv, eller skriv adressen på kundekortet.`,
      unsubscribed: (name) => `${name} vil ikke ha spørsmål på e-post. Du kan fortsatt sende lenken selv.`,
      bounced: (name) => `Adressen til ${name} tar ikke imot e-post. Rett den på kundekortet, eller send lenken selv.`,
      closed: (name) => `${name} har allerede svart, eller lenken gjelder ikke lenger.`,
      'no-server': (_) =>
        'E-post kan ikke sendes ennå. Den som drifter appen, kan sette `SMTP_URL` og `MAIL_FROM`. Du kan sende lenken selv.',
    },
  },
});

/** @param name @param address escaped already */
export function mailQueuedWords(locale: Locale, name: string, address: string): string {
  return words(locale).queued(name, address);
}

export function linkTakenBackWords(locale: Locale, done: boolean): string {
  const text = words(locale);
  return done ? text.takenBack : text.stays;
}

export function mailTroubleWords(locale: Locale, name: string, why: MailTrouble): string {
  return words(locale).trouble[why](name);
}

export function notMailedWords(locale: Locale, name: string, why: NotMailed): string {
  return words(locale).not[why](name);
}
