import { byType, type Check, fields, flag, list, oneOf, text, whole } from './check.ts';
import { blockId } from './text.ts';

const style = fields(
  {},
  {
    bold: flag,
    italic: flag,
    strike: flag,
    underline: flag,
    code: flag,
    highlight: flag,
    client_highlight: flag,
    unlink: flag,
  },
);
const id = text({ max: 255 });
const words = text({ max: 12_000 });
const address = text({ max: 3000 });

/** What stands in a line of rich text, by type. */
const pieces = {
  broadcast: fields({ range: oneOf('here', 'channel', 'everyone') }, { style }),
  color: fields({ value: pattern3or6() }, { style }),
  channel: fields({ channel_id: id }, { style }),
  date: fields({ timestamp: whole(0, 9_999_999_999), format: words }, { url: address, fallback: words, style }),
  emoji: fields({ name: id }, { unicode: id, url: address, skin_tone: whole(1, 6), style }),
  link: fields({ url: address }, { text: words, unsafe: flag, style }),
  team: fields({ team_id: id }, { style }),
  text: fields({ text: words }, { style }),
  user: fields({ user_id: id }, { style }),
  usergroup: fields({ usergroup_id: id }, { style }),
} satisfies Readonly<Record<string, Check>>;

const line = list(byType(pieces), { min: 0, max: 1000 });
const border = oneOf(0, 1);
const section = fields({ elements: line });

const parts = byType({
  rich_text_section: section,
  rich_text_list: fields(
    { style: oneOf('bullet', 'ordered'), elements: list(byType({ rich_text_section: section }), { max: 1000 }) },
    { indent: whole(0, 8), offset: whole(0, 1_000_000), border },
  ),
  rich_text_quote: fields({ elements: line }, { border }),
  rich_text_preformatted: fields(
    { elements: list(byType({ text: pieces.text, link: pieces.link }), { min: 0, max: 1000 }) },
    { border, language: id },
  ),
});

/** A rich_text block, also where it stands inside of something else. */
export const richText: Check = byType({
  rich_text: fields({ elements: list(parts, { max: 1000 }) }, { block_id: blockId }),
});

function pattern3or6(): Check {
  return (value, at, spot) => {
    if (typeof value !== 'string' || !/^#?[0-9a-f]{3}([0-9a-f]{3})?$/i.test(value))
      spot.report('must be a hex color', at);
  };
}
