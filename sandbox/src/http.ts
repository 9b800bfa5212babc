import type { IncomingMessage, ServerResponse } from 'node:http';

const largestBody = 200 * 1024 * 1024;

/** The whole body of a request. Throws when it is larger than 200 MB. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody) throw new Error('The body is larger than 200 MB.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** What a request asks for. A path of a stranger's making (`//`, `http://…`, `*`) is a path that leads nowhere. */
export function addressOf({ url = '/' }: IncomingMessage): URL {
  return new URL(`http://sandbox${url.startsWith('/') ? url : '/'}`);
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}

export function sendText(response: ServerResponse, status: number, text: string, type = 'text/plain'): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'x-content-type-options': 'nosniff' });
  response.end(text);
}
