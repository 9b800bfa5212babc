/** Marks that nobody sees: of direction, joiners, zero-width blanks, soft hyphens and byte order marks. */
export const invisible = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;

/**
 * A cell without blanks and unseen marks around it. `="007"`, which keeps a spreadsheet from eating zeros, is 007. The
 * common case costs a look at the first and the last character.
 */
export function bareCell(cell: string): string {
  if (cell === '' || (isPlain(cell.charCodeAt(0)) && isPlain(cell.charCodeAt(cell.length - 1)))) return cell;
  const trimmed = withoutEdges(cell);
  const quoted = formulaText.exec(trimmed)?.[1];
  return quoted === undefined ? trimmed : withoutEdges(quoted);
}

/** From both ends inwards: a pattern would begin anew at each blank amid a long cell. */
function withoutEdges(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && edge.test(text.charAt(start))) start++;
  while (end > start && edge.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

/** Printable ASCII but blank and "=". */
function isPlain(code: number): boolean {
  return code > 32 && code < 127 && code !== 61;
}

const edge = /[\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/u;
/** As it comes out of one file, or with its quotes doubled once more. */
const formulaText = /^="+([^"]*)"+$/;
