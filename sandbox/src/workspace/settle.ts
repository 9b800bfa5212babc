import { isJson, type Json, jsonList } from '../json.ts';
import { newBlockId } from '../state/ids.ts';

/** Slack gives every block and every interactive element an id that came without one. */
export function withIds(blocks: readonly Json[]): readonly Json[] {
  return blocks.map((block) => ({
    ...block,
    ...(isJson(block.element) && { element: withActionId(block.element) }),
    ...(isJson(block.accessory) && { accessory: withActionId(block.accessory) }),
    ...(Array.isArray(block.elements) && { elements: withActionIds(block) }),
    ...(Array.isArray(block.actions) && { actions: jsonList(block.actions).map(withActionId) }),
    ...(Array.isArray(block.child_blocks) && { child_blocks: withIds(jsonList(block.child_blocks)) }),
    block_id: block.block_id || newBlockId(),
  }));
}

function withActionIds(block: Json): readonly Json[] {
  if (block.type === 'actions' || block.type === 'context_actions') return jsonList(block.elements).map(withActionId);
  return block.type === 'carousel' ? withIds(jsonList(block.elements)) : jsonList(block.elements);
}

function withActionId(element: Json): Json {
  return element.type === 'image' || element.action_id ? element : { ...element, action_id: newBlockId() };
}
