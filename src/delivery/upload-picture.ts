import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import type { Log } from '../errors.ts';
import type { Drawing } from '../pictures/draw.ts';
import type { Picture } from '../pictures/picture.ts';
import { shortened } from '../text/shorten.ts';
import { slackRefusal } from './slack-refusal.ts';
import { uploadFile } from './upload-file.ts';

/** Where something is said: a workspace, and how to speak there. */
export interface Place {
  readonly workspaceId: number;
  readonly client: WebClient;
}

export interface PictureUploads {
  /** The id of a picture's file in Slack; null where it cannot be had, which is logged. */
  find(place: Place, picture: Picture): Promise<string | null>;
  /** Slack did not take the file: it is drawn and uploaded anew the next time. */
  forget(place: Place, picture: Picture): void;
}

/**
 * Pictures as files of Slack's that are in no channel: they are seen where a message shows them, by who sees the message.
 * The same picture is uploaded once.
 */
export function pictureUploads({ drawing, log }: { readonly drawing: Drawing; readonly log: Log }): PictureUploads {
  const kept = new Map<string, Promise<string | null>>();

  async function upload({ workspaceId, client }: Place, picture: Picture): Promise<string | null> {
    const limit = new AbortController();
    const late = pause(mostMs, null, { signal: limit.signal }).catch(() => null);
    try {
      const png = await drawing.draw(picture);
      const file = await Promise.race([uploadPng(client, png, picture.alt), late]);
      if (file === null) log.info('picture-left-out', { workspaceId, why: 'Slack was not done with it in time' });
      return file;
    } catch (cause) {
      const why = slackRefusal(cause) ?? (cause instanceof Error ? cause.name : 'unknown');
      log.info('picture-left-out', { workspaceId, why });
      return null;
    } finally {
      limit.abort();
    }
  }

  return {
    async find(place, picture) {
      const key = keyOf(place, picture);
      const known = kept.get(key);
      const file = known ?? upload(place, picture);
      kept.delete(key);
      kept.set(key, file);
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      const id = await file;
      if (id === null && kept.get(key) === file) kept.delete(key);
      return id;
    },
    forget(place, picture) {
      kept.delete(keyOf(place, picture));
    },
  };
}

const mostKept = 200;
/** How long a message waits for a picture, at most. */
const mostMs = 12_000;
/** Slack looks a file over before it may be shown; a message that shows it before is refused. */
const looksMs = [100, 200, 400, 800, 1600, 3200, 3200];

async function uploadPng(client: WebClient, png: Uint8Array, alt: string): Promise<string | null> {
  const file = await uploadFile(client, {
    file: Buffer.from(png),
    filename: 'loyalty-ladder.png',
    title: 'Loyalty Ladder',
    alt_text: shortened(alt, 1000),
  });
  for (const lookMs of looksMs) {
    const answer = await client.files.info({ file });
    if (answer.file?.mimetype) return file;
    await pause(lookMs);
  }
  return null;
}

function keyOf({ workspaceId }: Place, picture: Picture): string {
  return `${workspaceId} ${createHash('sha256').update(JSON.stringify(picture)).digest('base64')}`;
}
