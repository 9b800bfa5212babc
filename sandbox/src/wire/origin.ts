import type { IncomingMessage } from 'node:http';

/**
 * Whether a request may be answered at all. The Host must be this server's own loopback name (a web page that points its
 * own name at 127.0.0.1 is refused), and a browser's request must come from the sandbox's own page. Following a link to
 * the OAuth page is the one thing that another site may lead to.
 */
export function isOwn(request: IncomingMessage, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`];
  const { host, origin } = request.headers;
  if (!hosts.includes(host ?? '')) return false;
  if (origin !== undefined) return origin === `http://${host}`;
  const site = request.headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return true;
  return request.method === 'GET' && request.headers['sec-fetch-mode'] === 'navigate';
}
