import { readTargets } from '../../flows/targets/read-targets.ts';
import { targetLine } from '../../messages/figures/target-line.ts';
import { divider, header, plainSection } from '../../messages/kit/blocks.ts';
import { defineText } from '../../text/define-text.ts';
import type { HomeSection } from './section.ts';

const words = defineText({ en: { title: 'Targets' }, da: { title: 'Mål' }, nb: { title: 'Målene' } });

const mostShown = 10;

/** What the figures are to reach, and how far they are. */
export const targets: HomeSection = {
  name: 'targets',
  async gather(request) {
    const { today } = request;
    return { targets: await readTargets(request, today + 1, today) };
  },
  draw: ({ targets = [] }, locale) =>
    targets.length === 0
      ? []
      : [
          divider(),
          header(words(locale).title),
          plainSection(
            targets
              .slice(0, mostShown)
              .map((target) => targetLine(locale, target))
              .join('\n'),
          ),
        ],
};
