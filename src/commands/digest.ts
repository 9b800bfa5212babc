import { UserError } from '../errors.ts';
import { gatherDigest } from '../flows/digests/gather.ts';
import { windowBefore } from '../loyalty/time/period.ts';
import { digestReply } from '../sections/digest/digest.ts';
import { digestSettingsReply } from '../sections/digest/digest-settings.ts';
import { digestSections } from '../sections/digest/index.ts';
import { defineText } from '../text/define-text.ts';
import { type Command, reply } from './command.ts';
import { mayManage } from './may-manage.ts';
import { hasOption } from './option-words.ts';

const digestDays = 7;

/** "digest" shows the digest of the last seven days to who asks; "now" posts it; "settings" says when it comes. */
export const digest = {
  words: ['digest', 'opsummering', 'oppsummering'],
  help: defineText({
    en: { usage: '/loyalty digest now', line: 'Post a digest in this channel; “settings” says when it comes' },
    da: {
      usage: '/loyalty opsummering nu',
      line: 'Send en opsummering til kanalen; ”indstillinger” bestemmer, hvornår den kommer',
    },
    nb: {
      usage: '/loyalty oppsummering nå',
      line: 'Send en oppsummering til kanalen; «innstillinger» bestemmer når den kommer',
    },
  }),
  replies: { digest: digestReply, 'digest-settings': digestSettingsReply },
  async run(asking, words) {
    if (hasOption(words, 'settings')) {
      mayManage(asking);
      return { kind: 'form', form: 'digest' };
    }
    if (hasOption(words, 'now')) {
      mayManage(asking);
      return { kind: 'digest-now' };
    }
    if (words.length > 0) throw new UserError('bad-digest', (locale) => whatToType[locale], { understood: false });
    const window = windowBefore(asking.asOf, asking.windowDays ?? digestDays);
    const { store, settings } = asking;
    const facts = await gatherDigest(digestSections, { store, settings, window, now: asking.now() });
    return reply({ kind: 'digest', digest: { ...facts, late: null } });
  },
} satisfies Command;

const whatToType = {
  en: 'Type `/loyalty digest` to see it, `/loyalty digest now` to post it here, or `/loyalty digest settings` to say when it comes.',
  da: 'Skriv `/loyalty opsummering` for at se den, `/loyalty opsummering nu` for at sende den til kanalen eller `/loyalty opsummering indstillinger` for at vælge, hvornår den kommer.',
  nb: 'Skriv `/loyalty oppsummering` for å se den, `/loyalty oppsummering nå` for å sende den til kanalen eller `/loyalty oppsummering innstillinger` for å velge når den kommer.',
};
