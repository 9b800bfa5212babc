import type { Sql } from '../database/sql.ts';

/** The canvas that shows a channel's newest review, as far as it is known. */
export interface ReviewCanvas {
  /** Slack's id of it; null: none that we know of. */
  readonly canvasId: string | null;
  /** Since when Slack is asked to make one and nobody knows whether it did; null: no such question is open. */
  readonly askedAt: Date | null;
}

/** Where reviews stand as canvases, one for each channel. */
export function reviewCanvasesStore(sql: Sql, workspaceId: number) {
  const set = async (channelId: string, data: ReviewCanvas): Promise<void> => {
    const where = { workspaceId_channelId: { workspaceId, channelId } };
    await sql.typed(({ reviewCanvas }) =>
      reviewCanvas.upsert({ where, create: { workspaceId, channelId, ...data }, update: data }),
    );
  };

  return {
    async find(channelId: string): Promise<ReviewCanvas> {
      const where = { workspaceId_channelId: { workspaceId, channelId } };
      const row = await sql.typed(({ reviewCanvas }) => reviewCanvas.findUnique({ where }));
      return { canvasId: row?.canvasId ?? null, askedAt: row?.askedAt ?? null };
    },

    /** Slack's ids of all of them. */
    async ids(): Promise<string[]> {
      const rows = await sql.typed(({ reviewCanvas }) => reviewCanvas.findMany({ where: { workspaceId } }));
      return rows.flatMap(({ canvasId }) => canvasId ?? []);
    },

    /** Slack is asked to make one: from now on there may be one, until its answer is noted. */
    noteAsked: (channelId: string, askedAt: Date): Promise<void> => set(channelId, { canvasId: null, askedAt }),

    noteMade: (channelId: string, canvasId: string): Promise<void> => set(channelId, { canvasId, askedAt: null }),

    /** There is none: it was taken away, or not made. */
    noteNone: (channelId: string): Promise<void> => set(channelId, { canvasId: null, askedAt: null }),
  };
}
