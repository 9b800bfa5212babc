import { defineText } from './define-text.ts';

/** The questions of surveys, and what the ends of their scales mean. */
export const surveyWords = defineText({
  en: {
    questions: {
      nps: {
        score: (asker: string) => `How likely are you to recommend ${asker} to a friend or colleague?`,
      },
      csat: { score: (asker: string) => `How satisfied are you with ${asker}?` },
      cli: {
        recommend: (asker: string) => `Would you recommend ${asker} to others?`,
        again: (asker: string) => `Would you buy from ${asker} again?`,
        other: (asker: string) => `Would you try other products or services from ${asker}?`,
      },
    },
    ends: {
      nps: { first: 'Not at all likely', last: 'Extremely likely' },
      csat: { first: 'Very dissatisfied', last: 'Very satisfied' },
      cli: { first: 'Definitely yes', last: 'Definitely not' },
    },
  },
  da: {
    questions: {
      nps: {
        score: (asker) => `Hvor sandsynligt er det, at du vil anbefale ${asker} til en ven eller kollega?`,
      },
      csat: { score: (asker) => `Hvor tilfreds er du med ${asker}?` },
      cli: {
        recommend: (asker) => `Vil du anbefale ${asker} til andre?`,
        again: (asker) => `Vil du købe hos ${asker} igen?`,
        other: (asker) => `Vil du prøve andre varer eller ydelser fra ${asker}?`,
      },
    },
    ends: {
      nps: { first: 'Slet ikke sandsynligt', last: 'Meget sandsynligt' },
      csat: { first: 'Meget utilfreds', last: 'Meget tilfreds' },
      cli: { first: 'Helt sikkert', last: 'Helt sikkert ikke' },
    },
  },
  nb: {
    questions: {
      nps: {
        score: (asker) => `Hvor sannsynlig er det at du vil anbefale ${asker} til en venn eller kollega?`,
      },
      csat: { score: (asker) => `Hvor fornøyd er du med ${asker}?` },
      cli: {
        recommend: (asker) => `Vil du anbefale ${asker} til andre?`,
        again: (asker) => `Vil du kjøpe hos ${asker} igjen?`,
        other: (asker) => `Vil du prøve andre varer eller tjenester fra ${asker}?`,
      },
    },
    ends: {
      nps: { first: 'Svært lite sannsynlig', last: 'Svært sannsynlig' },
      csat: { first: 'Svært misfornøyd', last: 'Svært fornøyd' },
      cli: { first: 'Helt sikkert', last: 'Helt sikkert ikke' },
    },
  },
});
