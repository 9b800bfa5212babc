/** Opens the file from its start, each time it is called. */
export type OpenFile = () => AsyncIterable<Uint8Array>;

export const pieceBytes = 1 << 16;

/** A chunk in pieces of bounded size, so that memory stays flat even when a file comes all at once. */
export function* piecesOf(chunk: Uint8Array): Generator<Uint8Array, void, undefined> {
  for (let i = 0; i < chunk.length; i += pieceBytes) yield chunk.subarray(i, i + pieceBytes);
}

export function joinBytes(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
