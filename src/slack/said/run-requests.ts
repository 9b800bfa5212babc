import { setTimeout as pause } from 'node:timers/promises';
import { logFault } from '../../errors.ts';
import { answerRequest, askForPatience } from '../../flows/requests/answer-request.ts';
import type { StoredRequest } from '../../store/desk/requests.ts';
import type { Connection } from '../incoming.ts';
import { answerInWords, gaveUp } from './answer-message.ts';

export interface RequestRunner {
  /** Answers everything that is to be answered and that nobody works on. */
  run(): Promise<void>;
  /** Lets answers that are being worked on end; what is left, the next start answers. */
  stop(): Promise<void>;
}

/** Longer than answers take; of two who answer one that took longer, the first to write does. */
const leaseMs = 20_000;
/** What ended the process so often would end it again. */
const mostAttempts = 3;

/**
 * Answers what was said to the app in messages. A row says what is still to be answered, so whatever happens between the
 * message and its answer, any process goes on with it.
 *
 * @param patienceMs after which who asked is told that it takes a moment, and the next one is answered beside it
 */
export function requestRunner(connection: Connection, patienceMs = 4000): RequestRunner {
  const atWork = new Set<Promise<void>>();
  let stopped = false;
  let askedAgain = false;
  let current: Promise<void> | null = null;

  async function runWhileAsked(): Promise<void> {
    while (askedAgain && !stopped) {
      askedAgain = false;
      await answerAll();
    }
  }

  async function answerAll(): Promise<void> {
    const { deps, workspaceId } = connection;
    while (!stopped) {
      const now = deps.now();
      const taken = await deps.store.of(workspaceId).requests.take(now, new Date(now.getTime() + leaseMs));
      if (!taken) return;
      const work = answerOne(connection, taken, patienceMs).catch((thrown) => {
        // The lease runs out, and a later look goes on.
        logFault(thrown, deps.log, { requestId: taken.id });
      });
      atWork.add(work);
      void work.then(() => atWork.delete(work));
      await Promise.race([work, pause(patienceMs)]);
    }
  }

  function run(): Promise<void> {
    askedAgain = true;
    if (stopped) return Promise.resolve();
    current ??= runWhileAsked()
      // What the database failed at, the look of the next minute goes on with.
      .catch((thrown) => logFault(thrown, connection.deps.log, { during: 'requests' }))
      .finally(() => {
        current = null;
        // Asked between the last look and here.
        if (askedAgain) void run();
      });
    return current;
  }

  return {
    run,
    async stop() {
      stopped = true;
      await current;
      await Promise.all(atWork);
    },
  };
}

async function answerOne(connection: Connection, taken: StoredRequest, patienceMs: number): Promise<void> {
  const { deps, workspaceId } = connection;
  if (taken.attempts > mostAttempts) return answerRequest(deps, workspaceId, taken, gaveUp());
  const work = answerInWords(connection, taken);
  const answered = await Promise.race([work, pause(patienceMs, null)]);
  if (!answered) await askForPatience(deps, workspaceId, taken);
  await answerRequest(deps, workspaceId, taken, answered ?? (await work));
}
