import { defineText } from '../text/define-text.ts';

/** What a customer reads in a mail that asks, around the question itself. */
export const mailWords = defineText({
  en: {
    subject: {
      nps: (asker: string) => `Would you recommend ${asker}?`,
      csat: (asker: string) => `How satisfied are you with ${asker}?`,
      cli: (asker: string) => `Three questions from ${asker}`,
    },
    hello: (asker: string) => `Hello from ${asker}. It takes half a minute, and we read every answer.`,
    press: 'Choose a number; you can say more on the page that opens.',
    openIt: 'Answer the questions',
    open: (link: string) => `Answer here: ${link}`,
    stop: (asker: string) => `No more questions by mail from ${asker}`,
  },
  da: {
    subject: {
      nps: (asker) => `Vil du anbefale ${asker}?`,
      csat: (asker) => `Hvor tilfreds er du med ${asker}?`,
      cli: (asker) => `Tre spørgsmål fra ${asker}`,
    },
    hello: (asker) => `Hej fra ${asker}. Det tager et halvt minut, og vi læser hvert eneste svar.`,
    press: 'Vælg et tal. Du kan skrive mere på siden, der åbner.',
    openIt: 'Svar på spørgsmålene',
    open: (link) => `Svar her: ${link}`,
    stop: (asker) => `Ingen flere spørgsmål med mail fra ${asker}`,
  },
  nb: {
    subject: {
      nps: (asker) => `Vil du anbefale ${asker}?`,
      csat: (asker) => `Hvor fornøyd er du med ${asker}?`,
      cli: (asker) => `Tre spørsmål fra ${asker}`,
    },
    hello: (asker) => `Hei fra ${asker}. Det tar et halvt minutt, og vi leser hvert eneste svar.`,
    press: 'Velg et tall. Du kan skrive mer på siden som åpnes.',
    openIt: 'Svar på spørsmålene',
    open: (link) => `Svar her: ${link}`,
    stop: (asker) => `Ingen flere spørsmål på e-post fra ${asker}`,
  },
});
