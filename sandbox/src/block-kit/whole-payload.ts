import { isJson, type Json, jsonList } from '../json.ts';
import type { Spot } from './check.ts';
import { charactersIn } from './tables.ts';

const mostMarkdown = 12_000;
const mostTableCharacters = 10_000;

/** What holds for all blocks of a payload together. */
export function checkTogether(blocks: readonly Json[], at: string, spot: Spot): void {
  checkUniqueIds(blocks, at, spot);
  checkMost(blocks, 'table', 1, at, spot);
  checkNotBoth(blocks, at, spot);
  checkMost(blocks, 'data_visualization', 2, at, spot);
  const markdown = blocks.filter((one) => one.type === 'markdown');
  const characters = markdown.reduce((sum, one) => sum + String(one.text).length, 0);
  if (markdown.length > 1 && characters > mostMarkdown) {
    spot.report(`markdown blocks must be less than ${mostMarkdown + 1} characters together`, at);
  }
  const tables = blocks.filter((one) => one.type === 'data_table');
  if (tables.length > 1 && charactersIn(tables.map((one) => one.rows)) > mostTableCharacters) {
    spot.report(`tables must be less than ${mostTableCharacters + 1} characters together`, at);
  }
  checkFocus(blocks, at, spot);
}

function checkUniqueIds(blocks: readonly Json[], at: string, spot: Spot): void {
  const seen = new Set<unknown>();
  placed(blocks, at).forEach(({ block, pointer }) => {
    const id = block.block_id;
    if (id !== undefined && seen.has(id)) spot.report(`block_id already exists: ${String(id)}`, `${pointer}/block_id`);
    seen.add(id);
    checkUniqueActions(block, pointer, spot);
  });
}

function checkUniqueActions(block: Json, at: string, spot: Spot): void {
  const seen = new Set<unknown>();
  jsonList(block.elements).forEach((element, n) => {
    const id = element.action_id;
    if (id !== undefined && seen.has(id)) {
      spot.report(`action_id already exists: ${String(id)}`, `${at}/elements/${n}/action_id`);
    }
    seen.add(id);
  });
}

/** The blocks and those inside of containers. */
function placed(blocks: readonly Json[], at: string): readonly { readonly block: Json; readonly pointer: string }[] {
  return blocks.flatMap((block, n) => {
    const pointer = `${at}/${n}`;
    return [{ block, pointer }, ...placed(jsonList(block.child_blocks), `${pointer}/child_blocks`)];
  });
}

function checkMost(blocks: readonly Json[], type: string, most: number, at: string, spot: Spot): void {
  const found = placed(blocks, at).filter(({ block }) => block.type === type);
  const first = found[most];
  if (first) spot.report(`no more than ${most} ${type} blocks allowed`, first.pointer);
}

function checkNotBoth(blocks: readonly Json[], at: string, spot: Spot): void {
  const all = placed(blocks, at);
  const second = all.find(({ block }) => block.type === 'data_table');
  if (second && all.some(({ block }) => block.type === 'table')) {
    spot.report('table and data_table are not allowed in one message', second.pointer);
  }
}

function checkFocus(blocks: readonly Json[], at: string, spot: Spot): void {
  const focused = placed(blocks, at).flatMap(({ block, pointer }) =>
    [block.element, block.accessory, ...jsonList(block.elements)]
      .filter(isJson)
      .filter((element) => element.focus_on_load === true)
      .map(() => pointer),
  );
  if (focused[1]) spot.report('only one element can have focus_on_load', focused[1]);
}
