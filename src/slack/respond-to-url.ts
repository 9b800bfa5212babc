import type { Message } from '../messages/kit/message.ts';

/** Who sends a form waits no longer than Slack does, and the form is still to be saved and acknowledged. */
const patienceMs = 1200;

/** Tells who used a shortcut on a message something beside it, for them alone. @returns whether Slack took it */
export async function respondToUrl(responseUrl: string, message: Message): Promise<boolean> {
  try {
    const answered = await fetch(responseUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...message, response_type: 'ephemeral', replace_original: false }),
      signal: AbortSignal.timeout(patienceMs),
    });
    return answered.ok;
  } catch {
    // It is told in the form's place then.
    return false;
  }
}
