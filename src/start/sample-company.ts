import type { WebClient } from '@slack/web-api';
import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import type { Delivery } from '../delivery/deliver.ts';
import { emptyCompany } from '../flows/workspaces/empty-company.ts';
import { openSampleCompany, type SampleChannels } from '../flows/workspaces/open-sample-company.ts';
import type { MakeAgain } from '../run-sandbox.ts';
import { generateSample } from '../sample/generate-sample.ts';
import type { Database } from '../store/database/database.ts';
import type { Locale } from '../text/define-text.ts';
import type { Connected } from './connect.ts';

/** The sample company, where it is asked for: in the sandbox's workspace with the channels made for it. */
export async function sampleCompany(
  context: Context,
  { sample }: Pick<Config, 'sample'>,
  { sandbox, client }: Connected,
  { kind }: Pick<Database, 'kind'>,
  language: Locale = sandbox?.language ?? 'en',
): Promise<void> {
  if (sample !== 'yes' && !(sample === 'sandbox' && sandbox !== null && kind === 'embedded')) return;
  const channels = sandbox && (await joinSampleChannels(client));
  await openSampleCompany(context, (today) => generateSample({ seed: 1, today, language }), channels, language);
}

/** As the sandbox calls it in Danish, Norwegian and English. */
const alertChannels = ['kunder-alarm', 'kunde-varsler', 'customer-alerts'];

/**
 * Makes the sample company again in another language, where the sandbox has one of its own.
 *
 * @param whileStill does it while no message is on its way, which would reach the new company in the old one's language
 * @param forget what is known of the people: they speak another language now
 */
export function companyAgain(
  context: Context,
  config: Pick<Config, 'sample' | 'language'>,
  connected: Connected,
  database: Pick<Database, 'kind'>,
  { whileStill }: Pick<Delivery, 'whileStill'>,
  forget: () => void,
): MakeAgain {
  return async (language, onlyUntouched) => {
    // What the setting says holds until a person says otherwise.
    if (onlyUntouched && config.language !== null) return false;
    const isAnew = await whileStill(async () => {
      if (!(await emptyCompany(context, onlyUntouched))) return false;
      await connected.sandbox?.beginAnew(language);
      return true;
    });
    if (!isAnew) return false;
    forget();
    await sampleCompany(context, config, connected, database, language);
    return true;
  };
}

/** The channels of the sandbox's workspace that are made for alerts and for all; the app joins them. */
async function joinSampleChannels(client: WebClient): Promise<SampleChannels | null> {
  const { channels = [] } = await client.conversations.list({ limit: 200 });
  const [alerts, digest] = [alertChannels, ['general']].map(
    (names) => channels.find(({ name }) => names.includes(name ?? ''))?.id,
  );
  if (!alerts || !digest) return null;
  for (const channel of [alerts, digest]) await client.conversations.join({ channel });
  return { alerts, digest };
}
