import type { SandboxCall } from '../page-api.ts';

export interface CallLog {
  add(workspace: string | null, call: Omit<SandboxCall, 'n'>): void;
  /** Oldest first. */
  list(workspace: string, method: string | null): readonly SandboxCall[];
}

const kept = 20_000;

/** The newest Web API calls, as they were answered. */
export function createCallLog(): CallLog {
  let calls: { readonly workspace: string | null; readonly call: SandboxCall }[] = [];
  let n = 0;
  return {
    add(workspace, call) {
      n += 1;
      calls.push({ workspace, call: { n, ...call } });
      if (calls.length > kept * 1.1) calls = calls.slice(-kept);
    },
    list: (workspace, method) =>
      calls
        .filter((entry) => entry.workspace === workspace || entry.workspace === null)
        .map((entry) => entry.call)
        .filter((call) => method === null || call.method === method),
  };
}
