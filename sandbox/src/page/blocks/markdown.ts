import { h, html } from 'htm/preact';
import type { Token, Tokens } from 'marked';
import type { ComponentChild } from 'preact';
import { type Json, textAt } from '../json.ts';
import { withEmoji } from '../text/emoji.ts';
import { parseMarkdown } from '../text/markdown.ts';
import { codeBlock, link } from '../text/text.ts';

/** @param below the level of the heading that it stands below; left out: the page's own go to level 2 */
export function Markdown({ block, below = 2 }: { block: Json; below?: number }) {
  const parts = parseMarkdown(textAt(block, 'text')).map(({ token }) => draw(token, below));
  return html`<div class="rich text">${parts}</div>`;
}

const tags: Readonly<Record<string, string>> = { strong: 'strong', em: 'em', del: 's', blockquote: 'blockquote' };

/** Draws a part with all that is in it. What is no Markdown of Slack's, such as markup, is shown as it was written. */
function draw(token: Token, below: number): ComponentChild {
  const drawn = (one: Token) => draw(one, below);
  const inside = 'tokens' in token ? token.tokens?.map(drawn) : undefined;
  switch (token.type) {
    case 'heading':
      return h(`h${Math.min(5, token.depth + below)}`, null, inside);
    case 'paragraph':
      return html`<p class="whitespace-pre-wrap">${inside}</p>`;
    case 'list':
      return h(token.ordered ? 'ol' : 'ul', null, token.items.map(drawn));
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
        row.map((cell) => h(tag, null, cell.tokens.map(drawn)));
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
