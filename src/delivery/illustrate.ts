import type { KnownBlock } from '@slack/types';
import type { Deps } from '../context.ts';
import { noteChartBlocks } from '../flows/settings/note-chart-blocks.ts';
import { chartBlock } from '../messages/kit/chart-block.ts';
import { type Message, type PlacedPicture, weave } from '../messages/kit/message.ts';
import type { Picture } from '../pictures/picture.ts';
import { shortened } from '../text/shorten.ts';
import type { MemberPictures } from './member-pictures.ts';
import type { Say, Shown } from './say.ts';
import { slackRefusal } from './slack-refusal.ts';
import type { PictureUploads, Place } from './upload-picture.ts';

/** How one member is answered. */
export interface Answering {
  /** With the acknowledgement, of which Slack does not say whether it takes it; null: nothing goes with it. */
  readonly first: (words: Shown | null) => Promise<void>;
  readonly say: Say;
  readonly memberId: string;
}

/** Finds out how the pictures of a message are shown where it goes: as Slack's own charts, drawn, or not at all. */
export interface Illustrator {
  /**
   * Sends one message with all that is in it. What Slack refuses is sent again in a simpler form.
   *
   * @param send is called again only after Slack refused what it was called with; what else it throws is thrown
   */
  post<T>(place: Place, message: Pick<Message, 'text' | 'pictures'> & MaybeBlocks, send: Send<T>): Promise<T>;
  /** The same for a message that one member alone sees, to whom no file can be shown in it. */
  postAlone<T>(
    place: Place,
    message: Pick<Message, 'text' | 'pictures'> & MaybeBlocks,
    memberId: string,
    send: Send<T>,
  ): Promise<T>;
  /** Answers a member, in one message where Slack takes the pictures in it. The words never wait for an upload, which follows by itself. */
  answer(place: Place, message: Message, answering: Answering): Promise<void>;
}

type Send<T> = (shown: Shown) => Promise<T>;
interface MaybeBlocks {
  readonly blocks?: readonly KnownBlock[];
}

export function illustrator(
  needs: Pick<Deps, 'store' | 'now' | 'log'> & {
    readonly uploads: PictureUploads;
    readonly memberPictures: MemberPictures;
  },
): Illustrator {
  const { store, now, uploads, memberPictures } = needs;

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

  /** A message with charts for all of its pictures; null where Slack has none for one, or the workspace takes none. */
  async function withCharts(
    place: Place,
    text: string,
    blocks: readonly KnownBlock[],
    pictures: readonly PlacedPicture[],
  ): Promise<Shown | null> {
    const charts = chartsOf(pictures);
    if (charts.length === 0 || charts.some((chart) => chart === null) || !(await mayChart(place))) return null;
    return { text, blocks: weave(blocks, pictures, (_, n) => charts[n] ?? null) };
  }

  /** A message for one member with all of its pictures in it, in the forms that Slack may take, the better first. */
  async function wholesOf(
    place: Place,
    text: string,
    blocks: readonly KnownBlock[],
    pictures: readonly PlacedPicture[],
  ): Promise<{ readonly shown: Shown; readonly isCharted: boolean }[]> {
    const charted = await withCharts(place, text, blocks, pictures);
    const images = pictures.length > 0 ? memberPictures.inAnswer(pictures) : null;
    return [
      ...(charted ? [{ shown: charted, isCharted: true }] : []),
      ...(images
        ? [{ shown: { text, blocks: weave(blocks, pictures, (_, n) => images[n] ?? null) }, isCharted: false }]
        : []),
    ];
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

    async postAlone(place, { text, blocks = [], pictures = [] }, memberId, send) {
      const wholes = await wholesOf(place, text, blocks, pictures);
      for (const whole of wholes) {
        try {
          const value = await send(whole.shown);
          if (!whole.isCharted && wholes.length > 1) await note(place, false);
          return value;
        } catch (thrown) {
          if (!isRefused(thrown)) throw thrown;
        }
      }
      const value = await send({ text, blocks: [...blocks] });
      if (wholes.some(({ isCharted }) => isCharted)) await note(place, false);
      if (pictures.length > 0) await memberPictures.show(place, pictures, memberId);
      return value;
    },

    async answer(place, { text, blocks, pictures = [] }, { first, say, memberId }) {
      const words = { text, blocks };
      const wholes = await wholesOf(place, text, blocks, pictures);
      await first(wholes.length > 0 ? null : words);
      let refusedChart = false;
      for (const { shown, isCharted } of wholes) {
        const outcome = await say.attempt(shown);
        // Nobody sees whether it is there, so that nothing is noted of charts that are taken.
        if (outcome === 'taken') {
          if (refusedChart) await note(place, false);
          return;
        }
        if (outcome === 'failed') break;
        refusedChart ||= isCharted;
      }
      if (wholes.length > 0) await say.surely(words);
      if (refusedChart) await note(place, false);
      if (pictures.length > 0) await memberPictures.show(place, pictures, memberId);
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
  return { type: 'image', slack_file: { id: file }, alt_text: shortened(alt, 2000) };
}

/** Whether Slack does not take the blocks. */
function isRefused(thrown: unknown): boolean {
  const refusal = slackRefusal(thrown);
  return refusal === 'invalid_blocks' || refusal === 'invalid_blocks_format';
}
