import { buttons, contextButtons } from './buttons.ts';
import { also, byType, type Check, fields, flag, list, oneOf, text } from './check.ts';
import { boxes, selects } from './choices.ts';
import { datepickers, datetimepicker, inputs } from './inputs.ts';
import { blockId, imageElement, longText, mrkdwn, plainText, textObject } from './text.ts';

const id = { block_id: blockId };
const accessories = byType({ ...buttons, ...selects, ...boxes, ...datepickers, image: imageElement });
const actionElements = byType({
  ...buttons,
  ...selects,
  ...boxes,
  ...datepickers,
  ...datetimepicker,
  rich_text_input: inputs.rich_text_input,
});
const inputElements = byType({ ...inputs, ...selects, ...boxes, ...datepickers, ...datetimepicker });

/** The blocks that lay out words and elements, by type. */
export const layout = {
  section: also(
    fields(
      {},
      {
        ...id,
        text: textObject(longText),
        fields: list(textObject({ max: 2000 }), { max: 10 }),
        accessory: accessories,
        expand: flag,
      },
    ),
    (block, at, spot) => {
      if (block.text === undefined && block.fields === undefined) {
        spot.report('must define either `text` or `fields`', at);
      }
    },
  ),
  header: fields({ text: plainText({ max: 150 }) }, id),
  divider: fields({}, id),
  context: fields({ elements: list(contextElement(), { max: 10 }) }, id),
  actions: fields({ elements: list(actionElements, { max: 25 }) }, id),
  context_actions: fields({ elements: list(byType(contextButtons), { max: 5 }) }, id),
  input: also(
    fields(
      { label: plainText({ max: 2000 }), element: inputElements },
      { ...id, hint: plainText({ max: 2000 }), optional: flag, dispatch_action: flag },
    ),
    (block, at, spot) => {
      const element = block.element as { type?: unknown; response_url_enabled?: unknown } | undefined;
      if (element?.response_url_enabled === true && spot.surface !== 'modal') {
        spot.report('response_url_enabled is only allowed in modals', `${at}/element/response_url_enabled`);
      }
    },
  ),
  alert: fields(
    { text: textObject({ max: 200 }) },
    { ...id, level: oneOf('default', 'info', 'warning', 'error', 'success') },
  ),
  markdown: fields({ text: text({ max: 12_000 }) }, id),
} satisfies Readonly<Record<string, Check>>;

function contextElement(): Check {
  return (value, at, spot) => {
    const type = typeof value === 'object' && value !== null ? (value as { type?: unknown }).type : undefined;
    const check = type === 'image' ? imageElement : type === 'mrkdwn' ? mrkdwn(longText) : plainText(longText);
    check(value, at, spot);
  };
}
