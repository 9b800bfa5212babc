import type { Filled, FormKind } from '../../messages/modals/form.ts';
import type { StateValues } from '../../messages/modals/state.ts';
import type { Incoming } from '../incoming.ts';
import type { Submitted } from '../outcome.ts';

/** What a submitted modal does. */
export interface FormHandler {
  readonly id: string;
  /** @param requestKey names the submission: a repeated delivery of it has the same */
  submit(incoming: Incoming, carried: string, values: StateValues, requestKey: string): Promise<Submitted>;
}

/** Ties a modal that messages draw to how it is read and what it does. */
export function onSubmit<T, V>(
  form: FormKind<T>,
  read: (values: StateValues, incoming: Incoming, carried: T) => Filled<V>,
  run: (incoming: Incoming, entry: V, carried: T, requestKey: string) => Promise<Submitted>,
): FormHandler {
  return {
    id: form.id,
    async submit(incoming, carried, values, requestKey) {
      const known = form.carried.parse(carried);
      const filled = read(values, incoming, known);
      if (filled.kind === 'errors') return filled;
      return run(incoming, filled.values, known, requestKey);
    },
  };
}
