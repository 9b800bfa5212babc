import { z } from 'zod';
import { storable } from '../../text/typed.ts';

/** view.state.values of a submission: block_id → action_id → what was filled in. */
export type StateValues = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What was typed, without blanks around it; empty when nothing was, or when the field is not there. */
export function typedIn(values: StateValues, blockId: string): string {
  return storable(elementOf(values, blockId).value ?? '').trim();
}

/** The value of the one option that was chosen. */
export function chosenIn(values: StateValues, blockId: string): string | null {
  return elementOf(values, blockId).selected_option?.value ?? null;
}

/** The values of all options that were chosen. */
export function allChosenIn(values: StateValues, blockId: string): readonly string[] {
  return elementOf(values, blockId).selected_options?.map(({ value }) => value) ?? [];
}

/** A date as `2026-03-01`. */
export function dateIn(values: StateValues, blockId: string): string | null {
  return elementOf(values, blockId).selected_date ?? null;
}

/** The id of a channel. */
export function channelIn(values: StateValues, blockId: string): string | null {
  return elementOf(values, blockId).selected_conversation ?? null;
}

/** Slack's user ids. */
export function membersIn(values: StateValues, blockId: string): readonly string[] {
  return elementOf(values, blockId).selected_users ?? [];
}

/** The files that were handed over. */
export function filesIn(values: StateValues, blockId: string): readonly StateFile[] {
  return elementOf(values, blockId).files ?? [];
}

export type StateFile = z.infer<typeof fileSchema>;

const optionSchema = z.object({ value: z.string() });
const fileSchema = z.object({ id: z.string(), name: z.string().optional(), size: z.number().optional() });
const elementSchema = z.object({
  value: z.string().nullish(),
  selected_option: optionSchema.nullish(),
  selected_options: z.array(optionSchema).nullish(),
  selected_date: z.string().nullish(),
  selected_conversation: z.string().nullish(),
  selected_users: z.array(z.string()).nullish(),
  files: z.array(fileSchema).nullish(),
});

/** Every block of ours holds one element. */
function elementOf(values: StateValues, blockId: string): z.infer<typeof elementSchema> {
  const [element] = Object.values(values[blockId] ?? {});
  return element === undefined ? {} : elementSchema.parse(element);
}
