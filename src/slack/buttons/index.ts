import { acquisitionButtons } from './acquisition.ts';
import type { ButtonHandler } from './button.ts';
import { customerButtons } from './customer.ts';
import { followUpButtons } from './follow-up.ts';
import { settingsButtons } from './settings.ts';
import { share } from './share.ts';

/** Everything that can be pressed in a message. What a press of anything else means is for its modal to know. */
export const buttons: readonly ButtonHandler[] = [
  ...followUpButtons,
  ...customerButtons,
  ...acquisitionButtons,
  ...settingsButtons,
  share,
];
