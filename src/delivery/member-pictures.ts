import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Log } from '../errors.ts';
import type { PlacedPicture } from '../messages/kit/message.ts';
import type { Drawing } from '../pictures/draw.ts';
import type { Picture } from '../pictures/picture.ts';
import { escapeMrkdwn } from '../text/typed.ts';
import type { PictureAddresses } from './picture-addresses.ts';
import type { AttemptOutcome, Shown } from './say.ts';
import { slackRefusal } from './slack-refusal.ts';
import { uploadFile } from './upload-file.ts';
import type { Place } from './upload-picture.ts';

/** Shows a member the pictures of an answer that they alone see. */
export interface MemberPictures {
  /** @param say says something more to the member, below the words */
  show(
    place: Place,
    pictures: readonly PlacedPicture[],
    memberId: string,
    say: (shown: Shown) => Promise<AttemptOutcome>,
  ): Promise<void>;
}

/**
 * A file can be seen where it was shared, and a message that one member alone sees shares nothing. So a picture is shown
 * at an address of the app's own where it has one, and else put where the member surely sees it: into their conversation
 * with the app.
 *
 * @param addresses null where nobody reaches the app from outside
 */
export function memberPictures({
  drawing,
  addresses,
  log,
}: {
  readonly drawing: Drawing;
  readonly addresses: PictureAddresses | null;
  readonly log: Log;
}): MemberPictures {
  return {
    async show(place, pictures, memberId, say) {
      const all = pictures.map(({ picture }) => picture);
      try {
        const blocks = imagesOf(all, addresses);
        if (blocks && (await say({ text: textOf(all), blocks })) === 'taken') return;
        await share(place.client, drawing, all, memberId);
      } catch (cause) {
        // The words are there.
        const why = slackRefusal(cause) ?? (cause instanceof Error ? cause.name : 'unknown');
        log.info('picture-left-out', { workspaceId: place.workspaceId, why });
      }
    },
  };
}

function textOf(pictures: readonly Picture[]): string {
  return pictures.map(({ alt }) => alt).join('\n');
}

/** Null where a picture has no address. */
function imagesOf(pictures: readonly Picture[], addresses: PictureAddresses | null): KnownBlock[] | null {
  const blocks: KnownBlock[] = [];
  for (const picture of pictures) {
    const address = addresses?.addressOf(picture) ?? null;
    if (address === null) return null;
    blocks.push({ type: 'image', image_url: address, alt_text: picture.alt.slice(0, 2000) });
  }
  return blocks;
}

/** Puts pictures into the member's conversation with the app. */
async function share(
  client: WebClient,
  drawing: Drawing,
  pictures: readonly Picture[],
  memberId: string,
): Promise<void> {
  const { channel } = await client.conversations.open({ users: memberId });
  if (!channel?.id) throw new Error('Slack opened no conversation');
  for (const picture of pictures) {
    await uploadFile(client, {
      channel_id: channel.id,
      file: Buffer.from(await drawing.draw(picture)),
      filename: 'loyalty-ladder.png',
      title: picture.title,
      alt_text: picture.alt.slice(0, 1000),
      initial_comment: escapeMrkdwn(`${picture.title} · ${picture.subtitle}`),
    });
  }
}
