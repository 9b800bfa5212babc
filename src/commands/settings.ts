import { settingsReply } from '../messages/settings.ts';
import { defineText } from '../text/define-text.ts';
import type { Command } from './command.ts';

/** Everybody has settings of their own; what applies to the workspace is for those who may change it. */
export const settings = {
  words: ['settings', 'indstillinger', 'innstillinger'],
  group: 'set-up',
  help: defineText({
    en: { usage: '/loyalty settings', line: 'Your language, and what applies to the workspace' },
    da: { usage: '/loyalty indstillinger', line: 'Dit sprog, og hvad der gælder for jeres workspace' },
    nb: { usage: '/loyalty innstillinger', line: 'Språket ditt, og det som gjelder for arbeidsområdet' },
  }),
  replies: { settings: settingsReply },
  run: () => Promise.resolve({ kind: 'form', form: 'settings' }),
} satisfies Command;
