import { type Logger, LogLevel, WebClient } from '@slack/web-api';
import type { OutboxRow } from '../store/desk/outbox-lanes.ts';
import type { LookRange } from './look-range.ts';
import type { Phrasing } from './row.ts';
import { slackFetch } from './slack-fetch.ts';
import { uploadFile } from './upload-file.ts';

/**
 * A client as delivery needs it: the outbox alone decides whether a call is made again, so the client never does.
 *
 * @param options where Slack is, when it is not Slack, and how long to wait for its answer
 */
export function deliveryClient(
  token: string,
  { apiUrl, timeoutMs = 10_000 }: { readonly apiUrl?: string; readonly timeoutMs?: number } = {},
): WebClient {
  return new WebClient(token, {
    ...(apiUrl && { slackApiUrl: apiUrl }),
    fetch: slackFetch(timeoutMs),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    logger: silent,
  });
}

/** Slack's words about a message may quote it; what became of the call is logged by who decides on it. */
const silent: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};

/**
 * Makes the call that a row stands for.
 *
 * @param postTs the message that a reply, edit or removal is about
 * @returns the ts of the message, of a file its id
 */
export async function callSlack(
  client: WebClient,
  row: OutboxRow,
  postTs: string | null,
  words: Phrasing | null,
): Promise<string | null> {
  const channel = row.channelId;
  if (row.kind === 'delete') {
    await client.chat.delete({ channel, ts: postTs ?? '' });
    return null;
  }
  if (!words) throw new Error(`Nothing to say for outbox row ${row.id}`);
  const blocks = [...(words.blocks ?? [])];
  const said = blocks.length > 0 ? { text: words.text, blocks } : { text: words.text };
  if (row.kind === 'update') {
    await client.chat.update({ channel, ts: postTs ?? '', ...said });
    return postTs;
  }
  if (words.file) return upload(client, row, postTs, words, words.file);
  const threadTs = postTs ?? row.threadTs;
  const where = { channel, ...(threadTs && { thread_ts: threadTs }) };
  if (row.visibleTo) {
    const { message_ts: seenOnce } = await client.chat.postEphemeral({ ...where, ...said, user: row.visibleTo });
    return seenOnce ?? null;
  }
  const { ts } = await client.chat.postMessage({
    ...where,
    ...said,
    link_names: false,
    parse: 'none',
    unfurl_links: false,
    unfurl_media: false,
    metadata: { event_type: eventType, event_payload: { id: markOf(row) } },
  });
  if (!ts) throw new Error('Slack answered without a ts');
  return ts;
}

export interface Copy {
  readonly ts: string;
  /** Of a shared file. */
  readonly fileId: string | null;
}

/** A part of what Slack shows, and the cursor to what follows; null: that was all of the range. */
export interface CopiesPage {
  /** Oldest first. */
  readonly copies: readonly Copy[];
  readonly cursor: string | null;
}

/**
 * The copies of a message on one page of a channel's or thread's history. Messages carry the row's id in their metadata;
 * a shared file cannot, so it is known by its name.
 *
 * @param where the thread, and the file's name
 */
export async function findCopies(
  client: WebClient,
  row: OutboxRow,
  where: { readonly threadTs: string | null; readonly fileName: string | null },
  { oldest, latest }: LookRange,
  cursor: string | null,
): Promise<CopiesPage> {
  const range = { channel: row.channelId, oldest, ...(latest && { latest }), inclusive: true };
  const asked = { ...range, limit: 200, include_all_metadata: true, ...(cursor && { cursor }) };
  const page = where.threadTs
    ? await client.conversations.replies({ ...asked, ts: where.threadTs })
    : await client.conversations.history(asked);
  const copies: Copy[] = [];
  for (const message of page.messages ?? []) {
    const file = message.files?.find(({ name }) => name !== undefined && name === where.fileName);
    const { event_type: type, event_payload: payload } = message.metadata ?? {};
    const marked = type === eventType && (payload as { id?: unknown } | undefined)?.id === markOf(row);
    if (message.ts && (marked || file)) copies.push({ ts: message.ts, fileId: file?.id ?? null });
  }
  const next = page.response_metadata?.next_cursor || null;
  return { copies: copies.sort((a, b) => (a.ts < b.ts ? -1 : 1)), cursor: next };
}

export async function deleteCopy(client: WebClient, row: OutboxRow, copy: Copy): Promise<void> {
  await client.chat.delete({ channel: row.channelId, ts: copy.ts });
}

const eventType = 'loyalty_outbox';

function markOf(row: OutboxRow): string {
  return `${row.workspaceId}:${row.id}`;
}

async function upload(
  client: WebClient,
  row: OutboxRow,
  threadTs: string | null,
  words: Phrasing,
  file: NonNullable<Phrasing['file']>,
): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of file.open()) parts.push(Buffer.from(part));
  const where = threadTs ? { channel_id: row.channelId, thread_ts: threadTs } : { channel_id: row.channelId };
  return uploadFile(client, {
    ...where,
    initial_comment: words.text,
    filename: file.name,
    title: file.name,
    file: Buffer.concat(parts),
  });
}
