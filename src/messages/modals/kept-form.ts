import type { InputBlock, ModalView } from '@slack/types';
import { defineText, type Locale } from '../../text/define-text.ts';
import { shortened } from '../../text/shorten.ts';
import { manyLines } from '../../text/typed.ts';
import { lines } from '../kit/blocks.ts';
import { mostBlocks } from './form.ts';
import type { StateValues } from './state.ts';

/** A modal that was sent, as Slack hands it over. */
export interface SentForm {
  readonly view: Pick<ModalView, 'title' | 'submit' | 'close' | 'blocks'> & {
    readonly callback_id: string;
    readonly private_metadata: string;
  };
  readonly values: StateValues;
}

const words = defineText({
  en: {
    failed: 'That did not work',
    kept: 'What you filled in still stands below.',
    file: 'Choose the file again: Slack does not keep it in the form.',
  },
  da: {
    failed: 'Det lykkedes ikke',
    kept: 'Det, du udfyldte, står stadig herunder.',
    file: 'Vælg filen igen: Slack beholder den ikke i formularen.',
  },
  nb: {
    failed: 'Det gikk ikke',
    kept: 'Det du fylte ut, står fortsatt nedenfor.',
    file: 'Velg filen på nytt: Slack beholder den ikke i skjemaet.',
  },
});

const problemBlock = 'problem';

/** The same form with what was filled in, and above it why it came to nothing: to be mended and sent again. */
export function keptForm({ view, values }: SentForm, why: string, locale: Locale): ModalView {
  const text = words(locale);
  const kept = view.blocks.some(takesFile) ? `${text.kept} ${text.file}` : text.kept;
  const said = [[{ bold: text.failed }], [shortened(manyLines(why), 2500)], [kept]];
  const problem = { ...lines(...said), block_id: problemBlock };
  const { callback_id, private_metadata, title, submit, close } = view;
  return {
    type: 'modal',
    callback_id,
    private_metadata,
    title,
    ...(submit && { submit }),
    ...(close && { close }),
    blocks: [problem, ...withFilled(view.blocks, values).filter(({ block_id }) => block_id !== problemBlock)].slice(
      0,
      mostBlocks,
    ),
  };
}

function takesFile(block: ModalView['blocks'][number]): boolean {
  return block.type === 'input' && (block as InputBlock).element.type === 'file_input';
}

/**
 * Fields with what was filled in. Where a modal is drawn anew, Slack keeps what stands in a field that stays as it was; a field
 * whose choices change, or one that was away meanwhile, has to bring it itself.
 */
export function withFilled(blocks: ModalView['blocks'], values: StateValues): ModalView['blocks'] {
  return blocks.map((block) => {
    if (block.type !== 'input' || !block.block_id) return block;
    const element = (block as InputBlock).element as unknown as FieldElement;
    const filled = values[block.block_id]?.[String(element.action_id)] as FieldState | undefined;
    if (!filled || filled.type !== element.type) return block;
    return { ...block, element: withInitial(element, filled) };
  });
}

interface FieldElement {
  readonly type: string;
  readonly action_id?: string;
  readonly options?: readonly OptionLike[];
  readonly [name: string]: unknown;
}

interface OptionLike {
  readonly value?: string;
}

interface FieldState {
  readonly type: string;
  readonly [name: string]: unknown;
}

/** By the type of a field: where its value stands, and which of its properties shows it. */
const places: Readonly<Record<string, readonly [value: string, initial: string]>> = {
  plain_text_input: ['value', 'initial_value'],
  number_input: ['value', 'initial_value'],
  datepicker: ['selected_date', 'initial_date'],
  static_select: ['selected_option', 'initial_option'],
  external_select: ['selected_option', 'initial_option'],
  checkboxes: ['selected_options', 'initial_options'],
  conversations_select: ['selected_conversation', 'initial_conversation'],
  multi_users_select: ['selected_users', 'initial_users'],
};

function withInitial(element: FieldElement, filled: FieldState): FieldElement {
  const place = places[element.type];
  if (!place) return element;
  const [value, initial] = place;
  const empty: FieldElement = { ...element, [initial]: undefined };
  const kept = offered(element, filled[value]);
  return isEmpty(kept) ? empty : { ...empty, [initial]: kept };
}

/** Slack takes a choice for the first one only if it is, in full, one of those that the field offers. */
function offered({ options }: FieldElement, chosen: unknown): unknown {
  if (!options) return chosen;
  const find = (one: unknown) => options.find(({ value }) => value === (one as OptionLike | null)?.value);
  return Array.isArray(chosen) ? chosen.map(find).filter((one) => one !== undefined) : find(chosen);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
