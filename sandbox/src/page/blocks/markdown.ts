import { h, html } from 'htm/preact';
import type { Token, Tokens } from 'marked';
import type { ComponentChild } from 'preact';
import { type Json, textAt } from '../json.ts';
import { withEmoji } from '../text/emoji.ts';
import { parseMarkdown } from '../text/markdown.ts';
import { codeBlock, link } from '../text/text.ts';

export function Markdown({ block }: { block: Json }) {
  const parts = parseMarkdown(textAt(block, 'text')).map(({ token }) => draw(token));
  return html`<div class="rich text">${parts}</div>`;
}

const tags: Readonly<Record<string, string>> = { strong: 'strong', em: 'em', del: 's', blockquote: 'blockquote' };

/** Draws a part with all that is in it. What is no Markdown of Slack's, such as markup, is shown as it was written. */
function draw(token: Token): ComponentChild {
  const inside = 'tokens' in token ? token.tokens?.map(draw) : undefined;
  switch (token.type) {
    // The page's own headings go to level 2, so a text's first level is 3.
    case 'heading':
      return h(`h${Math.min(5, token.depth + 2)}`, null, inside);
    case 'paragraph':
      return html`<p class="whitespace-pre-wrap">${inside}</p>`;
    case 'list':
      return h(token.ordered ? 'ol' : 'ul', null, token.items.map(draw));
    case 'list_item':
      return html`<li>${inside}</li>`;
    case 'code':
      return codeBlock(token.text);
    case 'codespan':
      return html`<code>${token.text}</code>`;
    case 'hr':
      return html`<hr class="block-divider" />`;
    case 'link':
      return link(token.href, inside);
    case 'table': {
      const cells = (tag: string, row: readonly Tokens.TableCell[]) =>
        row.map((cell) => h(tag, null, cell.tokens.map(draw)));
      const rows = (token as Tokens.Table).rows.map((row) => html`<tr>${cells('td', row)}</tr>`);
      const head = cells('th', (token as Tokens.Table).header);
      return html`<div class="table-scroll" tabindex="0"><table><tr>${head}</tr>${rows}</table></div>`;
    }
    case 'text':
    case 'escape':
      return inside ?? withEmoji(token.text);
    default:
      return tags[token.type] === undefined ? token.raw : h(tags[token.type] ?? 'span', null, inside);
  }
}
