import type { Json } from '../json.ts';
import type { SandboxMail, SandboxUser } from '../page-api.ts';

export interface StoredUser extends SandboxUser {
  readonly email: string;
}

export interface StoredChannel {
  readonly id: string;
  readonly workspace: string;
  readonly name: string;
  readonly kind: 'channel' | 'group' | 'im' | 'mpim';
  readonly members: readonly string[];
  readonly createdAt: number;
  /** Of a direct message with the app: the person. Of one between two people: null. */
  readonly person: string | null;
}

export interface StoredMessage {
  readonly workspace: string;
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly isApp: boolean;
  readonly text: string;
  readonly blocks: readonly Json[];
  readonly attachments: readonly Json[];
  readonly metadata: Json | null;
  readonly threadTs: string | null;
  /** A reply that was also sent to the channel. */
  readonly broadcast: boolean;
  readonly edited: { readonly user: string; readonly ts: string } | null;
  readonly files: readonly string[];
  /** An ephemeral message is seen by this person alone. */
  readonly visibleTo: string | null;
  /** Accepted, but shown and found only from this instant on. */
  readonly visibleFrom: number | null;
}

export interface StoredFile {
  readonly id: string;
  readonly workspace: string;
  readonly name: string;
  readonly title: string;
  readonly mimetype: string;
  readonly size: number;
  readonly user: string;
  readonly createdAt: number;
  readonly channels: readonly string[];
  /** expected: an upload address was given out; uploaded: the bytes are there; shared: completed. */
  readonly state: 'expected' | 'uploaded' | 'shared';
  /** From when on a message may show it; left out: from the start. */
  readonly readyAt?: number;
}

/** A mail that the app sent to a customer, who has no mailbox elsewhere. */
export interface StoredMail extends Omit<SandboxMail, 'receivedAt'> {
  /** When it came, in milliseconds. */
  readonly at: number;
}

export interface StoredCanvas {
  readonly id: string;
  readonly workspace: string;
  readonly title: string;
  readonly markdown: string;
  readonly user: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** The channel in which it is a tab; null: none. */
  readonly channel: string | null;
}

export interface StoredView {
  readonly id: string;
  readonly workspace: string;
  readonly user: string;
  readonly hash: string;
  /** The view as the app sent it, each block with its block_id. */
  readonly view: Json;
  readonly rootId: string;
  readonly previousId: string | null;
  readonly errors: Readonly<Record<string, string>>;
}

export interface StoredResponseUrl {
  readonly key: string;
  readonly workspace: string;
  readonly user: string;
  readonly channel: string;
  /** The message that was acted on; null for a command's answer. */
  readonly ts: string | null;
  readonly uses: number;
  readonly expiresAt: number;
}

export interface Installation {
  readonly workspace: string;
  readonly installed: boolean;
  /** How often the app was installed here; a new installation has a new token. */
  readonly times: number;
  readonly installer: string;
  /** Null: all that the manifest declares. */
  readonly scopes: readonly string[] | null;
}
