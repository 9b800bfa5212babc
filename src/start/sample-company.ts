import type { WebClient } from '@slack/web-api';
import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import { openSampleCompany, type SampleChannels } from '../flows/workspaces/open-sample-company.ts';
import { generateSample } from '../sample/generate-sample.ts';
import type { Database } from '../store/database/database.ts';
import type { Connected } from './connect.ts';

/** The sample company, where it is asked for: in the sandbox's workspace with the channels made for it. */
export async function sampleCompany(
  context: Context,
  { sample }: Pick<Config, 'sample'>,
  { sandbox, client }: Connected,
  { kind }: Pick<Database, 'kind'>,
): Promise<void> {
  if (sample !== 'yes' && !(sample === 'sandbox' && sandbox !== null && kind === 'embedded')) return;
  const channels = sandbox && (await joinSampleChannels(client));
  await openSampleCompany(context, (today) => generateSample({ seed: 1, today }), channels);
}

/** The channels of the sandbox's workspace that are made for alerts and for all; the app joins them. */
async function joinSampleChannels(client: WebClient): Promise<SampleChannels | null> {
  const { channels = [] } = await client.conversations.list({ limit: 200 });
  const [alerts, digest] = ['kunder-alarm', 'general'].map(
    (name) => channels.find((channel) => channel.name === name)?.id,
  );
  if (!alerts || !digest) return null;
  for (const channel of [alerts, digest]) await client.conversations.join({ channel });
  return { alerts, digest };
}
