import type { Command } from './command.ts';

/** Everybody has settings of their own; what applies to the workspace is for those who may change it. */
export const settings: Command = {
  name: 'settings',
  run: () => Promise.resolve({ kind: 'modal', modal: 'settings' }),
};
