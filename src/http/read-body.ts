import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * The body of a request, of which no more is read than may be long.
 *
 * @param most bytes
 * @throws Error where whoever sent it has gone
 */
export async function readBody(request: IncomingMessage, most: number): Promise<Buffer | 'too-long'> {
  if (Number(request.headers['content-length'] ?? 0) > most) return 'too-long';
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > most) return 'too-long';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Answers without words. What was not read of the request is not waited for. */
export function refuseRequest(request: IncomingMessage, response: ServerResponse, status: number): void {
  if (request.complete) response.writeHead(status).end();
  else response.writeHead(status, { connection: 'close' }).end(() => request.destroy());
}
