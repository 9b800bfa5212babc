import { defineText } from '../../../text/define-text.ts';
import type { ToldFigure } from './told-figure.ts';

const words = defineText({
  en: {
    name: 'loyalty index (CLI)',
    theName: 'the loyalty index (CLI)',
    base: { one: 'complete response', many: 'complete responses', none: 'no complete responses' },
    ofHundred: (index: string) => `${index} of 100`,
    scale: 'Mean of three questions (recommend, buy again, try other products), 0–100. No standard exists for it.',
    help: { usage: '/loyalty cli 365', line: 'Customer Loyalty Index, from three questions' },
    definition: {
      title: 'Customer Loyalty Index (CLI)',
      meaning:
        'Three questions: recommend, buy again, try other products. Each is answered from 1 “definitely yes” to 6 “definitely no”.',
      formula:
        '1 counts 100, 2 counts 80, 3 counts 60, 4 counts 40, 5 counts 20, 6 counts 0; the mean of all answers. Interval and change: spread between responses (Student, Welch).',
      base: 'Complete responses: all three questions answered.',
      leftOut: 'Incomplete responses. No standard exists for this index: compare it only with your own.',
      example: '1, 2, 3 and 2, 2, 6: (100 + 80 + 60 + 80 + 80 + 0) ÷ 6 = 66.7',
    },
  },
  da: {
    name: 'loyalitetsindeks (CLI)',
    theName: 'loyalitetsindekset (CLI)',
    base: { one: 'fuldt besvaret skema', many: 'fuldt besvarede skemaer', none: 'ingen fuldt besvarede skemaer' },
    ofHundred: (index: string) => `${index} af 100`,
    scale:
      'Gennemsnit af tre spørgsmål (anbefale, købe igen, prøve andre produkter), 0–100. Der findes ingen standard.',
    help: { usage: '/loyalty indeks 365', line: 'Loyalitetsindeks (CLI) ud fra tre spørgsmål' },
    definition: {
      title: 'Loyalitetsindeks (CLI)',
      meaning:
        'Tre spørgsmål: anbefale, købe igen, prøve andre produkter. Hvert besvares fra 1 ”helt sikkert” til 6 ”helt sikkert ikke”.',
      formula:
        '1 tæller 100, 2 tæller 80, 3 tæller 60, 4 tæller 40, 5 tæller 20, 6 tæller 0; gennemsnittet af alle svar. Interval og ændring: spredningen mellem besvarelserne (Student, Welch).',
      base: 'Fuldt besvarede skemaer: svar på alle tre spørgsmål.',
      leftOut: 'Ufuldstændige besvarelser. Der findes ingen standard for indekset: Sammenlign kun med jeres eget.',
      example: '1, 2, 3 og 2, 2, 6: (100 + 80 + 60 + 80 + 80 + 0) ÷ 6 = 66,7',
    },
  },
  nb: {
    name: 'lojalitetsindeks (CLI)',
    theName: 'lojalitetsindeksen (CLI)',
    base: { one: 'fullstendig svar', many: 'fullstendige svar', none: 'ingen fullstendige svar' },
    ofHundred: (index: string) => `${index} av 100`,
    scale:
      'Gjennomsnitt av tre spørsmål (anbefale, kjøpe igjen, prøve andre produkter), 0–100. Det finnes ingen standard.',
    help: { usage: '/loyalty indeks 365', line: 'Lojalitetsindeks (CLI) ut fra tre spørsmål' },
    definition: {
      title: 'Lojalitetsindeks (CLI)',
      meaning:
        'Tre spørsmål: anbefale, kjøpe igjen, prøve andre produkter. Hvert besvares fra 1 «helt sikkert» til 6 «helt sikkert ikke».',
      formula:
        '1 teller 100, 2 teller 80, 3 teller 60, 4 teller 40, 5 teller 20, 6 teller 0; gjennomsnittet av alle svar. Intervall og endring: spredningen mellom besvarelsene (Student, Welch).',
      base: 'Fullstendige svar: alle tre spørsmålene er besvart.',
      leftOut: 'Ufullstendige svar. Det finnes ingen standard for indeksen: Sammenlign bare med deres egen.',
      example: '1, 2, 3 og 2, 2, 6: (100 + 80 + 60 + 80 + 80 + 0) ÷ 6 = 66,7',
    },
  },
});

/** Customer Loyalty Index. No standard exists for it: its scale goes with it. */
export const cli: ToldFigure = {
  words,
  base: (locale) => words(locale).base,
  command: ['index', 'indeks', 'loyalitetsindeks', 'lojalitetsindeks'],
  note: (locale) => words(locale).scale,
  onScale: (locale, value) => words(locale).ofHundred(value),
};
