import type { ChaosKind, ChaosPlan, Conditions, MetRule, RefusalRule } from './conditions.ts';
import type { ActResult, PersonAct, SandboxCall, SandboxMessage, SandboxScreen, SandboxWorkspace } from './page-api.ts';

/** An act in the workspace that is driven, unless it names another. */
export type ActThere<T = PersonAct> = T extends unknown
  ? Omit<T, 'workspace'> & { readonly workspace?: string }
  : never;

/** What a test does and sees over the sandbox's own wire, in one workspace. */
export interface Drive {
  /** People, channels, commands: what the page shows. */
  describe(): Promise<readonly SandboxWorkspace[]>;
  /** Does something as a person. */
  act(act: ActThere): Promise<ActResult>;
  /** Oldest first, as that person sees them. */
  messages(as: string, channel: string, threadTs?: string): Promise<readonly SandboxMessage[]>;
  screen(as: string): Promise<SandboxScreen>;
  /** Web API calls that were carried out, oldest first. */
  calls(method?: string): Promise<readonly SandboxCall[]>;
  setChaos(plan: ChaosPlan): Promise<void>;
  /** Whether the workspace takes Slack's own charts; at first it does. */
  takeCharts(taken: boolean): Promise<void>;
  /** How the workspace is; what is left out stays as it is. */
  change(conditions: Partial<Conditions>): Promise<Conditions>;
  /** What Slack refuses from now on; called with nothing: no longer anything. */
  refuse(...rules: readonly RefusalRule[]): Promise<void>;
  /** What it refuses, and how many calls each rule has hit. */
  refusals(): Promise<readonly MetRule[]>;
  /** How often each kind hit since the plan was set. */
  occurred(): Promise<Readonly<Record<ChaosKind, number>>>;
  now(): Promise<Date>;
  advanceClock(ms: number): Promise<Date>;
  /** Where the app takes Slack's requests; null: nowhere. */
  deliverTo(requestUrl: string | null): Promise<void>;
}

/** Drives a workspace of the sandbox at an address. */
export function driveOf(url: string, workspace: string): Drive {
  const get = async <T>(path: string) => (await fetch(`${url}/sandbox/${path}`)).json() as Promise<T>;
  const post = async <T>(path: string, body: unknown) => {
    const response = await fetch(`${url}/sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });
    const answer = (await response.json()) as T;
    if (!response.ok) throw new Error(`The sandbox refuses ${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const there = `workspace=${workspace}`;
  const at = async (clock: Promise<{ readonly now: string }>) => new Date((await clock).now);
  return {
    describe: () => get('workspaces'),
    act: (act) => post('act', { workspace, ...act }),
    messages: (as, channel, threadTs) =>
      get(`messages?${there}&as=${as}&channel=${channel}${threadTs ? `&thread=${threadTs}` : ''}`),
    screen: (as) => get(`screen?${there}&as=${as}`),
    calls: (method) => get(`calls?${there}${method ? `&method=${method}` : ''}`),
    setChaos: async (plan) => void (await post('chaos', plan)),
    takeCharts: async (charts) => void taken(await post<Conditions>(`conditions?${there}`, { charts })),
    change: async (conditions) => taken(await post<Conditions>(`conditions?${there}`, conditions)),
    refuse: async (...rules) => void taken(await post<object>(`refusals?${there}`, { rules })),
    refusals: async () => (await get<{ rules: readonly MetRule[] }>(`refusals?${there}`)).rules,
    occurred: async () => (await get<{ occurred: Record<ChaosKind, number> }>('chaos')).occurred,
    now: () => at(get('clock')),
    advanceClock: (advanceMs) => at(post('clock', { advanceMs })),
    deliverTo: async (requestUrl) => void (await post('delivery', { requestUrl })),
  };
}

/** The answer, unless it is a refusal. */
function taken<T extends object>(answer: T): T {
  if ('error' in answer) throw new Error(`The sandbox refuses it: ${String(answer.error)}`);
  return answer;
}
