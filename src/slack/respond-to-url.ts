import type { Message } from '../messages/kit/message.ts';

/** Who sends a form waits no longer than Slack does, and the form is still to be saved and acknowledged. */
const patienceMs = 1200;

/**
 * Tells who used a shortcut on a message something beside it, for them alone.
 *
 * @returns whether Slack took it: where it did not, the words are still to be shown somewhere else
 */
export async function respondToUrl(responseUrl: string, message: Message): Promise<boolean> {
  try {
    const answered = await fetch(responseUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...message, response_type: 'ephemeral', replace_original: false }),
      signal: AbortSignal.timeout(patienceMs),
    });
    return answered.ok && !saysNo(await answered.text());
  } catch {
    return false;
  }
}

/** Slack may say no with a status of 200, in the body; a yes is the word "ok" or `{"ok":true}`. */
function saysNo(body: string): boolean {
  try {
    const said: unknown = JSON.parse(body);
    return typeof said === 'object' && said !== null && 'ok' in said && said.ok !== true;
  } catch {
    return false;
  }
}
