import type { InputBlock } from '@slack/types';
import { shortened } from '../../text/shorten.ts';
import { field } from './form.ts';

/** A line to type in, with what stands in it already. */
export function textField(
  blockId: string,
  label: string,
  look: {
    readonly action: string;
    readonly initial?: string;
    readonly limit: number;
    readonly optional?: boolean;
    readonly hint?: string;
    readonly multiline?: boolean;
  },
): InputBlock {
  const initial = shortened(look.initial ?? '', look.limit);
  return field(
    blockId,
    label,
    {
      type: 'plain_text_input',
      action_id: look.action,
      max_length: look.limit,
      ...(look.multiline && { multiline: true }),
      ...(initial !== '' && { initial_value: initial }),
    },
    { optional: look.optional ?? false, ...(look.hint && { hint: look.hint }) },
  );
}
