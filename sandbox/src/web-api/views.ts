import { z } from 'zod';
import type { Json } from '../json.ts';
import { jsonList } from '../json.ts';
import { Refusal } from '../refusal.ts';
import type { StoredView } from '../state/model.ts';
import { viewPayload } from '../workspace/payload.ts';
import { completeState } from '../workspace/state-values.ts';
import { findView, openModal, publishHome, updateView } from '../workspace/views.ts';
import { anyObject, type Call, json, method } from './method.ts';

const id = z.string().min(1);
const view = json(anyObject);

export const views = {
  'views.open': method({
    args: z.object({ trigger_id: id, view }),
    run: (call, args) =>
      answer(call, openModal(call.sandbox, call.day.id, person(call, args.trigger_id), args.view, false)),
  }),
  'views.push': method({
    args: z.object({ trigger_id: id, view }),
    run: (call, args) =>
      answer(call, openModal(call.sandbox, call.day.id, person(call, args.trigger_id), args.view, true)),
  }),
  'views.update': method({
    args: z.object({ view_id: id.optional(), external_id: id.optional(), hash: id.optional(), view }),
    run: (call, args) => {
      const { sandbox, day } = call;
      const stored = args.view_id
        ? findView(sandbox, args.view_id)
        : sandbox.modals.findExternal(day.id, args.external_id ?? '');
      if (!stored || stored.workspace !== day.id) throw new Refusal('not_found');
      return answer(call, updateView(sandbox, stored, args.view, args.hash ?? null));
    },
  }),
  'views.publish': method({
    args: z.object({ user_id: id, hash: z.string().optional(), view }),
    run: (call, args) => {
      const { sandbox, day } = call;
      if (!day.users.some((user) => user.id === args.user_id)) throw new Refusal('user_not_found');
      return answer(call, publishHome(sandbox, day.id, args.user_id, args.view, args.hash || null));
    },
  }),
};

/** Whose trigger it is; it is used up, also by a view that is refused. */
function person({ sandbox, day }: Call, triggerId: string): string {
  const trigger = sandbox.triggers.exchange(triggerId);
  if (typeof trigger === 'string') throw new Refusal(trigger);
  if (trigger.workspace !== day.id) throw new Refusal('invalid_trigger_id');
  return trigger.user;
}

function answer({ sandbox }: Call, stored: StoredView): Json {
  return { view: viewPayload(sandbox, stored, completeState(jsonList(stored.view.blocks), {})) };
}
