import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { createServer, connect as netConnect, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

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
  // Linux: a name without a file, which cannot be left over. It also keeps two starters from clearing away each
  // other's socket below.
  const nameless = process.platform === 'linux' ? await listen(`\0loyalty-ladder-${folderId(folder)}`) : null;
  if (nameless === 'taken') return null;
  const path = socketPath(folder);
  let server = await listen(path);
  if (server === 'taken' && !(await answers(path))) {
    rmSync(path, { force: true });
    server = await listen(path);
  }
  if (server === 'taken') {
    nameless?.close();
    return null;
  }
  const held = server;
  let handler = (socket: Socket): void => void socket.destroy();
  held.on('connection', (socket) => handler(socket));
  return {
    onConnection: (next) => {
      handler = next;
    },
    release: async () => {
      await Promise.all([held, ...(nameless ? [nameless] : [])].map(close));
      rmSync(path, { force: true });
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

/** Connects to the process that has the folder; null when none has. */
export function connectToFolder(folder: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = netConnect(socketPath(folder));
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(null));
  });
}

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

async function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = netConnect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function folderId(folder: string): string {
  return createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 24);
}

/** Beside the database where the path fits into a socket's name (about 100 bytes), else in the temporary folder. */
function socketPath(folder: string): string {
  try {
    const real = realpathSync(folder);
    if (process.platform === 'win32') return `\\\\.\\pipe\\loyalty-${folderId(folder)}`;
    const beside = join(real, 'loyalty.sock');
    return beside.length < 100
      ? beside
      : join(tmpdir(), `loyalty-${basename(real).slice(0, 20)}-${folderId(folder)}.sock`);
  } catch {
    return join(folder, 'loyalty.sock');
  }
}
