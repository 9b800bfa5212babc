import { outcomeOf } from '../delivery/call-outcome.ts';
import { type Log, UserError } from '../errors.ts';
import { defineText } from '../text/define-text.ts';

const words = defineText({
  en: {
    busy: (seconds: number) => `Slack wants to be asked less often just now. Try again in ${seconds} seconds.`,
    unknown: (seconds: number) =>
      `Slack wants to be asked less often just now, and has not said who you are. Try again in ${seconds} seconds.`,
    failed: (why: string) => `Slack did not answer as it should${why}. Try again in a moment.`,
    silent: (why: string) => `Slack has not said who you are${why}. Try again in a moment.`,
    refused: (why: string) =>
      `Slack does not tell the app who you are (${why}). Ask whoever installed the app to install it anew with all its permissions.`,
  },
  da: {
    busy: (seconds: number) => `Slack vil spørges sjældnere lige nu. Prøv igen om ${seconds} sekunder.`,
    unknown: (seconds: number) =>
      `Slack vil spørges sjældnere lige nu og har ikke fortalt, hvem du er. Prøv igen om ${seconds} sekunder.`,
    failed: (why: string) => `Slack svarede ikke, som det skulle${why}. Prøv igen om lidt.`,
    silent: (why: string) => `Slack har ikke fortalt, hvem du er${why}. Prøv igen om lidt.`,
    refused: (why: string) =>
      `Slack fortæller ikke appen, hvem du er (${why}). Bed den, der har installeret appen, om at installere den igen med alle tilladelser.`,
  },
  nb: {
    busy: (seconds: number) => `Slack vil bli spurt sjeldnere akkurat nå. Prøv igjen om ${seconds} sekunder.`,
    unknown: (seconds: number) =>
      `Slack vil bli spurt sjeldnere akkurat nå og har ikke fortalt hvem du er. Prøv igjen om ${seconds} sekunder.`,
    failed: (why: string) => `Slack svarte ikke som det skulle${why}. Prøv igjen om litt.`,
    silent: (why: string) => `Slack har ikke fortalt hvem du er${why}. Prøv igjen om litt.`,
    refused: (why: string) =>
      `Slack forteller ikke appen hvem du er (${why}). Be den som installerte appen, om å installere den på nytt med alle tillatelsene.`,
  },
});

/** Slack wants to be left alone for longer than who asks can wait. @param which `unknown`: it was asked who they are */
export function slackBusy(restMs: number, which: 'busy' | 'unknown' = 'busy'): UserError {
  // In a second nobody has pressed anything.
  const seconds = Math.max(Math.ceil(restMs / 1000), 2);
  return new UserError('slack-busy', (locale) => words(locale)[which](seconds));
}

/**
 * What failed at Slack is told as Slack's, not as ours; anything else stays what it is. What Slack refuses of ours is ours.
 *
 * @param which `unknown`: Slack was asked who somebody is, so that whatever it says instead is its own
 */
export function asSlacks(thrown: unknown, log: Log, which: 'busy' | 'unknown' = 'busy'): unknown {
  const isSlacks = thrown instanceof Error && 'code' in thrown && String(thrown.code).startsWith('slack_webapi_');
  if (!isSlacks) return thrown;
  const outcome = outcomeOf(thrown);
  if (outcome.kind === 'rate-limited') return slackBusy(outcome.waitMs, which);
  const isFailure = outcome.kind === 'uncertain' || outcome.kind === 'not-accepted';
  if (!isFailure && which === 'busy') return thrown;
  log.error('slack-failed', { why: outcome.why });
  const code = /^(HTTP \d+|\w+)$/.test(outcome.why) ? outcome.why : null;
  // Asked again, Slack would refuse it again.
  if (!isFailure && code) return new UserError('slack-refused', (locale) => words(locale).refused(code));
  const why = code ? ` (${code})` : '';
  return new UserError('slack-failed', (locale) => words(locale)[which === 'busy' ? 'failed' : 'silent'](why));
}
