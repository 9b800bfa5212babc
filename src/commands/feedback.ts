import type { Command } from './command.ts';

export const feedback: Command = {
  name: 'feedback',
  run: () => Promise.resolve({ kind: 'modal', modal: 'feedback' }),
};
