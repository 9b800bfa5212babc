/** What a refusal of Slack's has to do with. */
export type RefusalKind =
  /** The channel: the app is not in it, it was archived, it is not there. */
  | 'place'
  /** What the app may do there. */
  | 'permission'
  /** The message itself: Slack does not take it as it is. */
  | 'content'
  /** A word that we do not know. */
  | 'unknown';

/** https://docs.slack.dev/reference/methods/chat.postMessage#errors and those of the other methods that send */
const kinds: Readonly<Record<Exclude<RefusalKind, 'unknown'>, readonly string[]>> = {
  place: [
    'not_in_channel',
    'channel_not_found',
    'is_archived',
    'is_inactive',
    'channel_is_archived',
    'invalid_channel',
    'channel_type_not_supported',
    'method_not_supported_for_channel_type',
    'external_channel_migrating',
    'messages_tab_disabled',
    'cannot_dm_bot',
    'user_disabled',
    'user_not_found',
  ],
  permission: [
    'user_is_restricted',
    'missing_scope',
    'no_permission',
    'not_allowed_token_type',
    'ekm_access_denied',
    'access_denied',
    'accesslimited',
    'enterprise_is_restricted',
    'as_user_not_supported',
  ],
  content: [
    'no_text',
    'attachment_payload_limit_exceeded',
    'metadata_too_large',
    'metadata_must_be_sent_from_app',
    'markdown_text_conflict',
    'edit_window_closed',
    'user_not_in_channel',
    'missing_post_type',
  ],
};

/** The families that Slack's words come in. */
const families: readonly (readonly [RegExp, RefusalKind])[] = [
  [/^(restricted_action|slack_connect|posting_to)_?|_denied$/, 'permission'],
  [/^(invalid|msg|too_many|cant|duplicate)_/, 'content'],
];

/**
 * Slack's word for the cause of a refusal: methods have different words for one, and what waits for it is told, tried and
 * let go together.
 */
export function causeOf(code: string): string {
  return code === 'is_inactive' || code === 'channel_is_archived' ? 'is_archived' : code;
}

/** What a refusal has to do with, by Slack's word for it. */
export function refusalKindOf(code: string): RefusalKind {
  for (const kind of ['place', 'permission', 'content'] as const) if (kinds[kind].includes(code)) return kind;
  return families.find(([family]) => family.test(code))?.[1] ?? 'unknown';
}

/** Whether what would make the same call in the channel is refused as well. What an unknown word means is not known. */
export function isOfAll(code: string): boolean {
  const kind = refusalKindOf(code);
  return kind === 'place' || kind === 'permission';
}
