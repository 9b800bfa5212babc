import type { WebClient } from '@slack/web-api';
import { UserError } from '../errors.ts';
import { defineText } from '../text/define-text.ts';
import { storable } from '../text/typed.ts';
import { slackRefusal } from './slack-refusal.ts';

/** A file that was handed over in Slack. */
export interface SlackFile {
  readonly name: string;
  /** Its bytes from the start, each time it is called. */
  open(): AsyncIterable<Uint8Array>;
}

const words = defineText({
  en: { gone: 'Slack no longer has this file. Please upload it again.' },
  da: { gone: 'Slack har ikke længere filen. Upload den igen.' },
  nb: { gone: 'Slack har ikke filen lenger. Last den opp på nytt.' },
});

/**
 * Finds a file in Slack.
 *
 * @param apiUrl of Slack's Web API: the token goes to no host but Slack's own
 * @throws UserError when the file is gone
 */
export async function findFile(client: WebClient, apiUrl: string, id: string): Promise<SlackFile> {
  const { file } = await client.files.info({ file: id }).catch((cause: unknown) => {
    throw slackRefusal(cause) === null ? cause : gone();
  });
  const url = file?.url_private_download ?? file?.url_private;
  if (!url || !isOfSlack(url, apiUrl)) throw gone();
  return {
    name: storable(file?.name ?? id),
    async *open() {
      const response = await fetch(url, { headers: { authorization: `Bearer ${client.token}` }, redirect: 'error' });
      if (!response.ok || !response.body) throw gone();
      yield* response.body as unknown as AsyncIterable<Uint8Array>;
    },
  };
}

function gone(): UserError {
  return new UserError('file-gone', (locale) => words(locale).gone);
}

function isOfSlack(url: string, apiUrl: string): boolean {
  const { protocol, hostname, origin } = new URL(url);
  return (protocol === 'https:' && hostname.endsWith('.slack.com')) || origin === new URL(apiUrl).origin;
}
