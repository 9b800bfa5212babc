import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../errors.ts';

/**
 * What Slack's packages have to say, as lines of the app's own log: faults alone, without whatever may be a secret or
 * somebody's words.
 */
export function sdkLogger(log: Log): Logger {
  const nothing = () => undefined;
  return {
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: (...said) => log.error('slack-sdk', { said: tellable(said) }),
    setLevel: nothing,
    getLevel: () => LogLevel.ERROR,
    setName: nothing,
  };
}

const longest = 200;

/** Its first line, without tokens, what an address carries and the words of an error, which may quote somebody. */
function tellable(said: readonly unknown[]): string {
  const [line = ''] = said.map(String).join(' ').split('\n', 1);
  return line
    .replace(/\berror: .*/, 'error')
    .replace(/\bx(?:ox[a-z]|app)-[\w-]+/gi, '…')
    .replace(/(\w+:\/\/[^\s/?#]+)[^\s)]*/g, '$1')
    .slice(0, longest);
}
