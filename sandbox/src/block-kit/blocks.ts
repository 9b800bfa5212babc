import { charts } from './charts.ts';
import { also, byType, type Check, fields, flag, list, oneOf, type Surface } from './check.ts';
import { layout } from './layout.ts';
import { media } from './media.ts';
import { richText } from './rich-text.ts';
import { tables } from './tables.ts';
import { tasks } from './tasks.ts';
import { blockId, imageElement, plainText, textObject } from './text.ts';

const childBlocks = byType({
  actions: layout.actions,
  context: layout.context,
  divider: layout.divider,
  header: layout.header,
  image: media.image,
  input: layout.input,
  rich_text: richText,
  section: layout.section,
  table: tables.table,
  video: media.video,
});

const container = also(
  fields(
    { child_blocks: list(childBlocks, { max: 10 }) },
    {
      block_id: blockId,
      title: plainText({ max: 150 }),
      rich_text_title: richText,
      subtitle: textObject({ max: 150 }),
      width: oneOf('narrow', 'standard', 'wide', 'full'),
      icon: imageElement,
      is_collapsible: flag,
      default_collapsed: flag,
      has_header_divider: flag,
    },
  ),
  (block, at, spot) => {
    if (block.title === undefined && block.rich_text_title === undefined) {
      spot.report('must define either `title` or `rich_text_title`', at);
    }
    if (block.default_collapsed === true && block.is_collapsible !== true) {
      spot.report('requires is_collapsible', `${at}/default_collapsed`);
    }
  },
);

const everywhere: readonly Surface[] = ['message', 'modal', 'home'];
const messages: readonly Surface[] = ['message'];
const messagesAndHome: readonly Surface[] = ['message', 'home'];

/** Where each block may stand. What Slack's documents leave open is on the safe side: messages alone. */
const surfaces: Readonly<Record<string, readonly Surface[]>> = {
  alert: ['modal'],
  markdown: messages,
  table: messages,
  data_table: messages,
  data_visualization: messages,
  context_actions: messages,
  // Slack itself puts it into a message that holds a remote file; no app can.
  file: [],
  card: messagesAndHome,
  carousel: messagesAndHome,
  container: messages,
  task_card: messages,
  plan: messages,
};

/** Every block by its type. */
export const blockTypes = {
  ...layout,
  ...media,
  ...tables,
  ...charts,
  ...tasks,
  rich_text: richText,
  container,
} satisfies Readonly<Record<string, Check>>;

/** Any block, on a surface where it may stand. */
export const block: Check = also(byType(blockTypes), (given, at, spot) => {
  const allowed = surfaces[String(given.type)] ?? everywhere;
  if (!allowed.includes(spot.surface)) {
    spot.report(`unsupported type: ${String(given.type)} is not allowed in a ${spot.surface}`, `${at}/type`);
  }
});
