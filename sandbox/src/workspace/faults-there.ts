import { isJson, type Json } from '../json.ts';
import type { Sandbox } from '../sandbox.ts';
import { isReady } from './payload.ts';

/** Where blocks are to be shown. */
export interface Place {
  readonly sandbox: Sandbox;
  readonly workspace: string;
}

/** What is wrong with blocks in this workspace alone: a kind that it does not take, a file that may not be shown yet. */
export function faultsThere(blocks: readonly Json[], { sandbox, workspace }: Place): readonly string[] {
  const { charts, dataTables } = sandbox.conditions.of(workspace);
  const missing = [...(charts ? [] : ['data_visualization']), ...(dataTables ? [] : ['data_table'])];
  return blocks.flatMap((block, n) => {
    if (missing.includes(String(block.type))) {
      return [`unsupported type: ${String(block.type)} [json-pointer:/blocks/${n}/type]`];
    }
    return isJson(block.slack_file) && !mayShow(block.slack_file, { sandbox, workspace })
      ? [`invalid slack file [json-pointer:/blocks/${n}/slack_file]`]
      : [];
  });
}

function mayShow({ id }: Json, { sandbox, workspace }: Place): boolean {
  // A file may be named by its address, too, which the sandbox takes as it is.
  if (typeof id !== 'string') return true;
  const file = sandbox.world.files.get(id);
  if (!file || file.workspace !== workspace || file.state !== 'shared') return false;
  return isReady(sandbox, file) && file.mimetype.startsWith('image/');
}
