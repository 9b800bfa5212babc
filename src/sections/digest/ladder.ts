import { section } from '../../messages/kit/blocks.ts';
import { ladderPictures, movementBlocks, movementSummary, rungLines } from '../../messages/ladder/ladder.ts';
import { defineText } from '../../text/define-text.ts';
import { type DrawSection, nothingToTell } from './section.ts';

const words = defineText({
  en: { title: 'The loyalty ladder' },
  da: { title: 'Loyalitetsstigen' },
  nb: { title: 'Lojalitetsstigen' },
});

/** Movement on the ladder; left out when nobody moved. */
export const drawLadderSection: DrawSection = ({ ladder }, locale) => {
  if (!ladder.movements.some(({ count }) => count > 0)) return nothingToTell;
  return {
    blocks: [
      section(`*${words(locale).title}*\n${rungLines(locale, ladder)}`),
      ...ladderPictures(locale, ladder),
      ...movementBlocks(locale, ladder),
    ],
    summary: movementSummary(locale, ladder),
  };
};
