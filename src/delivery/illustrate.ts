import type { KnownBlock } from '@slack/types';
import type { Deps } from '../context.ts';
import { logFault } from '../errors.ts';
import { noteExtra } from '../flows/settings/note-extra.ts';
import { chartBlock } from '../messages/kit/chart-block.ts';
import { type Message, type PlacedPicture, weave } from '../messages/kit/message.ts';
import type { Picture } from '../pictures/picture.ts';
import type { SlackExtra } from '../store/desk/workspaces.ts';
import { shortened } from '../text/shorten.ts';
import { mayTry } from './may-try.ts';
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

/**
 * Finds out how a message is shown where it goes: its pictures as Slack's own charts, drawn, or not at all, and whether its
 * tables can be sorted.
 */
export interface Illustrator {
  /**
   * Sends one message with all that is in it. What Slack refuses is sent again in a simpler form.
   *
   * @param send is called again only after Slack refused what it was called with; what else it throws is thrown
   */
  post<T>(place: Place, message: Illustrated, send: Send<T>): Promise<T>;
  /** The same for a message that one member alone sees, to whom no file can be shown in it. */
  postAlone<T>(place: Place, message: Illustrated, memberId: string, send: Send<T>): Promise<T>;
  /** Answers a member, in one message where Slack takes the pictures in it. The words never wait for an upload, which follows by itself. */
  answer(place: Place, message: Message, answering: Answering): Promise<void>;
}

type Send<T> = (shown: Shown) => Promise<T>;
type Illustrated = Pick<Message, 'text' | 'pictures' | 'sortable'> & { readonly blocks?: readonly KnownBlock[] };

/** A message with all that is in it, and what of it a workspace may not take. */
interface Whole {
  readonly shown: Shown;
  readonly needs: SlackExtra | null;
}

export function illustrator(
  needs: Pick<Deps, 'store' | 'now' | 'log'> & {
    readonly uploads: PictureUploads;
    readonly memberPictures: MemberPictures;
  },
): Illustrator {
  const { log, uploads, memberPictures } = needs;

  /** The words do not fail with the database. */
  async function mayShow({ workspaceId }: Place, extra: SlackExtra): Promise<boolean> {
    try {
      return await mayTry(needs, workspaceId, extra);
    } catch (thrown) {
      logFault(thrown, log, { workspaceId, during: `asking for ${extra}s` });
      return false;
    }
  }

  const note = ({ workspaceId }: Place, kind: SlackExtra, taken: boolean) => noteExtra(needs, workspaceId, kind, taken);

  /** Sends what may not be taken, and where it is not the simpler form; either way it is known from then on. */
  async function tryFirst<T>(
    place: Place,
    kind: SlackExtra,
    better: () => Promise<T>,
    simpler: () => Promise<T>,
  ): Promise<T> {
    let sent: T;
    try {
      sent = await better();
    } catch (thrown) {
      if (!isRefused(thrown) && !isTooLong(thrown)) throw thrown;
      const plain = await simpler();
      // It was the new block, as without it the message is taken.
      if (isRefused(thrown)) await note(place, kind, false);
      return plain;
    }
    await note(place, kind, true);
    return sent;
  }

  /** The image blocks of pictures; null for one that cannot be shown. */
  function drawn(place: Place, pictures: readonly PlacedPicture[]): Promise<(KnownBlock | null)[]> {
    return Promise.all(
      pictures.map(async ({ picture }) => {
        const file = await uploads.find(place, picture);
        return file === null ? null : imageBlock(file, picture);
      }),
    );
  }

  async function postDrawn<T>(
    place: Place,
    { text, blocks = [], pictures = [] }: Illustrated,
    send: Send<T>,
  ): Promise<T> {
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

  async function postIllustrated<T>(place: Place, message: Illustrated, send: Send<T>): Promise<T> {
    const { text, blocks = [], pictures = [] } = message;
    if (pictures.length === 0) return send({ text, blocks: [...blocks] });
    const charts = chartsOf(pictures);
    if (charts.every((chart) => chart === null) || !(await mayShow(place, 'chart')))
      return postDrawn(place, message, send);
    const others = await drawn(
      place,
      pictures.map((placed, n) => (charts[n] ? null : placed)).filter((one) => one !== null),
    );
    const shown = charts.map((chart) => chart ?? others.shift() ?? null);
    const charted = { text, blocks: weave(blocks, pictures, (_, n) => shown[n] ?? null) };
    return tryFirst(
      place,
      'chart',
      () => send(charted),
      () => postDrawn(place, message, send),
    );
  }

  /** The message with tables that can be sorted; null where it has none, or the workspace takes none. */
  async function withSortable(place: Place, { sortable }: Illustrated): Promise<Shown | null> {
    return sortable && (await mayShow(place, 'table')) ? sortable : null;
  }

  /** A message with charts for all of its pictures; null where Slack has none for one, or the workspace takes none. */
  async function withCharts(place: Place, { text, blocks = [], pictures = [] }: Illustrated): Promise<Shown | null> {
    const charts = chartsOf(pictures);
    if (charts.length === 0 || charts.some((chart) => chart === null) || !(await mayShow(place, 'chart'))) return null;
    return { text, blocks: weave(blocks, pictures, (_, n) => charts[n] ?? null) };
  }

  /** A message for one member with all that is in it, in the forms that Slack may take, the better first. */
  async function wholesOf(place: Place, message: Illustrated): Promise<Whole[]> {
    const { text, blocks = [], pictures = [] } = message;
    const sortable = await withSortable(place, message);
    const charted = await withCharts(place, message);
    const images = pictures.length > 0 ? memberPictures.inAnswer(pictures) : null;
    const drawn = images && { text, blocks: weave(blocks, pictures, (_, n) => images[n] ?? null) };
    return [
      ...(sortable ? [{ shown: sortable, needs: 'table' } as const] : []),
      ...(charted ? [{ shown: charted, needs: 'chart' } as const] : []),
      ...(drawn ? [{ shown: drawn, needs: null }] : []),
    ];
  }

  return {
    async post(place, message, send) {
      const sortable = await withSortable(place, message);
      if (!sortable) return postIllustrated(place, message, send);
      return tryFirst(
        place,
        'table',
        () => send(sortable),
        () => postIllustrated(place, message, send),
      );
    },

    async postAlone(place, message, memberId, send) {
      const { text, blocks = [], pictures = [] } = message;
      let refused: SlackExtra | null = null;
      for (const { shown, needs } of await wholesOf(place, message)) {
        try {
          const value = await send(shown);
          if (refused) await note(place, refused, false);
          return value;
        } catch (thrown) {
          if (!isRefused(thrown)) throw thrown;
          refused ??= needs;
        }
      }
      const value = await send({ text, blocks: [...blocks] });
      if (refused) await note(place, refused, false);
      if (pictures.length > 0) await memberPictures.show(place, pictures, memberId);
      return value;
    },

    async answer(place, message, { first, say, memberId }) {
      const { text, blocks, pictures = [] } = message;
      const words = { text, blocks };
      const wholes = await wholesOf(place, message);
      await first(wholes.length > 0 ? null : words);
      let refused: SlackExtra | null = null;
      for (const { shown, needs } of wholes) {
        const outcome = await say.attempt(shown);
        // Nobody sees whether it is there, so that nothing is noted of what is taken.
        if (outcome === 'taken') {
          if (refused) await note(place, refused, false);
          return;
        }
        if (outcome === 'failed') break;
        refused ??= needs;
      }
      if (wholes.length > 0) await say.surely(words);
      if (refused) await note(place, refused, false);
      if (pictures.length > 0) await memberPictures.show(place, pictures, memberId);
    },
  };
}

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

/** Whether Slack finds them too long, which says nothing of their kind. */
function isTooLong(thrown: unknown): boolean {
  const refusal = slackRefusal(thrown);
  return refusal === 'msg_blocks_too_long' || refusal === 'msg_too_long';
}
