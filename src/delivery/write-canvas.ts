import type { WebClient } from '@slack/web-api';
import type { Deps } from '../context.ts';
import {
  linkReviewCanvas,
  noteCanvasAsked,
  noteCanvasMade,
  noteNoCanvas,
} from '../flows/digests/keep-review-canvas.ts';
import { noteExtra } from '../flows/settings/note-extra.ts';
import { outcomeOf } from './call-outcome.ts';
import { mayTry } from './may-try.ts';
import { slackRefusal } from './slack-refusal.ts';

/** Where a review goes as a canvas. */
export interface CanvasPlace {
  readonly workspaceId: number;
  readonly channelId: string;
  readonly client: WebClient;
  /** What the review's message is about. */
  readonly subject: string;
  /** The number of this try. */
  readonly attempts: number;
  /** Until when nobody else writes there. */
  readonly leaseUntil: Date;
  /** How long Slack may take to show what it accepted. */
  readonly settleMs: number;
}

export interface CanvasWords {
  readonly title: string;
  readonly markdown: string;
}

export type Written =
  | { readonly kind: 'written'; readonly canvasId: string }
  /** An earlier call may still have made one, or Slack may take it another time. */
  | { readonly kind: 'later'; readonly at: Date }
  /** There is none, and this review gets none; `why` is fit for the log. */
  | { readonly kind: 'none'; readonly why: string };

export interface CanvasWriter {
  /**
   * Puts a review into its channel's canvas in place of the one before, and a link to it on the review's message. There is
   * never a second canvas: one that may have been made without our knowing is looked for, and only what is not there is made.
   *
   * @throws what says nothing of canvases: a limit, a breakdown, an answer that was lost. Calling it again is safe.
   */
  write(place: CanvasPlace, words: CanvasWords): Promise<Written>;
}

/** Writes reviews as canvases, and finds out once whether a workspace has any. */
export function canvasWriter(needs: Pick<Deps, 'store' | 'now' | 'log'>): CanvasWriter {
  const { store, now } = needs;

  async function write(place: CanvasPlace, words: CanvasWords): Promise<Written> {
    const { canvasId, askedAt } = await store.of(place.workspaceId).reviewCanvases.find(place.channelId);
    if (canvasId !== null) return (await replace(place, canvasId, words)) ?? make(place, words);
    if (askedAt === null) return make(place, words);
    const shownAt = new Date(askedAt.getTime() + place.settleMs);
    // An instant that is still to come was written by a clock that was ahead.
    if (askedAt <= now() && now() < shownAt) return { kind: 'later', at: shownAt };
    const found = await look(place, askedAt);
    if (found === null) return make(place, words);
    await noteCanvasMade(needs, place, found);
    return (await replace(place, found, words)) ?? make(place, words);
  }

  /** @returns null where the canvas was taken away */
  async function replace(place: CanvasPlace, canvasId: string, words: CanvasWords): Promise<Written | null> {
    const change = { operation: 'replace' as const, document_content: contentOf(words) };
    try {
      await place.client.canvases.edit({ canvas_id: canvasId, changes: [change] });
    } catch (thrown) {
      if (slackRefusal(thrown) !== 'canvas_not_found') throw thrown;
      await noteNoCanvas(needs, place);
      return null;
    }
    return written(place, canvasId);
  }

  async function make(place: CanvasPlace, words: CanvasWords): Promise<Written> {
    const { client, channelId, leaseUntil } = place;
    // After so long somebody else may be making it.
    if (now() >= leaseUntil) return { kind: 'later', at: now() };
    await noteCanvasAsked(needs, place);
    let made: string | undefined;
    try {
      const content = { title: words.title, document_content: contentOf(words) };
      made = (await client.canvases.create({ ...content, channel_id: channelId })).canvas_id;
    } catch (thrown) {
      if (outcomeOf(thrown).kind !== 'uncertain') await noteNoCanvas(needs, place);
      throw thrown;
    }
    if (!made) throw new Error('Slack answered without a canvas');
    await noteCanvasMade(needs, place, made);
    return written(place, made);
  }

  async function written(place: CanvasPlace, canvasId: string): Promise<Written> {
    const { client, workspaceId, subject } = place;
    await noteExtra(needs, workspaceId, 'canvas', true);
    const { file } = await client.files.info({ file: canvasId });
    if (!file?.permalink) return { kind: 'none', why: 'Slack says no address of it' };
    await linkReviewCanvas(needs, workspaceId, { subject, canvasUrl: file.permalink });
    return { kind: 'written', canvasId };
  }

  /** The canvas that Slack made without our hearing of it; null: it made none. The app makes no others. */
  async function look({ client, workspaceId, channelId }: CanvasPlace, askedAt: Date): Promise<string | null> {
    const { user_id: user } = await client.auth.test();
    if (!user) throw new Error('Slack does not say who the app is');
    const second = (at: number) => String(Math.floor(at / 1000));
    const range = {
      ts_from: second(askedAt.getTime() - clocksApartMs),
      ts_to: second(askedAt.getTime() + clocksApartMs),
    };
    const { files = [] } = await client.files.list({ user, ...range });
    const known = await store.of(workspaceId).reviewCanvases.ids();
    const isHere = (where: readonly string[]) => where.length === 0 || where.includes(channelId);
    const found = files.find(
      ({ id, mimetype, channels = [], groups = [] }) =>
        id !== undefined && !known.includes(id) && mimetype === canvasType && isHere([...channels, ...groups]),
    );
    return found?.id ?? null;
  }

  return {
    async write(place, words) {
      if (!(await mayTry(needs, place.workspaceId, 'canvas'))) return { kind: 'none', why: 'no canvases there' };
      try {
        return await write(place, words);
      } catch (thrown) {
        const why = slackRefusal(thrown);
        if (why === null || outcomeOf(thrown).kind !== 'refused') throw thrown;
        if (passing.has(why) && place.attempts < mostAttempts) {
          return { kind: 'later', at: new Date(now().getTime() + place.settleMs) };
        }
        if (withoutCanvases.has(why)) await noteExtra(needs, place.workspaceId, 'canvas', false);
        return { kind: 'none', why };
      }
    },
  };
}

/** Slack's words for what went wrong at its end, for now or for good. */
const passing: ReadonlySet<string> = new Set([
  'canvas_creation_failed',
  'canvas_tab_creation_failed',
  'canvas_editing_failed',
]);
const mostAttempts = 3;

/** How far Slack's clock and ours may be apart when a lost canvas is looked for. */
const clocksApartMs = 15 * 60_000;
const canvasType = 'application/vnd.slack-docs';

/** Slack's words for a workspace that has no canvases, or none for the app. */
const withoutCanvases: ReadonlySet<string> = new Set([
  'canvas_disabled_user_team',
  'team_tier_cannot_create_channel_canvases',
  'free_teams_cannot_create_non_tabbed_canvases',
  'free_teams_cannot_create_standalone_canvases',
  'free_teams_cannot_edit_standalone_canvases',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'access_denied',
  'unknown_method',
]);

function contentOf({ markdown }: CanvasWords) {
  return { type: 'markdown' as const, markdown };
}
