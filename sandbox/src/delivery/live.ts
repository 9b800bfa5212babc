import type { WebSocket } from 'ws';
import type { LiveEvent } from '../page-api.ts';

export interface Live {
  /** Follows a workspace as a person until the socket closes. */
  follow(workspace: string, as: string, socket: WebSocket): void;
  /** Tells everyone in the workspace, or those whom `sees` lets. Null: every workspace. */
  tell(workspace: string | null, event: LiveEvent, sees?: (user: string) => boolean): void;
  close(): void;
}

/** The page's and the tests' sockets. */
export function createLive(): Live {
  const followers = new Set<{ readonly workspace: string; readonly as: string; readonly socket: WebSocket }>();
  return {
    follow(workspace, as, socket) {
      const follower = { workspace, as, socket };
      followers.add(follower);
      socket.on('close', () => followers.delete(follower));
    },
    tell(workspace, event, sees = () => true) {
      for (const follower of followers) {
        if (workspace !== null && follower.workspace !== workspace) continue;
        if (sees(follower.as)) follower.socket.send(JSON.stringify(event));
      }
    },
    close() {
      for (const { socket } of followers) socket.terminate();
    },
  };
}
