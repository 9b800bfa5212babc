import { defineText } from '../../../text/define-text.ts';

/** What is worked out from answers. */
export const answerDefinitions = defineText({
  en: {
    nps: {
      title: 'Net Promoter Score (NPS)',
      meaning:
        'Would customers recommend you? Of answers from 0 to 10, 9–10 are promoters, 7–8 passives, 0–6 detractors.',
      formula: '% promoters − % detractors, from −100 to +100. Interval and change: adjusted Wald (Rocks 2016).',
      base: 'One vote per customer: the newest answer in the period. Anonymous answers each count.',
      leftOut: 'A customer’s earlier answers, and all that is no whole number from 0 to 10.',
      example: '50 promoters, 30 passives, 20 detractors: 50% − 20% = +30',
    },
    csat: {
      title: 'Customer satisfaction (CSAT)',
      meaning: 'How many are satisfied? Of answers from 1 to 5, 4 and 5 are satisfied.',
      formula: 'Satisfied answers ÷ all answers, with a Wilson interval. The average stands beside it.',
      base: 'Every answer in the period, also several by one customer.',
      leftOut: 'All that is no whole number from 1 to 5.',
      example: '42 of 50 answers are 4 or 5: 84%',
    },
    cli: {
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
    nps: {
      title: 'Net Promoter Score (NPS)',
      meaning: 'Vil kunderne anbefale jer? Af svar fra 0 til 10 er 9–10 promotorer, 7–8 passive og 0–6 kritikere.',
      formula: '% promotorer − % kritikere, fra −100 til +100. Interval og ændring: justeret Wald (Rocks 2016).',
      base: 'Én stemme pr. kunde: det nyeste svar i perioden. Anonyme svar tæller hver for sig.',
      leftOut: 'Kundens tidligere svar og alt, der ikke er et helt tal fra 0 til 10.',
      example: '50 promotorer, 30 passive, 20 kritikere: 50 % − 20 % = +30',
    },
    csat: {
      title: 'Kundetilfredshed (CSAT)',
      meaning: 'Hvor mange er tilfredse? Af svar fra 1 til 5 er 4 og 5 tilfredse.',
      formula: 'Tilfredse svar ÷ alle svar, med Wilson-interval. Gennemsnittet står ved siden af.',
      base: 'Hvert svar i perioden, også flere fra samme kunde.',
      leftOut: 'Alt, der ikke er et helt tal fra 1 til 5.',
      example: '42 af 50 svar er 4 eller 5: 84 %',
    },
    cli: {
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
    nps: {
      title: 'Net Promoter Score (NPS)',
      meaning: 'Vil kundene anbefale dere? Av svar fra 0 til 10 er 9–10 promotører, 7–8 passive og 0–6 kritikere.',
      formula: '% promotører − % kritikere, fra −100 til +100. Intervall og endring: justert Wald (Rocks 2016).',
      base: 'Én stemme per kunde: det nyeste svaret i perioden. Anonyme svar teller hver for seg.',
      leftOut: 'Kundens tidligere svar og alt som ikke er et helt tall fra 0 til 10.',
      example: '50 promotører, 30 passive, 20 kritikere: 50 % − 20 % = +30',
    },
    csat: {
      title: 'Kundetilfredshet (CSAT)',
      meaning: 'Hvor mange er fornøyde? Av svar fra 1 til 5 er 4 og 5 fornøyde.',
      formula: 'Fornøyde svar ÷ alle svar, med Wilson-intervall. Gjennomsnittet står ved siden av.',
      base: 'Hvert svar i perioden, også flere fra samme kunde.',
      leftOut: 'Alt som ikke er et helt tall fra 1 til 5.',
      example: '42 av 50 svar er 4 eller 5: 84 %',
    },
    cli: {
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
