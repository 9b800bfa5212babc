import { validateBlocks } from '../block-kit/validate.ts';
import { isJson, type Json, jsonList } from '../json.ts';
import type { OptionsQuery } from '../page-api.ts';
import { Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import { interactionPayload } from '../workspace/payload.ts';
import { elementIn, placeOf, placePayload } from './press.ts';
import { actorOf } from './result.ts';

/** Asks the app for the options of an external select: block_suggestion. Refused with what went wrong. */
export async function askOptions(sandbox: Sandbox, query: OptionsQuery): Promise<Json> {
  const { day, user } = actorOf(sandbox, query);
  const place = placeOf(sandbox, query);
  const { element } = elementIn(place, query.blockId, query.actionId);
  // Over HTTP Slack asks at an address of its own for menus, and nowhere where none is declared.
  const { message_menu_options_url: url } = sandbox.manifest.settings.interactivity;
  if (!url && sandbox.delivery.sockets.connections() === 0) throw new Refusal('no_options_url');
  if (!String(element.type).endsWith('external_select')) throw new Refusal('not_an_external_select');
  const outcome = await sandbox.delivery.deliver({
    type: 'interactive',
    payload: {
      ...interactionPayload(sandbox, 'block_suggestion', day, user),
      ...placePayload(sandbox, place, {}),
      action_id: query.actionId,
      block_id: query.blockId,
      value: query.typed,
    },
    acceptsResponse: true,
  });
  if (!outcome.ok) throw new Refusal(outcome.error);
  const answer = isJson(outcome.body) ? outcome.body : {};
  if (answer.option_groups !== undefined) return checked({ option_groups: jsonList(answer.option_groups) });
  return checked({ options: jsonList(answer.options) });
}

/** Options have the limits of a select's own; there may be none. */
function checked(answer: { readonly [kind: string]: readonly Json[] }): Json {
  if (Object.values(answer).every((list) => list.length === 0)) return answer;
  const element = { type: 'static_select', ...answer };
  const faults = validateBlocks([{ type: 'actions', elements: [element] }], 'message');
  if (faults.length > 0) throw new Refusal('invalid_options', { errors: faults });
  return answer;
}
