/** What a person typed, without what no database keeps: control characters become blanks, halves of characters go. */
export function storable(typed: string): string {
  return typed.replace(/\p{Cs}/gu, '').replace(/(?![\n\t])\p{Cc}/gu, ' ');
}

/**
 * What a person or a file wrote, made fit to stand on one line among our words: no line breaks, control or invisible
 * characters, and nothing that turns the direction of the text around it.
 */
export function oneLine(typed: string): string {
  return isolated(
    typed
      .replace(unseen, '')
      .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
      .trim(),
  );
}

/** The same with its line breaks kept, at most one empty line in a row: for quotes. */
export function manyLines(typed: string): string {
  return isolated(
    typed
      .replace(/\r\n?|[\p{Zl}\p{Zp}]/gu, '\n')
      .replace(unseen, '')
      .replace(/[^\S\n]+|(?!\n)\p{Cc}/gu, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  );
}

/** Soft hyphens, zero-width and direction characters and lone surrogates; joiners stay, as emoji and scripts need them. */
const unseen = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E0FFF}]|\p{Cs}/gu;

/** Letters that run from right to left are kept from moving what stands beside them. */
function isolated(text: string): string {
  return /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/.test(text) ? `\u2068${text}\u2069` : text;
}

/**
 * What a person wrote, for a place where Slack reads mrkdwn: `&`, `<` and `>` as Slack asks, the characters that format
 * replaced by ones that look alike, and on one line.
 */
export function escapeMrkdwn(typed: string): string {
  return oneLine(typed)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('*', '∗')
    .replaceAll('~', '∼')
    .replaceAll('`', 'ˋ')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, 'ˍ');
}
