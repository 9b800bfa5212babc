import { defineText } from '../text/define-text.ts';
import type { Command } from './command.ts';

export const feedback: Command = {
  words: ['feedback', 'tilbagemelding', 'tilbakemelding'],
  group: 'do',
  help: defineText({
    en: { usage: '/loyalty feedback add', line: 'Note what a customer said' },
    da: { usage: '/loyalty feedback tilføj', line: 'Skriv ned, hvad en kunde har sagt' },
    nb: { usage: '/loyalty tilbakemelding ny', line: 'Skriv ned hva en kunde har sagt' },
  }),
  takes: { options: ['add'] },
  run: () => Promise.resolve({ kind: 'form', form: 'feedback' }),
};
