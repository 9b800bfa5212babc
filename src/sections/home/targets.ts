import { readFirstTargets } from '../../flows/targets/read-targets.ts';
import { targetLine } from '../../messages/figures/target-line.ts';
import { targetsWords } from '../../messages/figures/targets-words.ts';
import { header, plainSection } from '../../messages/kit/blocks.ts';
import type { HomeSection } from './section.ts';

/** What the figures are to reach, and how far they are. */
export const targets: HomeSection = {
  name: 'targets',
  of: 'figures',
  async gather(request) {
    const { today } = request;
    return readFirstTargets(request, today + 1, today);
  },
  draw: ({ targets = [], furtherTargets }, locale) =>
    targets.length === 0
      ? []
      : [
          header(targetsWords(locale, targets, furtherTargets)),
          plainSection(targets.map((target) => targetLine(locale, target)).join('\n')),
        ],
};
