import type { App } from '@slack/bolt';
import { type Log, logFault } from '../../errors.ts';
import { keepRequest } from '../../flows/requests/keep-request.ts';
import type { NewRequest } from '../../store/desk/requests.ts';
import type { Connection, ConnectionOf } from '../identify-member.ts';
import { originOf } from '../origin.ts';
import { askedByMention, askedDirectly, type SaidEvent } from './read-said.ts';

interface KeepNeeds {
  readonly bot: { readonly botUserId: string };
  readonly log: Log;
  readonly connectionOf: ConnectionOf;
}

/**
 * Keeps what is said to the app before Slack is told that it was heard. Bolt acknowledges an event before it asks any
 * listener, and Slack sends nothing again that was acknowledged; so this stands before Bolt. What cannot be kept is not
 * acknowledged, and Slack says it again.
 */
export function keepSaid(app: App, { bot, log, connectionOf }: KeepNeeds): void {
  const goOn = app.processEvent.bind(app);
  app.processEvent = async (incoming) => {
    const body = incoming.body as EventBody;
    const request = body.type === 'event_callback' ? requestIn(body, bot.botUserId) : null;
    const connection = request && connectionOf(originOf(body));
    if (request && connection) await keep(connection, request, log);
    await goOn(incoming);
  };
}

/** As manifest.yml subscribes to them. */
export const messageEvents = ['app_mention', 'message.im'] as const;

interface EventBody {
  readonly type?: string;
  readonly event?: SaidEvent & { readonly type: string };
}

function requestIn({ event }: EventBody, botUserId: string): NewRequest | null {
  if (event?.type === 'app_mention') return askedByMention(event, botUserId);
  return event?.type === 'message' ? askedDirectly(event, botUserId) : null;
}

async function keep(connection: Connection, request: NewRequest, log: Log): Promise<void> {
  try {
    await keepRequest(connection, request);
  } catch (thrown) {
    logFault(thrown, log, { during: 'hearing' });
    // Bolt logs what it is given here: nothing of what was said.
    throw new Error('What was said could not be kept');
  }
  connection.nudgeRequests();
}
