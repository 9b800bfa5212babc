import { isJson, type Json, jsonList } from '../json.ts';
import type { ElementValue, StateValues } from '../page-api.ts';
import { isEmpty } from '../workspace/state-values.ts';

/** What Slack itself finds wrong in a modal's fields before it asks the app: words by block_id. */
export function faultsOf(blocks: readonly Json[], state: StateValues): Readonly<Record<string, string>> {
  const faults: Record<string, string> = {};
  for (const block of blocks.filter((one) => one.type === 'input')) {
    const element = isJson(block.element) ? block.element : {};
    const blockId = String(block.block_id);
    const value = state[blockId]?.[String(element.action_id)] ?? {};
    const fault = isEmpty(value) ? missing(block) : wrong(element, value);
    if (fault !== null) faults[blockId] = fault;
  }
  return faults;
}

function missing(block: Json): string | null {
  return block.optional === true ? null : 'Please complete this required field.';
}

function wrong(element: Json, value: ElementValue): string | null {
  switch (element.type) {
    case 'plain_text_input':
      return wrongLength(element, String(value.value));
    case 'number_input':
      return wrongNumber(element, String(value.value));
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(String(value.value)) ? null : 'Please enter a valid email address.';
    case 'url_text_input':
      return URL.canParse(String(value.value)) ? null : 'Please enter a valid URL.';
    case 'file_input':
      return wrongFiles(element, jsonList(value.files));
    default:
      return null;
  }
}

function wrongLength(element: Json, text: string): string | null {
  const least = Number(element.min_length ?? 0);
  const most = Number(element.max_length ?? 3000);
  if (text.length < least) return `Please use at least ${least} characters.`;
  return text.length > most ? `Please use at most ${most} characters.` : null;
}

function wrongNumber(element: Json, text: string): string | null {
  const pattern = element.is_decimal_allowed === true ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
  if (!pattern.test(text)) return 'Please enter a valid number.';
  const { min_value: least, max_value: most } = element;
  if (least !== undefined && Number(text) < Number(least)) return `Please enter a number of at least ${String(least)}.`;
  return most !== undefined && Number(text) > Number(most) ? `Please enter a number of at most ${String(most)}.` : null;
}

function wrongFiles(element: Json, files: readonly Json[]): string | null {
  const most = Number(element.max_files ?? 10);
  return files.length > most ? `Please choose at most ${most} files.` : null;
}
