import { setTimeout as pause } from 'node:timers/promises';
import type { HomeView } from '@slack/types';
import { logFault } from '../../errors.ts';
import { gatherHome } from '../../sections/home/gather-home.ts';
import { drawHome, drawWaitingHome, type HomeNotice } from '../../sections/home/home.ts';
import { guardSilently } from '../guard.ts';
import type { Connection, Incoming } from '../identify-member.ts';
import { tryAgain } from '../try-again.ts';

/** The Homes that are shown. */
export interface AppHomes {
  /** A member opened theirs. */
  open(connection: Connection, memberId: string): Promise<void>;
  /** Shows it anew, with what came of a press on it. @returns whether Slack took it, and the member may see it */
  show(connection: Connection, memberId: string, notice: HomeNotice | null): Promise<boolean>;
  /** Shows it anew after something else that the member did, if they looked at it lately. */
  refresh(connection: Connection, memberId: string): Promise<void>;
}

const lookedAtMs = 3_600_000;
const mostKept = 20_000;
/** Who waits longer for their first Home is told that it comes. */
const patienceMs = 1000;

/**
 * Homes are drawn one after the other for each member, so that what was read earlier never covers what was read later.
 */
export function createAppHomes(): AppHomes {
  const lookedAt = new Map<string, number>();
  const turns = new Map<string, Promise<unknown>>();
  const keyOf = ({ workspaceId }: Connection, memberId: string) => `${workspaceId} ${memberId}`;

  function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    const turn = (turns.get(key) ?? Promise.resolve()).catch(() => undefined).then(work);
    turns.set(key, turn);
    const end = () => {
      if (turns.get(key) === turn) turns.delete(key);
    };
    turn.then(end, end);
    return turn;
  }

  async function draw(connection: Connection, memberId: string, notice: HomeNotice | null): Promise<boolean> {
    const view = await guardSilently(connection, memberId, (incoming) => homeView(incoming, notice));
    return view !== null && publish(connection, memberId, view);
  }

  async function drawFirst(connection: Connection, memberId: string): Promise<void> {
    const drawing = guardSilently(connection, memberId, async (incoming) => {
      const whole = homeView(incoming, null);
      whole.catch(() => undefined);
      const early = await Promise.race([whole, pause(patienceMs, null)]);
      if (!early) await publish(connection, memberId, drawWaitingHome(incoming.locale));
      return whole;
    });
    const view = await drawing;
    if (view) await publish(connection, memberId, view);
  }

  return {
    open(connection, memberId) {
      const key = keyOf(connection, memberId);
      const isFirst = !lookedAt.has(key);
      if (lookedAt.size >= mostKept) lookedAt.clear();
      lookedAt.set(key, connection.now().getTime());
      return inTurn(key, async () => {
        await (isFirst ? drawFirst(connection, memberId) : draw(connection, memberId, null));
      });
    },
    show: (connection, memberId, notice) =>
      inTurn(keyOf(connection, memberId), () => draw(connection, memberId, notice)),
    async refresh(connection, memberId) {
      const key = keyOf(connection, memberId);
      const last = lookedAt.get(key);
      if (last === undefined || connection.now().getTime() - last > lookedAtMs) return;
      await inTurn(key, () => draw(connection, memberId, null));
    },
  };
}

/** @returns whether Slack took it */
async function publish({ client, log }: Connection, memberId: string, view: HomeView): Promise<boolean> {
  try {
    await tryAgain(() => client.views.publish({ user_id: memberId, view }));
    return true;
  } catch (cause) {
    logFault(cause, log, { during: 'showing the Home' });
    return false;
  }
}

/** The app's Home as its member sees it now. */
async function homeView(incoming: Incoming, notice: HomeNotice | null): Promise<HomeView> {
  const facts = await gatherHome(incoming);
  return drawHome({ ...facts, docsUrl: incoming.docsUrl ?? null }, notice, incoming.locale);
}
