import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** A key that Slack's schema knows and the sandbox has no use for: taken as it is. */
const taken = z.unknown().optional();
const words = (most: number) => z.string().min(1).max(most);
const address = z.string().regex(/^https?:\/\//, 'must begin with https://');
const url = address.max(3000).optional();
const requestUrl = address.max(3500).optional();
const flag = z.boolean().optional();
const unique = (list: readonly string[]) => new Set(list).size === list.length;
const names = z.array(z.string().max(50));
const scopes = names.max(255);
const events = names.max(100).refine(unique, 'must not name one twice');

const about = z.strictObject({
  name: words(35),
  description: words(140).optional(),
  background_color: z
    .string()
    .regex(/^#[0-9a-fA-F]{3}([0-9a-fA-F]{3})?$/)
    .optional(),
  long_description: z.string().min(175).max(4000).optional(),
});

const appHome = z.strictObject({
  home_tab_enabled: z.boolean().default(false),
  messages_tab_enabled: z.boolean().default(false),
  messages_tab_read_only_enabled: z.boolean().default(true),
});

const command = z.strictObject({
  command: z.string().regex(/^\/[^\s/]{1,31}$/),
  url,
  description: words(2000),
  usage_hint: words(1000).default(''),
  should_escape: z.boolean().default(false),
});

const shortcut = z.strictObject({
  name: words(24),
  type: z.enum(['message', 'global']),
  callback_id: words(255),
  description: words(150),
});

const features = z.strictObject({
  app_home: appHome.prefault({}),
  bot_user: z.strictObject({ display_name: words(80), always_online: flag }).optional(),
  slash_commands: z.array(command).min(1).max(50).default([]),
  shortcuts: z.array(shortcut).min(1).max(10).default([]),
  functions: taken,
  workflow_steps: taken,
  unfurl_domains: taken,
  assistant_view: taken,
  agent_view: taken,
  code_channels: taken,
});

const oauth = z.strictObject({
  redirect_urls: z.array(z.string().max(2500)).max(1000).default([]),
  scopes: z
    .strictObject({
      bot: scopes.default([]),
      user: scopes.optional(),
      bot_optional: scopes.optional(),
      user_optional: scopes.optional(),
    })
    .prefault({}),
  token_management_enabled: flag,
  pkce_enabled: flag,
});

const settings = z.strictObject({
  event_subscriptions: z
    .strictObject({
      request_url: requestUrl,
      bot_events: events.default([]),
      user_events: events.optional(),
      metadata_subscriptions: taken,
    })
    .prefault({}),
  interactivity: z
    .strictObject({ is_enabled: z.boolean(), request_url: requestUrl, message_menu_options_url: requestUrl })
    .prefault({ is_enabled: false }),
  org_deploy_enabled: flag,
  socket_mode_enabled: z.boolean().default(false),
  token_rotation_enabled: flag,
  allowed_ip_address_ranges: taken,
  incoming_webhooks: taken,
  is_hosted: taken,
  siws_links: taken,
  hermes_app_type: taken,
  function_runtime: taken,
  is_mcp_enabled: taken,
});

const parameters = z.object({ properties: z.record(z.string(), z.object({ type: z.string() })) });
const customStep = z.strictObject({
  title: z.string(),
  description: z.string(),
  input_parameters: parameters,
  output_parameters: parameters,
});

/**
 * What Slack's published schema (github.com/slackapi/manifest-schema, version 2) says of what an app like this declares:
 * lengths, what is needed, and that a key it does not know is refused.
 */
const declared = z.strictObject({
  $schema: taken,
  _metadata: taken,
  app_directory: taken,
  display_information: about,
  features: features.prefault({}),
  oauth_config: oauth.prefault({}),
  settings: settings.prefault({}),
  functions: z.record(z.string(), customStep).default({}),
  workflows: taken,
  datastores: taken,
  outgoing_domains: taken,
  types: taken,
  external_auth_providers: taken,
  mcp_servers: taken,
});

/** Without Socket Mode Slack has to know where each thing goes, and says so when the manifest is saved. */
const manifestSchema = declared.superRefine(({ features: { slash_commands: commands }, settings: set }, spot) => {
  if (set.socket_mode_enabled) return;
  const ask = (path: readonly (string | number)[], name: string) =>
    spot.addIssue({ code: 'custom', path: [...path], message: `requires ${name} or Socket Mode` });
  const { interactivity, event_subscriptions: subscribed } = set;
  if (interactivity.is_enabled && !interactivity.request_url) ask(['settings', 'interactivity'], 'request_url');
  if (subscribed.bot_events.length > 0 && !subscribed.request_url) {
    ask(['settings', 'event_subscriptions'], 'request_url');
  }
  commands.forEach((one, n) => {
    if (!one.url) ask(['features', 'slash_commands', n], 'url');
  });
});

/** What manifest.yml declares; nothing that it leaves out is possible in the sandbox. */
export type Manifest = z.infer<typeof manifestSchema>;

/** Reads a manifest file (YAML or JSON). Throws with the path of each field that is wrong. */
export function readManifest(path: string): Manifest {
  const result = manifestSchema.safeParse(parse(readFileSync(path, 'utf8')));
  if (!result.success) throw new Error(`${path} is not a Slack manifest:\n${z.prettifyError(result.error)}`);
  return result.data;
}
