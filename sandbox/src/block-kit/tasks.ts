import { byType, type Check, fields, list, oneOf, text } from './check.ts';
import { richText } from './rich-text.ts';
import { blockId, url } from './text.ts';

const source = byType({ url: fields({ url, text: text({ max: 255 }) }) });

const taskCard = fields(
  {
    task_id: text({ max: 255 }),
    title: text({ max: 3000 }),
  },
  {
    block_id: blockId,
    status: oneOf('pending', 'in_progress', 'complete', 'error'),
    details: richText,
    output: richText,
    sources: list(source, { max: 100 }),
  },
);

/** What an app shows of work under way, by type. */
export const tasks = {
  task_card: taskCard,
  plan: fields(
    { title: text({ max: 3000 }) },
    { block_id: blockId, tasks: list(byType({ task_card: taskCard }), { min: 0, max: 50 }) },
  ),
} satisfies Readonly<Record<string, Check>>;
