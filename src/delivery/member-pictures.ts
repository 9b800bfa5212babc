import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Log } from '../errors.ts';
import type { PlacedPicture } from '../messages/kit/message.ts';
import type { Drawing } from '../pictures/draw.ts';
import type { Picture } from '../pictures/picture.ts';
import { shortened } from '../text/shorten.ts';
import { escapeMrkdwn } from '../text/typed.ts';
import type { PictureAddresses } from './picture-addresses.ts';
import { slackRefusal } from './slack-refusal.ts';
import { uploadFile } from './upload-file.ts';
import type { Place } from './upload-picture.ts';

/** Shows a member the pictures of an answer that they alone see. */
export interface MemberPictures {
  /** The image blocks of pictures in the answer itself; null where one cannot be shown there. */
  inAnswer(pictures: readonly PlacedPicture[]): KnownBlock[] | null;
  /** Shows them beside it, where the member surely sees them. */
  show(place: Place, pictures: readonly PlacedPicture[], memberId: string): Promise<void>;
}

/**
 * A file can be seen where it was shared, and a message that one member alone sees shares nothing. So a picture is shown
 * in it at an address of the app's own where it has one, and else put where the member surely sees it: into their conversation
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
    inAnswer(pictures) {
      const blocks = pictures.map(({ picture }) => imageAt(addresses?.addressOf(picture) ?? null, picture));
      return blocks.every((block) => block !== null) ? blocks : null;
    },
    async show(place, pictures, memberId) {
      try {
        await share(
          place.client,
          drawing,
          pictures.map(({ picture }) => picture),
          memberId,
        );
      } catch (cause) {
        // The words are there.
        const why = slackRefusal(cause) ?? (cause instanceof Error ? cause.name : 'unknown');
        log.info('picture-left-out', { workspaceId: place.workspaceId, why });
      }
    },
  };
}

function imageAt(address: string | null, { alt }: Picture): KnownBlock | null {
  return address === null ? null : { type: 'image', image_url: address, alt_text: shortened(alt, 2000) };
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
      alt_text: shortened(picture.alt, 1000),
      initial_comment: escapeMrkdwn(`${picture.title} · ${picture.subtitle}`),
    });
  }
}
