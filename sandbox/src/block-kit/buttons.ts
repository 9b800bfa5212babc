import { type Check, fields, list, oneOf, text } from './check.ts';
import { actionId, confirm, overflowOption, plainText, url } from './text.ts';

const style = oneOf('primary', 'danger');
const label = plainText({ max: 75 });
const accessibilityLabel = text({ max: 75 });
const value = text({ max: 2000 });

/** Elements that are pressed and keep no value, by type. */
export const buttons = {
  button: fields(
    { text: label },
    { action_id: actionId, value, url, style, confirm, accessibility_label: accessibilityLabel },
  ),
  workflow_button: fields(
    { text: label, workflow: fields({ trigger: workflowTrigger() }) },
    { action_id: actionId, style, accessibility_label: accessibilityLabel },
  ),
  overflow: fields({ options: list(overflowOption, { max: 5 }) }, { action_id: actionId, confirm }),
} satisfies Readonly<Record<string, Check>>;

const feedbackButton = fields({ text: label, value }, { accessibility_label: accessibilityLabel });

/** The elements of context_actions. */
export const contextButtons = {
  feedback_buttons: fields(
    { positive_button: feedbackButton, negative_button: feedbackButton },
    { action_id: actionId },
  ),
  icon_button: fields(
    { icon: oneOf('trash'), text: label },
    {
      action_id: actionId,
      value,
      confirm,
      accessibility_label: accessibilityLabel,
      visible_to_user_ids: list(text({ max: 255 }), { max: 100 }),
    },
  ),
} satisfies Readonly<Record<string, Check>>;

function workflowTrigger(): Check {
  const parameter = fields({ name: text({ max: 255 }), value: text({ min: 0, max: 3000 }) });
  return fields({ url }, { customizable_input_parameters: list(parameter, { min: 0, max: 100 }) });
}
