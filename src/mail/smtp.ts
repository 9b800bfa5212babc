import { Transform } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { MailOutcome } from '../flows/surveys/send-mails.ts';
import type { MailTransport } from './mail-transport.ts';

const connectsWithinMs = 15_000;
const answersWithinMs = 60_000;

/**
 * A mail server, over one connection that is kept.
 *
 * @param url `smtps://user:password@host` (TLS from the start), or `smtp://…` (STARTTLS, which only a server on this machine may do without)
 */
export function smtpTransport(url: string): MailTransport {
  const { protocol, hostname } = new URL(url);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 1,
    requireTLS: protocol === 'smtp:' && !isHere,
    connectionTimeout: connectsWithinMs,
    greetingTimeout: connectsWithinMs,
    socketTimeout: answersWithinMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // The message is read only when the server is connected and may take it.
  let isHandedOver = false;
  transport.use('stream', (mail, done) => {
    mail.message.transform(
      () =>
        new Transform({
          transform(chunk, _, next) {
            isHandedOver = true;
            next(null, chunk);
          },
        }),
    );
    done();
  });
  return {
    async send({ messageId, from, to, subject, text, html, headers }) {
      isHandedOver = false;
      try {
        await transport.sendMail({ messageId, from, to, subject, text, html, headers: { ...headers } });
        return { kind: 'sent' };
      } catch (thrown) {
        return outcomeOf(thrown, isHandedOver);
      }
    },
    close: async () => transport.close(),
  };
}

/** What a mail server says no with. Its words may quote an address, so that only its number is kept. */
function outcomeOf(thrown: unknown, isHandedOver: boolean): MailOutcome {
  const { code, responseCode, command } = thrown as { code?: string; responseCode?: number; command?: string };
  const why = [command, responseCode ?? code ?? 'unknown'].filter((part) => part !== undefined).join(' ');
  if (responseCode === undefined) return { kind: isHandedOver ? 'unsure' : 'later', why };
  if (responseCode < 500 || command?.startsWith('AUTH')) return { kind: 'later', why };
  return { kind: command === 'RCPT TO' ? 'bounced' : 'refused', why };
}
