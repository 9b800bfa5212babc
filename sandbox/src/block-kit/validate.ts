import { isJson, jsonList } from '../json.ts';
import { block } from './blocks.ts';
import { byType, type Check, fields, flag, list, type Spot, type Surface, text } from './check.ts';
import { plainText } from './text.ts';
import { checkTogether } from './whole-payload.ts';

export type { Surface } from './check.ts';

/**
 * Checks blocks as Slack does. Gives one line for each fault, with a JSON pointer (`… [json-pointer:/blocks/0/text]`);
 * none when all is well.
 */
export function validateBlocks(blocks: unknown, surface: Surface): readonly string[] {
  return collect(surface, (spot) => checkBlocks(blocks, '/blocks', spot));
}

/** Checks a modal or Home view as Slack does, its blocks included; pointers begin with `/view`. */
export function validateView(view: unknown): readonly string[] {
  const surface = isJson(view) && view.type === 'home' ? 'home' : 'modal';
  return collect(surface, (spot) => {
    byType({ modal, home })(view, '/view', spot);
    if (isJson(view) && view.submit === undefined) checkSubmit(view.blocks, spot);
  });
}

const mostBlocks = { message: 50, modal: 100, home: 100 } as const satisfies Record<Surface, number>;

const checkBlocks: Check = (blocks, at, spot) => {
  list(block, { min: 0, max: mostBlocks[spot.surface] })(blocks, at, spot);
  checkTogether(jsonList(blocks), at, spot);
};

const id = text({ min: 0, max: 255 });
const title = plainText({ max: 24 });
const both = { callback_id: id, external_id: id, private_metadata: text({ min: 0, max: 3000 }) };
const modal = fields(
  { title, blocks: checkBlocks },
  { ...both, submit: title, close: title, clear_on_close: flag, notify_on_close: flag, submit_disabled: flag },
);
const home = fields({ blocks: checkBlocks }, both);

/** A modal that asks for something has a button to send it. */
function checkSubmit(blocks: unknown, spot: Spot): void {
  const asks = jsonList(blocks).some((one) => one.type === 'input');
  if (asks && spot.surface === 'modal') spot.report('missing required field: submit', '/view');
}

function collect(surface: Surface, check: (spot: Spot) => void): readonly string[] {
  const faults: string[] = [];
  check({ surface, report: (words, pointer) => faults.push(`${words} [json-pointer:${pointer}]`) });
  return faults;
}
