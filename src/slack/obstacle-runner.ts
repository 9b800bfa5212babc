import { tellObstacles } from '../flows/obstacles/tell-obstacles.ts';
import { tellWhoAsked } from '../flows/obstacles/tell-who-asked.ts';
import { type Runner, runner } from '../runner.ts';
import type { Connection } from './identify-member.ts';
import { conversationWith } from './send-to-member.ts';

/** Tells the admins of channels that do not take messages, and who waits for an answer there. Rows say who is still to be told. */
export function obstacleRunner(connection: Connection): Runner {
  const { client } = connection;
  const conversation = (memberId: string) => conversationWith({ client, memberId });
  return runner('obstacles', connection.log, async () => {
    await tellWhoAsked(connection, conversation);
    await tellObstacles(connection, conversation);
  });
}
