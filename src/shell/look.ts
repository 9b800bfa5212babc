import type { WriteStream } from 'node:tty';

/** What a call's words are shown on. */
export interface TerminalLook {
  /** Characters to a line; null: not a terminal, so that lines may be as long as they are. */
  readonly columns: number | null;
  readonly colour: boolean;
}

/** A file, or another program. */
export const plainLook: TerminalLook = { columns: null, colour: false };

/** Fewer say nothing of a terminal. */
const fewestColumns = 10;

/** @param stream which says itself whether NO_COLOR and the like forbid colour */
export function lookOf(stream: Partial<Pick<WriteStream, 'isTTY' | 'columns' | 'hasColors'>>): TerminalLook {
  if (!stream.isTTY) return plainLook;
  const { columns = 80 } = stream;
  return { columns: columns >= fewestColumns ? columns : null, colour: stream.hasColors?.() ?? false };
}

/** What matters. */
export function bold(text: string, { colour }: TerminalLook): string {
  return colour && text !== '' ? `\u001b[1m${text}\u001b[22m` : text;
}

/** What may be passed over. */
export function dim(text: string, { colour }: TerminalLook): string {
  return colour && text !== '' ? `\u001b[2m${text}\u001b[22m` : text;
}
