import { saveMessageButton } from '../../messages/modals/feedback-form.ts';
import { saveMessage } from '../views/feedback.ts';
import { onPress } from './button.ts';

/** Opens the form for a message's words, as its shortcut does. */
export const saveMessageAgain = onPress(saveMessageButton, saveMessage);
