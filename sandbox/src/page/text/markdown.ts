export type MarkdownBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'pre'; readonly text: string }
  | { readonly kind: 'rule' };

/** Splits standard Markdown, as Slack's markdown block takes it, into the few kinds of block that an app writes. */
export function parseMarkdown(source: string): readonly MarkdownBlock[] {
  const lines = source.replace(/\r\n/g, '\n').split('\n');
  const blocks: MarkdownBlock[] = [];
  let at = 0;
  while (at < lines.length) {
    if ((lines[at] ?? '').trim() === '') {
      at += 1;
      continue;
    }
    const [block, taken] = takeBlock(lines.slice(at));
    blocks.push(block);
    at += taken;
  }
  return blocks;
}

type Taken = readonly [block: MarkdownBlock, lines: number];

const listMark = /^\s*(?:[-*+]|\d+[.)])\s+/;
const quoteMark = /^>\s?/;
const tableRow = /^\s*\|.*\|\s*$/;

function takeBlock(lines: readonly string[]): Taken {
  const first = lines[0] ?? '';
  const heading = /^(#{1,6})\s+(.*)$/.exec(first);
  if (heading) return [{ kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' }, 1];
  if (/^(?:-{3,}|\*{3,}|_{3,})\s*$/.test(first)) return [{ kind: 'rule' }, 1];
  if (first.startsWith('```')) return takeFence(lines);
  if (quoteMark.test(first)) {
    const quoted = takeWhile(lines, quoteMark);
    return [{ kind: 'quote', text: quoted.map((line) => line.replace(quoteMark, '')).join('\n') }, quoted.length];
  }
  if (listMark.test(first)) {
    const items = takeWhile(lines, listMark);
    const ordered = /^\s*\d/.test(first);
    return [{ kind: 'list', ordered, items: items.map((line) => line.replace(listMark, '')) }, items.length];
  }
  if (tableRow.test(first)) return takeTable(lines);
  return takeParagraph(lines);
}

function takeFence(lines: readonly string[]): Taken {
  const close = lines.findIndex((line, index) => index > 0 && line.startsWith('```'));
  const end = close < 0 ? lines.length : close;
  return [{ kind: 'pre', text: lines.slice(1, end).join('\n') }, Math.min(end + 1, lines.length)];
}

function takeTable(lines: readonly string[]): Taken {
  const taken = takeWhile(lines, tableRow);
  const rows = taken.map((line) =>
    line
      .trim()
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
  return [{ kind: 'table', rows: rows.filter((row) => !row.every((cell) => /^:?-+:?$/.test(cell))) }, taken.length];
}

function takeParagraph(lines: readonly string[]): Taken {
  const starts = /^(?:#{1,6}\s|```|>|\s*\||\s*(?:[-*+]|\d+[.)])\s)/;
  const end = lines.findIndex((line, index) => index > 0 && (line.trim() === '' || starts.test(line)));
  const taken = end < 0 ? lines : lines.slice(0, end);
  return [{ kind: 'paragraph', text: taken.join('\n') }, taken.length];
}

function takeWhile(lines: readonly string[], pattern: RegExp): readonly string[] {
  const end = lines.findIndex((line) => !pattern.test(line));
  return end < 0 ? lines : lines.slice(0, end);
}
