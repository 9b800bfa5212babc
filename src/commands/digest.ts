import { gatherDigest } from '../flows/digests/gather.ts';
import { windowBefore } from '../loyalty/time/period.ts';
import { digestReply } from '../sections/digest/digest.ts';
import { digestSettingsReply } from '../sections/digest/digest-settings.ts';
import { digestSections } from '../sections/digest/index.ts';
import { defineText } from '../text/define-text.ts';
import { type Command, reply } from './command.ts';
import { mayManage } from './may-manage.ts';
import { givenWindow } from './window.ts';

const digestDays = 7;

/**
 * "digest" shows the digest of the last seven days to who asks; "now" posts it; "settings" says when it comes; "skip", "pause" and
 * "resume" are for the channel where they are said.
 */
export const digest = {
  words: ['digest', 'opsummering', 'oppsummering'],
  group: 'do',
  help: defineText({
    en: { usage: '/loyalty digest now', line: 'Post a digest here; “settings”: when it comes' },
    da: {
      usage: '/loyalty opsummering nu',
      line: 'Send en opsummering her; ”indstillinger”: hvornår',
    },
    nb: {
      usage: '/loyalty oppsummering nå',
      line: 'Send en oppsummering her; «innstillinger»: når',
    },
  }),
  replies: { digest: digestReply, 'digest-settings': digestSettingsReply },
  takes: { period: true, options: ['now', 'settings', 'skip', 'pause', 'resume'] },
  async run(asking, { option, period }) {
    if (option === 'settings') {
      mayManage(asking);
      return { kind: 'form', form: 'digest' };
    }
    if (option === 'now') {
      mayManage(asking);
      return { kind: 'digest-now' };
    }
    if (option === 'skip' || option === 'pause' || option === 'resume') {
      mayManage(asking);
      return { kind: 'digest-turn', turn: option };
    }
    const window = givenWindow(asking, period) ?? windowBefore(asking.asOf, digestDays);
    const { store, settings } = asking;
    const facts = await gatherDigest(digestSections, { store, settings, window, now: asking.now() });
    return reply({ kind: 'digest', digest: { ...facts, late: null } });
  },
} satisfies Command;
