import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import { mailRunner } from '../mail/mail-runner.ts';
import type { MailTransport } from '../mail/mail-transport.ts';
import { mailbox } from '../mail/mailbox.ts';
import { smtpTransport } from '../mail/smtp.ts';
import type { Runner } from '../runner.ts';
import { conversationWith } from '../slack/send-to-member.ts';
import type { Connected } from './connect.ts';
import type { Stops } from './stops.ts';

/** Whom the sandbox's mails are from. */
const sandboxFrom = 'Nordlys Kaffe <hello@nordlys.example>';

/** What sends mails to customers: by the mail server that is set, or into the sandbox's mailbox; null: nothing. */
export function startMails(
  context: Context,
  { mail }: Pick<Config, 'mail'>,
  { sandbox, client }: Pick<Connected, 'sandbox' | 'client'>,
  stops: Stops,
): Runner | null {
  const transport = transportOf(mail, sandbox);
  if (!transport) return null;
  stops.add('mail-server', () => transport.close());
  const sending = mailRunner(context, {
    transport,
    from: mail?.from ?? sandboxFrom,
    conversationWith: async (memberId) => (isMember(memberId) ? conversationWith({ client, memberId }) : null),
  });
  stops.add('mails', () => sending.stop());
  return sending;
}

function transportOf(mail: Config['mail'], sandbox: Connected['sandbox']): MailTransport | null {
  if (mail) return smtpTransport(mail.url);
  return sandbox ? mailbox(sandbox.url) : null;
}

/** A terminal is nobody in Slack. */
function isMember(id: string): boolean {
  return /^[UW][A-Z0-9]+$/.test(id);
}
