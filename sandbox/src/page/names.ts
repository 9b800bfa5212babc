import type { SandboxChannel, SandboxUser } from '../page-api.ts';

/** Who and what an id stands for, and how the person who looks reads times. */
export interface Names {
  readonly people: () => readonly SandboxUser[];
  readonly channels: () => readonly SandboxChannel[];
  readonly personName: (id: string) => string;
  readonly channelName: (id: string) => string;
  readonly viewer: () => { readonly locale: string; readonly timeZone: string };
}
