import type { KnownBlock } from '@slack/types';
import type { Deps } from '../context.ts';
import { noteChartBlocks } from '../flows/settings/note-chart-blocks.ts';
import { chartBlock } from '../messages/kit/chart-block.ts';
import { type Message, type PlacedPicture, weave } from '../messages/kit/message.ts';
import type { Picture } from '../pictures/picture.ts';
import { slackRefusal } from './slack-refusal.ts';
import type { PictureUploads, Place } from './upload-picture.ts';

/** A message as Slack takes it, its pictures shown or left out. */
export interface Shown {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** Finds out how the pictures of a message are shown where it goes: as Slack's own charts, drawn, or not at all. */
export interface Illustrator {
  /**
   * Sends one message with all that is in it. What Slack refuses is sent again in a simpler form.
   *
   * @param send is called again only after Slack refused what it was called with; what else it throws is thrown
   */
  post<T>(place: Place, message: Pick<Message, 'text' | 'pictures'> & MaybeBlocks, send: Send<T>): Promise<T>;
  /**
   * Answers a member. The words never wait for a drawing, which follows by itself.
   *
   * @param now with the acknowledgement, of which Slack does not say whether it takes it; null: nothing goes with it
   * @param later sends something of its own
   */
  answer(
    place: Place,
    message: Message,
    now: (words: Shown | null) => Promise<void>,
    later: Send<unknown>,
  ): Promise<void>;
}

type Send<T> = (shown: Shown) => Promise<T>;
interface MaybeBlocks {
  readonly blocks?: readonly KnownBlock[];
}

export function illustrator(
  needs: Pick<Deps, 'store' | 'now' | 'log'> & { readonly uploads: PictureUploads },
): Illustrator {
  const { store, now, log, uploads } = needs;

  /** Charts are tried where nobody knows, and again after a month where they were not taken. */
  async function mayChart({ workspaceId }: Place): Promise<boolean> {
    const known = await store.of(workspaceId).chartBlocks.read();
    return known === null || known.taken || now().getTime() - known.at.getTime() >= tryAgainMs;
  }

  const note = ({ workspaceId }: Place, taken: boolean) => noteChartBlocks(needs, workspaceId, taken);

  /** The image blocks of pictures; null for one that cannot be shown. */
  function drawn(place: Place, pictures: readonly PlacedPicture[]): Promise<(KnownBlock | null)[]> {
    return Promise.all(
      pictures.map(async ({ picture }) => {
        const file = await uploads.find(place, picture);
        return file === null ? null : imageBlock(file, picture);
      }),
    );
  }

  async function postDrawn<T>(place: Place, { text, blocks = [], pictures = [] }: Parted, send: Send<T>): Promise<T> {
    const images = await drawn(place, pictures);
    if (images.every((image) => image === null)) return send({ text, blocks: [...blocks] });
    try {
      return await send({ text, blocks: weave(blocks, pictures, (_, n) => images[n] ?? null) });
    } catch (thrown) {
      if (!isRefused(thrown)) throw thrown;
      for (const { picture } of pictures) uploads.forget(place, picture);
      return send({ text, blocks: [...blocks] });
    }
  }

  return {
    async post(place, message, send) {
      const { text, blocks = [], pictures = [] } = message;
      if (pictures.length === 0) return send({ text, blocks: [...blocks] });
      const charts = chartsOf(pictures);
      if (charts.every((chart) => chart === null) || !(await mayChart(place))) return postDrawn(place, message, send);
      const others = await drawn(
        place,
        pictures.map((placed, n) => (charts[n] ? null : placed)).filter((one) => one !== null),
      );
      const shown = charts.map((chart) => chart ?? others.shift() ?? null);
      let sent: Awaited<ReturnType<typeof send>>;
      try {
        sent = await send({ text, blocks: weave(blocks, pictures, (_, n) => shown[n] ?? null) });
      } catch (thrown) {
        if (!isRefused(thrown)) throw thrown;
        const simpler = await postDrawn(place, message, send);
        // It was the charts, as without them it is taken.
        await note(place, false);
        return simpler;
      }
      await note(place, true);
      return sent;
    },

    async answer(place, { text, blocks, pictures = [] }, ack, later) {
      const words = { text, blocks };
      if (pictures.length === 0) return ack(words);
      const charts = chartsOf(pictures);
      if (charts.some((chart) => chart === null) || !(await mayChart(place))) await ack(words);
      else {
        await ack(null);
        if (await takesCharts()) return;
        await later(words);
        await note(place, false);
      }
      const images = (await drawn(place, pictures)).filter((image) => image !== null);
      if (images.length === 0) return;
      await later({ text: pictures.map(({ picture }) => picture.alt).join('\n'), blocks: images }).catch((thrown) => {
        if (!isRefused(thrown)) throw thrown;
        for (const { picture } of pictures) uploads.forget(place, picture);
        log.info('picture-left-out', { workspaceId: place.workspaceId, why: 'refused' });
      });

      async function takesCharts(): Promise<boolean> {
        try {
          await later({ text, blocks: weave(blocks, pictures, (_, n) => charts[n] ?? null) });
        } catch (thrown) {
          if (!isRefused(thrown)) throw thrown;
          return false;
        }
        await note(place, true);
        return true;
      }
    },
  };
}

type Parted = Pick<Message, 'text' | 'pictures'> & MaybeBlocks;

const tryAgainMs = 30 * 86_400_000;
const mostCharts = 2;

/** Slack's own charts of as many pictures as it takes. Its types do not know them yet. */
function chartsOf(pictures: readonly PlacedPicture[]): (KnownBlock | null)[] {
  let count = 0;
  return pictures.map(({ picture }) => {
    const chart = count < mostCharts ? chartBlock(picture) : null;
    if (chart) count += 1;
    return chart as unknown as KnownBlock | null;
  });
}

function imageBlock(file: string, { alt }: Picture): KnownBlock {
  return { type: 'image', slack_file: { id: file }, alt_text: alt.slice(0, 2000) };
}

/** Whether Slack does not take the blocks. Of an address for answers only the status is known: 400 or 404. */
function isRefused(thrown: unknown): boolean {
  const refusal = slackRefusal(thrown);
  if (refusal !== null) return refusal === 'invalid_blocks' || refusal === 'invalid_blocks_format';
  return thrown instanceof Error && 'statusCode' in thrown && (thrown.statusCode === 400 || thrown.statusCode === 404);
}
