import type { ButtonKind } from '../../messages/kit/button.ts';
import type { Outcome } from '../handler-outcome.ts';
import type { Incoming, RequestPlace } from '../identify-member.ts';

/** What a button does. */
export interface ButtonHandler {
  readonly id: string;
  run(incoming: Incoming, value: string | undefined, pressed: RequestPlace): Promise<Outcome>;
}

/** Ties a button that messages draw to what it does; its value is read by the schema it was drawn with. */
export function onPress<T>(
  kind: ButtonKind<T>,
  run: (incoming: Incoming, value: T, pressed: RequestPlace) => Promise<Outcome>,
): ButtonHandler {
  return { id: kind.id, run: (incoming, value, pressed) => run(incoming, kind.value.parse(value ?? ''), pressed) };
}
