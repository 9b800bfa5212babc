import { also, type Check, fields, flag, list, oneOf, text, whole } from './check.ts';
import { actionId, confirm, initialAmongOptions, markedOption, placeholder, plainOption, plainText } from './text.ts';

const common = { action_id: actionId, confirm, focus_on_load: flag };
const menu = { ...common, placeholder };
const id = text({ max: 255 });
const several = { max_selected_items: whole(1, 1000) };
const answerHere = { response_url_enabled: flag };

const filter = also(
  fields(
    {},
    {
      include: list(oneOf('im', 'mpim', 'private', 'public'), { max: 4 }),
      exclude_external_shared_channels: flag,
      exclude_bot_users: flag,
    },
  ),
  (given, at, spot) => {
    if (Object.keys(given).length === 0) spot.report('must define at least one filter', at);
  },
);
const conversations = { filter, default_to_current_conversation: flag };

const optionGroup = fields({ label: plainText({ max: 75 }), options: list(plainOption, { max: 100 }) });

/** Menus of fixed options: `options` or `option_groups`, at most 100 of either. */
function staticMenu(optional: Readonly<Record<string, Check>>): Check {
  const options = list(plainOption, { max: 100 });
  const groups = list(optionGroup, { max: 100 });
  const shape = fields({}, { ...menu, ...optional, options, option_groups: groups });
  return initialAmongOptions(
    also(shape, (element, at, spot) => {
      if ((element.options === undefined) === (element.option_groups === undefined)) {
        spot.report('must define either `options` or `option_groups`', at);
      }
    }),
  );
}

const plainOptions = list(plainOption, { max: 100 });
const minQuery = { min_query_length: whole(0, 3000) };

/** Select menus of every kind, by type. */
export const selects = {
  static_select: staticMenu({ initial_option: plainOption }),
  external_select: fields({}, { ...menu, ...minQuery, initial_option: plainOption }),
  users_select: fields({}, { ...menu, initial_user: id }),
  conversations_select: fields({}, { ...menu, ...conversations, ...answerHere, initial_conversation: id }),
  channels_select: fields({}, { ...menu, ...answerHere, initial_channel: id }),
  multi_static_select: staticMenu({ ...several, initial_options: plainOptions }),
  multi_external_select: fields({}, { ...menu, ...several, ...minQuery, initial_options: plainOptions }),
  multi_users_select: fields({}, { ...menu, ...several, initial_users: list(id, { max: 100 }) }),
  multi_conversations_select: fields(
    {},
    { ...menu, ...several, ...conversations, initial_conversations: list(id, { max: 100 }) },
  ),
  multi_channels_select: fields({}, { ...menu, ...several, initial_channels: list(id, { max: 100 }) }),
} satisfies Readonly<Record<string, Check>>;

const tenOptions = list(markedOption, { max: 10 });

/** Radio buttons and checkboxes, by type. */
export const boxes = {
  radio_buttons: initialAmongOptions(fields({ options: tenOptions }, { ...common, initial_option: markedOption })),
  checkboxes: initialAmongOptions(fields({ options: tenOptions }, { ...common, initial_options: tenOptions })),
} satisfies Readonly<Record<string, Check>>;
