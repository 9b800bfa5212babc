import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** Who asks waits seconds for an answer, so that what takes longer to arrive is nobody's who does. */
const arrivesWithinMs = 5000;
const stopsWithinMs = 3000;

export interface OpenServer {
  /** Where it listens. */
  readonly port: number | null;
  stop(): Promise<void>;
}

export type TakeRequest = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Listens over HTTP. A request that arrives too slowly is ended.
 *
 * @param host left out: on all of them
 * @throws Error of the system where the port is taken
 */
export async function openServer(take: TakeRequest, port: number, host?: string): Promise<OpenServer> {
  const server = createServer(
    { headersTimeout: arrivesWithinMs, requestTimeout: arrivesWithinMs, connectionsCheckingInterval: 500 },
    (request, response) => void take(request, response),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, ...(host !== undefined && { host }) }, resolve);
  });
  const address = server.address();
  return { port: typeof address === 'object' && address ? address.port : null, stop: () => close(server) };
}

function close(server: Server): Promise<void> {
  const impatience = setTimeout(() => server.closeAllConnections(), stopsWithinMs);
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
  });
}
