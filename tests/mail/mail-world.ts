import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail as a server took it. */
export interface TakenBySmtp {
  readonly to: readonly string[];
  readonly raw: string;
}

/** A mail server on this machine that takes everything, or what a test lets it refuse. */
export async function startMailServer(options: SMTPServerOptions = {}) {
  const taken: TakenBySmtp[] = [];
  let behaviour: SMTPServerOptions = {};
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo: (address, session, done) => (behaviour.onRcptTo ? behaviour.onRcptTo(address, session, done) : done()),
    onData(stream, session, done) {
      if (behaviour.onData) return behaviour.onData(stream, session, done);
      let raw = '';
      stream.on('data', (chunk: Buffer) => {
        raw += chunk.toString();
      });
      stream.on('end', () => {
        taken.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw });
        done();
      });
    },
    ...options,
  });
  // Of connections that a test cuts.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const lines = new Set<Socket>();
  server.server.on('connection', (line) => lines.add(line));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    behave(given: Pick<SMTPServerOptions, 'onRcptTo' | 'onData'>) {
      behaviour = given;
    },
    /** As when a server falls over. */
    cutLines() {
      for (const line of lines) line.destroy();
    },
    async stop() {
      await Promise.race([new Promise<void>((resolve) => server.close(() => resolve())), pause(1000)]);
    },
  };
}

export type MailServer = Awaited<ReturnType<typeof startMailServer>>;

/** What the server says no with. */
export function refusal(responseCode: number, words = 'No'): Error {
  return Object.assign(new Error(words), { responseCode });
}
