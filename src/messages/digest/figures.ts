import { defineText } from '../../text/define-text.ts';
import { figureTerms } from '../../text/terms.ts';
import { section } from '../blocks.ts';
import { countedHow } from '../docs-link.ts';
import { figureLine } from '../figure-line.ts';
import { valueWords } from '../figure-words.ts';
import { type DrawSection, nothingToTell } from './section.ts';

const words = defineText({ en: { title: 'Figures' }, da: { title: 'Tallene' }, nb: { title: 'Tallene' } });

/** The figures that rest on anything at all, with base and change. */
export const drawFiguresSection: DrawSection = ({ figures }, locale, { docsUrl }) => {
  const some = figures.filter(({ base }) => base > 0);
  if (some.length === 0) return nothingToTell;
  const list = some.map((report) => figureLine(locale, report)).join('\n');
  return {
    blocks: [section(`*${words(locale).title}*\n${list}`), countedHow(locale, docsUrl, null)],
    summary: some.map((report) => `${figureTerms(locale)[report.figure]} ${valueWords(locale, report)}`).join(', '),
  };
};
