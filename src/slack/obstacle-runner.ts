import { tellObstacles } from '../flows/obstacles/tell-obstacles.ts';
import { type Runner, runner } from '../runner.ts';
import type { Connection } from './identify-member.ts';
import { conversationWith } from './send-to-member.ts';

/** Tells the admins of channels that do not take messages. Rows say of which they are still to be told. */
export function obstacleRunner(connection: Connection): Runner {
  const { client } = connection;
  return runner('obstacles', connection.log, () =>
    tellObstacles(connection, (memberId) => conversationWith({ client, memberId })),
  );
}
