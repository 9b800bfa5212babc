import type { ModalView, PlainTextOption } from '@slack/types';
import { noCustomerErrors } from '../../messages/modals/customer-menu.ts';
import type { Filled, FormKind } from '../../messages/modals/form.ts';
import type { StateValues } from '../../messages/modals/state.ts';
import type { Submitted } from '../handler-outcome.ts';
import type { Incoming } from '../identify-member.ts';

/** What a submitted modal does. */
export interface FormHandler {
  readonly id: string;
  /** @param requestKey names the submission: a repeated delivery of it has the same */
  submit(incoming: Incoming, carried: string, values: StateValues, requestKey: string): Promise<Submitted>;
  readonly hooks: FormHooks;
}

/** What fields of a modal do before it is sent; each is known by its action_id. */
export interface FormHooks {
  /** Draws the modal anew when something is chosen in the field. */
  readonly redraw?: {
    readonly actionId: string;
    readonly view: (incoming: Incoming, filled: StateValues, carried: string) => Promise<ModalView>;
  };
  /** Choices for the field while one types in it. */
  readonly suggest?: {
    readonly actionId: string;
    readonly options: (asked: Pick<Incoming, 'store' | 'locale'>, typed: string) => Promise<PlainTextOption[]>;
  };
}

/** Ties a modal that messages draw to how it is read and what it does. */
export function onSubmit<T, V>(
  form: FormKind<T>,
  read: (values: StateValues, incoming: Incoming, carried: T) => Filled<V>,
  run: (incoming: Incoming, entry: V, carried: T, requestKey: string) => Promise<Submitted>,
  hooks: FormHooks = {},
): FormHandler {
  return {
    id: form.id,
    hooks,
    async submit(incoming, carried, values, requestKey) {
      const known = form.carried.parse(carried);
      const noCustomer = noCustomerErrors(values, incoming.locale);
      if (Object.keys(noCustomer).length > 0) return { kind: 'errors', errors: noCustomer };
      const filled = read(values, incoming, known);
      if (filled.kind === 'errors') return filled;
      return run(incoming, filled.values, known, requestKey);
    },
  };
}
