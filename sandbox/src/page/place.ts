/** Where a person stands. It is all in the address, so that a place can be linked, reloaded and gone back to. */
export interface Place {
  readonly workspace: string;
  readonly as: string;
  /** A channel's id, or `appHome`. */
  readonly channel: string;
  readonly thread: string | null;
}

export const appHome = 'home';
/** The conversation with the app while there is none yet. */
export const appMessages = 'messages';

/** What the address says; a part that it leaves out is empty. */
export function readPlace(hash: string): Place {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  return {
    workspace: said.get('workspace') ?? '',
    as: said.get('as') ?? '',
    channel: said.get('channel') ?? '',
    thread: said.get('thread'),
  };
}

/** The address of a place, to be used as a link's href. */
export function placeLink({ workspace, as, channel, thread }: Place): string {
  const said = new URLSearchParams({ workspace, as, channel });
  if (thread !== null) said.set('thread', thread);
  return `#${said}`;
}
