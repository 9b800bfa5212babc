import type { Context } from '../context.ts';
import { noteMail, takeMail, tellMailTrouble } from '../flows/surveys/send-mails.ts';
import { type Runner, runner } from '../runner.ts';
import { drawMail } from './draw-mail.ts';
import type { MailTransport } from './mail-transport.ts';

interface MailNeeds {
  readonly transport: MailTransport;
  /** `Nordlys Kaffe <hello@nordlys.example>` */
  readonly from: string;
  /** The id of a member's conversation with the app; null: it is a terminal's. */
  readonly conversationWith: (memberId: string) => Promise<string | null>;
}

/**
 * Sends what waits to be mailed, one after the other, and tells whoever sent it what did not arrive. A mail is noted before it
 * is handed over and after; one of which only the first is there is not sent again.
 */
export function mailRunner(context: Context, { transport, from, conversationWith }: MailNeeds): Runner {
  const { workspaceId } = context;
  const domain = /@([^\s>]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  return runner('mails', context.log, async (isStopped) => {
    const url = context.surveyUrl?.() ?? null;
    while (url !== null && !isStopped()) {
      const mail = await takeMail(context);
      if (!mail) break;
      const messageId = `<survey.${workspaceId}.${mail.id}@${domain}>`;
      const outcome = await transport.send({ ...drawMail(mail, url), messageId, from, to: mail.to });
      await noteMail(context, mail, outcome);
      if (outcome.kind !== 'sent') context.log.info('mail-not-sent', { mailId: mail.id, ...outcome });
    }
    await tellMailTrouble(context, conversationWith);
  });
}
