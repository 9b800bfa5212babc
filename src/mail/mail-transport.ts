import type { MailOutcome } from '../flows/surveys/send-mails.ts';
import type { DrawnMail } from './draw-mail.ts';

/** A mail with its addresses. */
export interface AddressedMail extends DrawnMail {
  /** The same at each try, so that a mail server knows it again. */
  readonly messageId: string;
  readonly from: string;
  readonly to: string;
}

/** What mails are handed to. */
export interface MailTransport {
  /** Never throws: what went wrong is an outcome. */
  send(mail: AddressedMail): Promise<MailOutcome>;
  close(): Promise<void>;
}
