import type { MailTransport } from './mail-transport.ts';

const answersWithinMs = 10_000;

/** The sandbox's mailbox, in the place of a mail server. It keeps each mail once, by its Message-ID. @param url of the sandbox */
export function mailbox(url: string): MailTransport {
  return {
    async send(mail) {
      try {
        const response = await fetch(`${url}/sandbox/mails`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(mail),
          signal: AbortSignal.timeout(answersWithinMs),
        });
        if (response.status >= 500) return { kind: 'later', why: `mailbox ${response.status}` };
        const { ok } = (await response.json()) as { ok?: boolean };
        return ok === true ? { kind: 'sent' } : { kind: 'refused', why: `mailbox ${response.status}` };
      } catch {
        return { kind: 'later', why: 'mailbox away' };
      }
    },
    close: async () => undefined,
  };
}
