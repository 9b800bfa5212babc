import type { Form } from '../../commands/command.ts';
import { toldOf } from '../../commands/help.ts';
import { commands } from '../../commands/index.ts';
import { commandsView } from '../../messages/help.ts';
import type { Outcome } from '../handler-outcome.ts';
import type { Incoming } from '../identify-member.ts';
import { correction } from './correction.ts';
import { customerEdit } from './customer-edit.ts';
import { customerNew, openCustomerNew } from './customer-new.ts';
import { digest, digestPreview, openDigest } from './digest.ts';
import { feedback, openFeedback } from './feedback.ts';
import { followUpDone } from './follow-up-done.ts';
import type { FormHandler } from './form.ts';
import { importForms, openImport } from './import.ts';
import { pin } from './pin.ts';
import { rate } from './rate.ts';
import { recommendation } from './recommendation.ts';
import { replacedChannel } from './replaced-channel.ts';
import { openReview, review } from './review.ts';
import { segment, segmentChange } from './segment.ts';
import { openSettings, settings } from './settings.ts';
import { shareTo } from './share-to.ts';
import { spend } from './spend.ts';
import { openTarget, target } from './target.ts';

/** Everything that can be submitted. */
export const forms: readonly FormHandler[] = [
  feedback,
  followUpDone,
  pin,
  settings,
  digest,
  digestPreview,
  review,
  replacedChannel,
  target,
  segment,
  segmentChange,
  customerEdit,
  customerNew,
  correction,
  recommendation,
  spend,
  rate,
  shareTo,
  ...importForms,
];

/** Where a modal was asked for. */
export interface AskedAt {
  readonly channelId: string | null;
}

/** Opens the modal that a command asks for. */
export async function openModal(incoming: Incoming, form: Form, { channelId }: AskedAt): Promise<Outcome> {
  switch (form.form) {
    case 'feedback':
      return openFeedback(incoming);
    case 'settings':
      return openSettings(incoming);
    case 'digest':
      return openDigest(incoming, channelId);
    case 'review':
      return openReview(incoming, channelId);
    case 'import':
      return openImport(incoming);
    case 'commands':
      return { kind: 'open', view: commandsView(toldOf(commands, incoming.locale), incoming.locale) };
    case 'customer-new':
      return openCustomerNew(incoming, form.typed);
    case 'target':
      return openTarget(incoming, form.proposal);
  }
}
