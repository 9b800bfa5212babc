import { createHmac } from 'node:crypto';

/** Slack's request signature (v0) of a raw body. The stamp is the machine's own time, which the app compares it with. */
export function signatureHeaders(signingSecret: string, body: string): Record<string, string> {
  const stamp = String(Math.floor(Date.now() / 1000));
  const digest = createHmac('sha256', signingSecret).update(`v0:${stamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': stamp, 'x-slack-signature': `v0=${digest}` };
}
