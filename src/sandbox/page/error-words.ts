/** What a person is told when an act did not go through. The code that Slack would show stays in sight for developers. */
export function errorWords(code: string | undefined): string {
  if (code === undefined) return 'The app could not do this.';
  return words[code] ?? `The app could not do this (${code}).`;
}

const words: Readonly<Record<string, string>> = {
  operation_timeout: 'The app did not answer within 3 seconds.',
  dispatch_failed: 'The app could not be reached.',
  dispatch_unknown_error: 'The app answered with an error.',
  trigger_expired: 'The app came back too late: what was pressed is only good for 3 seconds.',
  app_not_installed: 'The app is not installed in this workspace.',
  not_in_channel: 'You are not in this channel.',
  channel_not_found: 'This channel is not there any more.',
  message_not_found: 'This message is not there any more.',
  view_not_found: 'This dialog is not open any more.',
  invalid_blocks: 'The app sent something that Slack would refuse to show.',
};
