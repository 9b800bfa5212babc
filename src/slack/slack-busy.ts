import { UserError } from '../errors.ts';
import { defineText } from '../text/define-text.ts';

const words = defineText({
  en: {
    busy: (seconds: number) => `Slack wants to be asked less often just now. Try again in ${seconds} seconds.`,
    unknown: (seconds: number) =>
      `Slack wants to be asked less often just now, and has not said who you are. Try again in ${seconds} seconds.`,
  },
  da: {
    busy: (seconds: number) => `Slack vil spørges sjældnere lige nu. Prøv igen om ${seconds} sekunder.`,
    unknown: (seconds: number) =>
      `Slack vil spørges sjældnere lige nu og har ikke fortalt, hvem du er. Prøv igen om ${seconds} sekunder.`,
  },
  nb: {
    busy: (seconds: number) => `Slack vil bli spurt sjeldnere akkurat nå. Prøv igjen om ${seconds} sekunder.`,
    unknown: (seconds: number) =>
      `Slack vil bli spurt sjeldnere akkurat nå og har ikke fortalt hvem du er. Prøv igjen om ${seconds} sekunder.`,
  },
});

/** Slack wants to be left alone for longer than who asks can wait. @param which `unknown`: it was asked who they are */
export function slackBusy(restMs: number, which: 'busy' | 'unknown' = 'busy'): UserError {
  // In a second nobody has pressed anything.
  const seconds = Math.max(Math.ceil(restMs / 1000), 2);
  return new UserError('slack-busy', (locale) => words(locale)[which](seconds));
}
