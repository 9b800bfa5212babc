import { buttonKind } from './button.ts';
import { saidSchema } from './share-button.ts';

/** Opens the rest of what was answered to these words as of that day, which is too long to be read at a glance. */
export const moreButton = buttonKind('answer.more', saidSchema);
