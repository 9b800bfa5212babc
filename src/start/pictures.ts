import type { Config, SlackConfig } from '../config.ts';
import type { Deps } from '../context.ts';
import { type Illustrator, illustrator } from '../delivery/illustrate.ts';
import { memberPictures } from '../delivery/member-pictures.ts';
import { pictureAddresses } from '../delivery/picture-addresses.ts';
import { pictureUploads } from '../delivery/upload-picture.ts';
import { startDrawing } from '../pictures/draw.ts';
import type { Stops } from './stops.ts';

/** What shows pictures in Slack, and at addresses of the app's own where Slack reaches it. */
export interface Pictures {
  readonly illustrator: Illustrator;
  /** The picture at a path; null: there is none. */
  readonly picture: (path: string) => Promise<Uint8Array | null>;
}

export function startPictures(
  deps: Deps,
  { publicUrl }: Pick<Config, 'publicUrl'>,
  slack: SlackConfig,
  stops: Stops,
): Pictures {
  const { log } = deps;
  const drawing = startDrawing();
  stops.add('drawing', () => drawing.stop());
  const isReached = slack.mode === 'http' && publicUrl !== null;
  const addresses = isReached ? pictureAddresses(slack.signingSecret, publicUrl, deps) : null;
  const uploads = pictureUploads({ drawing, log });
  return {
    illustrator: illustrator({ ...deps, uploads, memberPictures: memberPictures({ drawing, addresses, log }) }),
    async picture(path) {
      const found = addresses?.find(path);
      return found ? drawing.draw(found).catch(() => null) : null;
    },
  };
}
