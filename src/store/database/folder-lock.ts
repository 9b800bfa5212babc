import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { createServer, connect as netConnect, type Server, type Socket } from 'node:net';
import { folderId, type SocketPlace, socketsIn } from './socket-places.ts';

export interface FolderLock {
  /** Takes over the connections of other processes that found the folder in use. */
  onConnection(handler: (socket: Socket) => void): void;
  release(): Promise<void>;
}

/**
 * One process per folder: two on one embedded database lose each other's rows without a word. A listening socket is
 * held rather than a file with a process number, as the kernel drops it however the process ends.
 *
 * @returns null when another process has the folder
 */
export async function lockFolder(folder: string): Promise<FolderLock | null> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  closeToOthers(folder);
  if (process.platform === 'win32') {
    const pipe = await listen(pipeOf(folder));
    return pipe === 'taken' ? null : toLock(pipe, async () => undefined);
  }
  const place = socketsIn(folder);
  const held = await claim(place).catch((cause: unknown) => {
    place.close();
    throw cause;
  });
  if (!held) {
    place.close();
    return null;
  }
  // Whoever holds the lock may clear away what an earlier holder has left.
  rmSync(place.path(address), { force: true });
  const called = await listen(place.path(address));
  const release = async () => {
    await close(held);
    place.close();
  };
  if (called !== 'taken') return toLock(called, release);
  await release();
  return null;
}

/** Where other processes call the holder. */
const address = 'loyalty.sock';

const lockNames = /^lock\.(\d+)$/;

/**
 * Each lock has a number, and making a socket of a name that is there fails: so of several who find that the last holder is
 * gone, one makes the next. A name is never made anew over one that is in the way, which could be somebody's by then.
 */
async function claim(place: SocketPlace): Promise<Server | null> {
  for (;;) {
    const before = lockNamesIn(place);
    if (await anyAnswers(place, [...before, address])) return null;
    const name = `lock.${Math.max(0, ...before.map(numberOf)) + 1}`;
    const server = await listen(place.path(name));
    if (server !== 'taken') {
      server.on('connection', (socket) => socket.destroy());
      const others = lockNamesIn(place).filter((other) => other !== name);
      if (!(await anyAnswers(place, others))) {
        for (const gone of others) rmSync(place.path(gone), { force: true });
        return server;
      }
      await close(server);
      return null;
    }
  }
}

function lockNamesIn(place: SocketPlace): string[] {
  return place.names().filter((name) => lockNames.test(name));
}

function numberOf(name: string): number {
  return Number(lockNames.exec(name)?.[1]);
}

async function anyAnswers(place: SocketPlace, names: readonly string[]): Promise<boolean> {
  const all = await Promise.all(names.map((name) => answers(place.path(name))));
  return all.includes(true);
}

/** Only where the kernel says that nobody listens is it certain. */
function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = netConnect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code !== 'ECONNREFUSED' && code !== 'ENOENT'));
  });
}

/** Connections that are open when it is released end with it. */
function toLock(called: Server, release: () => Promise<void>): FolderLock {
  const open = new Set<Socket>();
  let handler = (socket: Socket): void => void socket.destroy();
  called.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    handler(socket);
  });
  return {
    onConnection: (next) => {
      handler = next;
    },
    async release() {
      const closed = close(called);
      for (const socket of open) socket.destroy();
      await closed;
      await release();
    },
  };
}

/** As far as it may: of a folder that belongs to another user it is found out later whether it may be written. */
function closeToOthers(folder: string): void {
  try {
    chmodSync(folder, 0o700);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EPERM') throw cause;
  }
}

/** Connects to the process that has the folder; null when none has, or it is still starting. */
export async function connectToFolder(folder: string): Promise<Socket | null> {
  const place = process.platform === 'win32' ? null : socketsIn(folder);
  const socket = netConnect(place?.path(address) ?? pipeOf(folder));
  // What goes wrong with it later, its reader finds out by its end.
  socket.on('error', () => undefined);
  const isConnected = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true));
    socket.once('close', () => resolve(false));
  });
  place?.close();
  return isConnected ? socket : null;
}

/** Its name goes before it does: whoever makes the same one anew comes after. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

function listen(path: string): Promise<Server | 'taken'> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve('taken') : reject(error),
    );
    server.listen({ path }, () => {
      server.unref();
      resolve(server);
    });
  });
}

function pipeOf(folder: string): string {
  return `\\\\.\\pipe\\loyalty-${folderId(folder)}`;
}
