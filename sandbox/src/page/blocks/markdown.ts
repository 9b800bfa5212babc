import { h, html } from 'htm/preact';
import type { ComponentChild } from 'preact';
import { type Json, textAt } from '../json.ts';
import { withEmoji } from '../text/emoji.ts';
import { type MarkdownBlock, parseMarkdown } from '../text/markdown.ts';
import { codeBlock, link } from '../text/text.ts';

export function Markdown({ block }: { block: Json }): ComponentChild {
  return html`<div class="block-markdown text">${parseMarkdown(textAt(block, 'text')).map(drawPart)}</div>`;
}

function drawPart(part: MarkdownBlock): ComponentChild {
  switch (part.kind) {
    case 'heading':
      // The page's own headings go to level 2, so a text's first level is 3.
      return h(`h${Math.min(5, part.level + 2)}`, null, drawInline(part.text));
    case 'paragraph':
      return html`<p class="lines">${drawInline(part.text)}</p>`;
    case 'quote':
      return html`<blockquote>${drawInline(part.text)}</blockquote>`;
    case 'list':
      return h(part.ordered ? 'ol' : 'ul', null, ...part.items.map((item) => html`<li>${drawInline(item)}</li>`));
    case 'pre':
      return codeBlock(part.text);
    case 'rule':
      return html`<hr class="block-divider" />`;
    case 'table': {
      const [head = [], ...body] = part.rows;
      const heads = head.map((cell) => html`<th>${drawInline(cell)}</th>`);
      const rows = body.map((row) => html`<tr>${row.map((cell) => html`<td>${drawInline(cell)}</td>`)}</tr>`);
      return html`<div class="table-scroll" tabindex="0"><table><tr>${heads}</tr>${rows}</table></div>`;
    }
  }
}

const piece =
  /`(?<code>[^`]+)`|\*\*(?<bold>[^*]+)\*\*|~~(?<strike>[^~]+)~~|\[(?<label>[^\]]+)\]\((?<address>[^)\s]+)\)|(?<=^|\W)[*_](?<italic>[^*_]+)[*_](?=$|\W)/g;

function drawInline(text: string): readonly ComponentChild[] {
  const drawn: ComponentChild[] = [];
  let at = 0;
  for (const match of text.matchAll(piece)) {
    drawn.push(withEmoji(text.slice(at, match.index)));
    const { code, bold, strike, italic, label, address = '' } = match.groups ?? {};
    if (code !== undefined) drawn.push(html`<code>${code}</code>`);
    else if (bold !== undefined) drawn.push(html`<strong>${drawInline(bold)}</strong>`);
    else if (strike !== undefined) drawn.push(html`<s>${drawInline(strike)}</s>`);
    else if (italic !== undefined) drawn.push(html`<em>${drawInline(italic)}</em>`);
    else drawn.push(link(address, label));
    at = match.index + match[0].length;
  }
  return [...drawn, withEmoji(text.slice(at))];
}
