// The yardstick: Bolt with the app's own settings, which verifies the signature, acknowledges, and does nothing else.
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';

const receiver = new HTTPReceiver({
  signingSecret: process.env.SLACK_SIGNING_SECRET,
  endpoints: ['/slack/events'],
  port: 0,
  logLevel: LogLevel.ERROR,
});
const app = new App({
  receiver,
  authorize: async () => ({ botToken: process.env.SLACK_BOT_TOKEN, botId: 'B1', botUserId: 'U1' }),
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL, timeout: 10_000, allowAbsoluteUrls: false },
  logLevel: LogLevel.ERROR,
});
app.command('/loyalty', async ({ ack }) => ack());
const server = await receiver.start(0);
process.on('SIGTERM', () => process.exit(0));
process.stdout.write(`http://127.0.0.1:${server.address().port}/slack/events\n`);
