import type { FollowUpFacts } from '../../facts/customer.ts';
import { statusPieces } from '../../messages/follow-ups/follow-up-words.ts';
import { bullets, type Piece, section } from '../../messages/kit/blocks.ts';
import { nameOf } from '../../messages/words/names.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { type DrawSection, nothingToTell } from './section.ts';

const words = defineText({
  en: {
    title: 'Follow-ups',
    counts: (open: string, claimed: string, overdue: string) => `open ${open}, claimed ${claimed}, overdue ${overdue}`,
    more: (count: string) => `and ${count} more`,
  },
  da: {
    title: 'Opfølgninger',
    counts: (open: string, claimed: string, overdue: string) => `åbne ${open}, taget ${claimed}, forfaldne ${overdue}`,
    more: (count: string) => `og ${count} til`,
  },
  nb: {
    title: 'Oppfølginger',
    counts: (open: string, claimed: string, overdue: string) => `åpne ${open}, tatt ${claimed}, forfalte ${overdue}`,
    more: (count: string) => `og ${count} til`,
  },
});

const mostListed = 10;

/** The follow-ups that are not done; left out when all are. */
export const drawFollowUpsSection: DrawSection = ({ followUps }, locale) => {
  const { open, claimed, overdue, list } = followUps;
  if (open + claimed === 0) return nothingToTell;
  const text = words(locale);
  const counts = text.counts(formatNumber(locale, open), formatNumber(locale, claimed), formatNumber(locale, overdue));
  const shown = list.slice(0, mostListed);
  const left = open + claimed - shown.length;
  const rows = shown.map((followUp) => row(followUp, locale));
  return {
    blocks: [
      section(`*${text.title}*: ${counts}`),
      ...(rows.length > 0 ? [bullets(left > 0 ? [...rows, [text.more(formatNumber(locale, left))]] : rows)] : []),
    ],
    summary: `${text.title}: ${counts}`,
  };
};

function row(followUp: FollowUpFacts, locale: Locale): Piece[] {
  return [{ bold: nameOf(locale, followUp.customer) }, ' · ', ...statusPieces(locale, followUp)];
}
