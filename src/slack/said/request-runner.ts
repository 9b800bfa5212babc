import { setTimeout as pause } from 'node:timers/promises';
import { logFault } from '../../errors.ts';
import { answerRequest, askForPatience } from '../../flows/requests/answer-request.ts';
import { takeRequest } from '../../flows/requests/take-request.ts';
import { type Runner, runner } from '../../runner.ts';
import type { StoredRequest } from '../../store/desk/requests.ts';
import type { Connection } from '../identify-member.ts';
import { answerInWords, gaveUp } from './answer-message.ts';

/** What ended the process so often would end it again. */
const mostAttempts = 3;

/**
 * Answers what was said to the app in messages. A row says what is still to be answered, so whatever happens between the
 * message and its answer, any process goes on with it.
 *
 * @param patienceMs after which who asked is told that it takes a moment, and the next one is answered beside it
 */
export function requestRunner(connection: Connection, patienceMs = 4000): Runner {
  const { log } = connection;
  const atWork = new Set<Promise<void>>();

  const { run, stop } = runner('requests', log, async (isStopped) => {
    while (!isStopped()) {
      const taken = await takeRequest(connection);
      if (!taken) return;
      const work = answerOne(connection, taken, patienceMs).catch((thrown) => {
        // The lease runs out, and a later look goes on.
        logFault(thrown, log, { requestId: taken.id });
      });
      atWork.add(work);
      void work.then(() => atWork.delete(work));
      await Promise.race([work, pause(patienceMs)]);
    }
  });

  return {
    run,
    async stop() {
      await stop();
      await Promise.all(atWork);
    },
  };
}

async function answerOne(connection: Connection, taken: StoredRequest, patienceMs: number): Promise<void> {
  if (taken.attempts > mostAttempts) return answerRequest(connection, taken, gaveUp());
  const work = answerInWords(connection, taken);
  const answered = await Promise.race([work, pause(patienceMs, null)]);
  if (!answered) await askForPatience(connection, taken);
  await answerRequest(connection, taken, answered ?? (await work));
  // Where the channel takes nothing just now, who asked is told.
  connection.nudgeObstacles();
}
