/** Slack's word for why it refused a call, for example `not_in_channel`; null when it was something else that failed. */
export function slackRefusal(cause: unknown): string | null {
  if (!(cause instanceof Error && 'code' in cause && cause.code === 'slack_webapi_platform_error')) return null;
  const { data } = cause as { data?: { error?: unknown } };
  return typeof data?.error === 'string' ? data.error : 'unknown';
}
