import type { ButtonKind } from '../../messages/kit/button.ts';
import type { Outcome } from '../handler-outcome.ts';
import type { Incoming } from '../incoming.ts';

/** Where and when a button was pressed. */
export interface Pressed {
  /** The channel of the message; null in a modal or on the Home. */
  readonly channelId: string | null;
  /** Names what was pressed: a repeated delivery has the same, and so has a second press of it by the same person. */
  readonly requestKey: string;
}

/** What a button does. */
export interface ButtonHandler {
  readonly id: string;
  run(incoming: Incoming, value: string | undefined, pressed: Pressed): Promise<Outcome>;
}

/** Ties a button that messages draw to what it does; its value is read by the schema it was drawn with. */
export function onPress<T>(
  kind: ButtonKind<T>,
  run: (incoming: Incoming, value: T, pressed: Pressed) => Promise<Outcome>,
): ButtonHandler {
  return { id: kind.id, run: (incoming, value, pressed) => run(incoming, kind.value.parse(value ?? ''), pressed) };
}
