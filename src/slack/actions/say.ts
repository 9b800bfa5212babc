import { sayButton } from '../../messages/kit/say-button.ts';
import { runCommand } from '../commands/run-command.ts';
import { onPress } from './button.ts';

/** Answers as if the words on the button had been typed after `/loyalty`. */
export const say = onPress(sayButton, (incoming, { words }, pressed) => runCommand(incoming, words, pressed));
