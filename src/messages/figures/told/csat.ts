import { defineText } from '../../../text/define-text.ts';
import { formatNumber } from '../../../text/number.ts';
import { answersBase } from './base-words.ts';
import { partLine } from './part-line.ts';
import type { ToldFigure } from './told-figure.ts';

const words = defineText({
  en: {
    name: 'CSAT',
    satisfied: { one: 'satisfied (4–5)', many: 'satisfied (4–5)' },
    others: { one: 'other (1–3)', many: 'others (1–3)' },
    average: (value: string) => `Average ${value} of 5.`,
    help: { usage: '/loyalty csat last month', line: 'How many are satisfied' },
    definition: {
      title: 'Customer satisfaction (CSAT)',
      meaning: 'How many are satisfied? Of answers from 1 to 5, 4 and 5 are satisfied.',
      formula: 'Satisfied answers ÷ all answers, with a Wilson interval. The average stands beside it.',
      base: 'Every answer in the period, also several by one customer.',
      leftOut:
        'Anything that is not a whole number from 1 to 5. Of answers imported as given on 1–10, 8–10 count as satisfied, on 1–7, 6–7, unless another score was named, and on 5–1, where 1 is the best, 1–2; how many there are stands beside the figure, without an average.',
      example: '42 of 50 answers are 4 or 5: 84%',
    },
  },
  da: {
    name: 'CSAT',
    satisfied: { one: 'tilfreds (4–5)', many: 'tilfredse (4–5)' },
    others: { one: 'øvrig (1–3)', many: 'øvrige (1–3)' },
    average: (value: string) => `Gennemsnit ${value} af 5.`,
    help: { usage: '/loyalty tilfredshed sidste måned', line: 'Hvor mange der er tilfredse (CSAT)' },
    definition: {
      title: 'Kundetilfredshed (CSAT)',
      meaning: 'Hvor mange er tilfredse? Af svar fra 1 til 5 er 4 og 5 tilfredse.',
      formula: 'Tilfredse svar ÷ alle svar, med Wilson-interval. Gennemsnittet står ved siden af.',
      base: 'Hvert svar i perioden, også flere fra samme kunde.',
      leftOut:
        'Alt, der ikke er et helt tal fra 1 til 5. Af svar, der er indlæst som afgivet på 1–10, tæller 8–10 som tilfredse, på 1–7 tæller 6–7, medmindre en anden karakter er valgt, og på 5–1, hvor 1 er bedst, 1–2; hvor mange der er, står ved tallet, uden gennemsnit.',
      example: '42 af 50 svar er 4 eller 5: 84 %',
    },
  },
  nb: {
    name: 'CSAT',
    satisfied: { one: 'fornøyd (4–5)', many: 'fornøyde (4–5)' },
    others: { one: 'øvrig (1–3)', many: 'øvrige (1–3)' },
    average: (value: string) => `Gjennomsnitt ${value} av 5.`,
    help: { usage: '/loyalty tilfredshet forrige måned', line: 'Hvor mange som er fornøyde (CSAT)' },
    definition: {
      title: 'Kundetilfredshet (CSAT)',
      meaning: 'Hvor mange er fornøyde? Av svar fra 1 til 5 er 4 og 5 fornøyde.',
      formula: 'Fornøyde svar ÷ alle svar, med Wilson-intervall. Gjennomsnittet står ved siden av.',
      base: 'Hvert svar i perioden, også flere fra samme kunde.',
      leftOut:
        'Alt som ikke er et helt tall fra 1 til 5. Av svar som er importert som gitt på 1–10, regnes 8–10 som fornøyde, på 1–7 regnes 6–7, med mindre en annen poengsum er valgt, og på 5–1, der 1 er best, 1–2; hvor mange det er, står ved tallet, uten gjennomsnitt.',
      example: '42 av 50 svar er 4 eller 5: 84 %',
    },
  },
});

export const csat: ToldFigure = {
  words,
  base: answersBase,
  command: ['satisfaction', 'tilfredshed', 'tilfredshet'],
  parts(locale, { counts, base }) {
    const { satisfied = 0, others = 0 } = counts;
    const text = words(locale);
    return [partLine(locale, satisfied, base, text.satisfied), partLine(locale, others, base, text.others)];
  },
  // An average of several scales is none.
  note: (locale, { counts, base, scales }) =>
    scales ? null : words(locale).average(formatNumber(locale, (counts.scoreSum ?? 0) / base, 1)),
};
