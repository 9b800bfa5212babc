import { oneLine } from '../../text/typed.ts';

/**
 * What a person typed, for a canvas, where Slack reads Markdown: the characters that format, link, mention or end a cell are
 * replaced by ones that look alike. Slack does not say whether a backslash escapes.
 */
export function escapeCanvas(typed: string): string {
  return oneLine(typed)
    .replace(/[*~`[\]<>|\\]/g, (sign) => alike[sign] ?? '')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, 'ˍ')
    .replace(/&(?=#?\w+;)/g, '＆')
    .replace(/:(?=\/\/|[\w+-]+:)|(?<=:[\w+-]+):/g, '∶')
    .replace(/(?<=\b(?:www|mailto))\.|@/g, (sign) => (sign === '@' ? '＠' : '․'));
}

const alike: Readonly<Record<string, string>> = {
  '*': '∗',
  '~': '∼',
  '`': 'ˋ',
  '[': '［',
  ']': '］',
  '<': '‹',
  '>': '›',
  '|': 'ǀ',
  '\\': '∖',
};

/** A heading of the first to the third level, which is as many as a canvas has. */
export function heading(level: 1 | 2 | 3, text: string): string {
  return `${'#'.repeat(level)} ${text}`;
}

/** Words on a line of their own. "1. July" at its beginning is no list. */
export function paragraph(text: string): string {
  return /^(?:\d+[.)]|[-+*#>])\s/.test(text) ? `${unseen}${text}` : text;
}

export function bold(text: string): string {
  return `**${text}**`;
}

export function bulletList(rows: readonly string[]): string {
  return rows.map((row) => `- ${paragraph(row)}`).join('\n');
}

/** A canvas takes no table of more than 300 cells: rows beyond them are left out. */
export function canvasTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const most = Math.floor(mostCells / head.length) - 1;
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.slice(0, most).map(line)].join('\n');
}

const mostCells = 300;
const unseen = '\u2060';
