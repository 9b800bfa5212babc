import { type Json, textAt } from '../read.ts';
import type { Surface } from '../surface.ts';
import { drawActions } from './actions.ts';
import { drawAlert } from './alert.ts';
import { drawChart } from './chart.ts';
import { drawContext } from './context.ts';
import { drawDivider } from './divider.ts';
import { drawFile } from './file.ts';
import { drawHeader } from './header.ts';
import { drawImage } from './image.ts';
import { drawInput } from './input.ts';
import { drawMarkdown } from './markdown.ts';
import { drawRichText } from './rich-text.ts';
import { drawSection } from './section.ts';
import { drawTable } from './table.ts';
import { drawUnknown } from './unknown.ts';

type DrawBlock = (block: Json, surface: Surface) => HTMLElement;

/** Every block that this page can draw, by its type. */
const renderers: ReadonlyMap<string, DrawBlock> = new Map([
  ['actions', drawActions],
  ['alert', drawAlert],
  ['context', drawContext],
  ['data_table', drawTable],
  ['data_visualization', drawChart],
  ['divider', drawDivider],
  ['file', drawFile],
  ['header', drawHeader],
  ['image', drawImage],
  ['input', drawInput],
  ['markdown', drawMarkdown],
  ['rich_text', drawRichText],
  ['section', drawSection],
  ['table', drawTable],
]);

/** Draws one block; a type that is not in the list becomes a box that says so, never nothing. */
export function drawBlock(block: Json, surface: Surface): HTMLElement {
  const draw = renderers.get(textAt(block, 'type'));
  return draw === undefined ? drawUnknown('block', textAt(block, 'type')) : draw(block, surface);
}
