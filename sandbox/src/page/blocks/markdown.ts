import { el } from '../dom.ts';
import { type Json, textAt } from '../read.ts';
import { withEmoji } from '../text/emoji.ts';
import { drawLink } from '../text/link.ts';
import { type MarkdownBlock, parseMarkdown } from '../text/markdown.ts';

export function drawMarkdown(block: Json): HTMLElement {
  return el('div', { class: 'block block-markdown text' }, ...parseMarkdown(textAt(block, 'text')).map(drawPart));
}

function drawPart(part: MarkdownBlock): HTMLElement {
  switch (part.kind) {
    // The page's own headings go to level 2, so a text's first level is 3.
    case 'heading':
      return el(part.level === 1 ? 'h3' : part.level === 2 ? 'h4' : 'h5', {}, ...drawInline(part.text));
    case 'paragraph':
      return el('p', { class: 'lines' }, ...drawInline(part.text));
    case 'quote':
      return el('blockquote', {}, ...drawInline(part.text));
    case 'list':
      return el(part.ordered ? 'ol' : 'ul', {}, ...part.items.map((item) => el('li', {}, ...drawInline(item))));
    case 'pre':
      return el('pre', { class: 'code-block', tabindex: 0 }, part.text);
    case 'rule':
      return el('hr');
    case 'table': {
      const rows = part.rows.map((row, index) =>
        el('tr', {}, ...row.map((cell) => el(index === 0 ? 'th' : 'td', {}, ...drawInline(cell)))),
      );
      return el('div', { class: 'table-scroll', tabindex: 0 }, el('table', {}, ...rows));
    }
  }
}

const piece =
  /`(?<code>[^`]+)`|\*\*(?<bold>[^*]+)\*\*|~~(?<strike>[^~]+)~~|\[(?<label>[^\]]+)\]\((?<address>[^)\s]+)\)|(?<=^|\W)[*_](?<italic>[^*_]+)[*_](?=$|\W)/g;

function drawInline(text: string): readonly (Node | string)[] {
  const drawn: (Node | string)[] = [];
  let at = 0;
  for (const match of text.matchAll(piece)) {
    if (match.index > at) drawn.push(withEmoji(text.slice(at, match.index)));
    const { code, bold, strike, italic, label, address } = match.groups ?? {};
    if (code !== undefined) drawn.push(el('code', {}, code));
    else if (bold !== undefined) drawn.push(el('strong', {}, ...drawInline(bold)));
    else if (strike !== undefined) drawn.push(el('s', {}, ...drawInline(strike)));
    else if (italic !== undefined) drawn.push(el('em', {}, ...drawInline(italic)));
    else drawn.push(drawLink(address ?? '', label ?? ''));
    at = match.index + match[0].length;
  }
  if (at < text.length) drawn.push(withEmoji(text.slice(at)));
  return drawn;
}
