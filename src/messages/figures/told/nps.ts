import { defineText } from '../../../text/define-text.ts';
import { answersBase } from './base-words.ts';
import { partLine } from './part-line.ts';
import type { ToldFigure } from './told-figure.ts';

const words = defineText({
  en: {
    name: 'NPS',
    who: 'What detractors say',
    promoters: { one: 'promoter', many: 'promoters' },
    passives: { one: 'passive', many: 'passives' },
    detractors: { one: 'detractor', many: 'detractors' },
    help: {
      usage: '/loyalty nps 90 by rung',
      line: 'Net Promoter Score of a period, by rung or country',
    },
    definition: {
      title: 'Net Promoter Score (NPS)',
      meaning:
        'Would customers recommend you? Of answers from 0 to 10, 9–10 are promoters, 7–8 passives, 0–6 detractors.',
      formula: '% promoters − % detractors, from −100 to +100. Interval and change: adjusted Wald (Rocks 2016).',
      base: 'One vote per customer, and per contact where an answer names one: the newest in the period. Anonymous answers each count.',
      leftOut:
        'A customer’s earlier answers, and anything that is not a whole number from 0 to 10. Answers imported as given on 1–10 count by the same scores (1–6 are detractors); how many there are stands beside the figure.',
      example: '50 promoters, 30 passives, 20 detractors: 50% − 20% = +30',
    },
  },
  da: {
    name: 'NPS',
    who: 'Hvad siger kritikerne?',
    promoters: { one: 'fortaler', many: 'fortalere' },
    passives: { one: 'passiv', many: 'passive' },
    detractors: { one: 'kritiker', many: 'kritikere' },
    help: {
      usage: '/loyalty nps 90 pr. trin',
      line: 'Net Promoter Score i en periode, fordelt på trin',
    },
    definition: {
      title: 'Net Promoter Score (NPS)',
      meaning: 'Vil kunderne anbefale jer? Af svar fra 0 til 10 er 9–10 fortalere, 7–8 passive og 0–6 kritikere.',
      formula: '% fortalere − % kritikere, fra −100 til +100. Interval og ændring: justeret Wald (Rocks 2016).',
      base: 'Én stemme pr. kunde, og pr. kontaktperson, hvor svaret nævner en: det nyeste svar i perioden. Anonyme svar tæller hver for sig.',
      leftOut:
        'Kundens tidligere svar og alt, der ikke er et helt tal fra 0 til 10. Svar, der er indlæst som afgivet på 1–10, tæller efter de samme karakterer (1–6 er kritikere); hvor mange der er, står ved tallet.',
      example: '50 fortalere, 30 passive, 20 kritikere: 50 % − 20 % = +30',
    },
  },
  nb: {
    name: 'NPS',
    who: 'Hva sier kritikerne?',
    promoters: { one: 'promotør', many: 'promotører' },
    passives: { one: 'passiv', many: 'passive' },
    detractors: { one: 'kritiker', many: 'kritikere' },
    help: {
      usage: '/loyalty nps 90 per trinn',
      line: 'Net Promoter Score i en periode, fordelt på trinn',
    },
    definition: {
      title: 'Net Promoter Score (NPS)',
      meaning: 'Vil kundene anbefale dere? Av svar fra 0 til 10 er 9–10 promotører, 7–8 passive og 0–6 kritikere.',
      formula: '% promotører − % kritikere, fra −100 til +100. Intervall og endring: justert Wald (Rocks 2016).',
      base: 'Én stemme per kunde, og per kontaktperson der svaret nevner en: det nyeste svaret i perioden. Anonyme svar teller hver for seg.',
      leftOut:
        'Kundens tidligere svar og alt som ikke er et helt tall fra 0 til 10. Svar som er importert som gitt på 1–10, teller etter de samme poengene (1–6 er kritikere); hvor mange det er, står ved tallet.',
      example: '50 promotører, 30 passive, 20 kritikere: 50 % − 20 % = +30',
    },
  },
});

export const nps: ToldFigure = {
  words,
  base: answersBase,
  command: [],
  list: { words: 'feedback detractors', ofPeriod: true },
  parts(locale, { counts, base }) {
    const { promoters = 0, passives = 0, detractors = 0 } = counts;
    const text = words(locale);
    return [
      partLine(locale, promoters, base, text.promoters),
      partLine(locale, passives, base, text.passives),
      partLine(locale, detractors, base, text.detractors),
    ];
  },
};
