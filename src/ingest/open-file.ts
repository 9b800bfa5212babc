/** Opens the file from its start, each time it is called. */
export type OpenFile = () => AsyncIterable<Uint8Array>;

const pieceBytes = 1 << 16;

/** A chunk in pieces of bounded size, so that memory stays flat even when a file comes all at once. */
export function* piecesOf(chunk: Uint8Array): Generator<Uint8Array, void, undefined> {
  for (let i = 0; i < chunk.length; i += pieceBytes) yield chunk.subarray(i, i + pieceBytes);
}
