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
  messages_tab_disabled: 'The app takes no messages here; its commands work in every channel.',
  not_in_channel: 'You are not in this channel.',
  channel_not_found: 'This channel is not there any more.',
  message_not_found: 'This message is not there any more.',
  view_not_found: 'This dialog is not open any more.',
  invalid_response_action: 'The app answered with something that Slack would not take.',
  invalid_response_errors: 'The app refused fields that are not in this dialog.',
  element_not_found: 'The message or dialog has changed meanwhile.',
  cant_invite: 'This person cannot be taken into the channel.',
  invalid_name: 'A channel name has lower-case letters, digits, - and _ only, at most 80 of them.',
  not_allowed: 'You may not do this here.',
  unknown_command: 'No installed app has this command.',
  unknown_shortcut: 'No installed app has this shortcut.',
  interactivity_disabled: 'The app has turned buttons and dialogs off (interactivity in manifest.yml).',
  name_taken: 'A channel of this name is already there.',
  invalid_blocks: 'The app sent something that Slack would refuse to show.',
};
