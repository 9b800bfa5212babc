import { z } from 'zod';
import { buttonKind } from './button.ts';

/** Says words for the one who presses it, as if they had typed them after `/loyalty`. */
export const sayButton = buttonKind('words.say', z.object({ words: z.string().max(300) }));
