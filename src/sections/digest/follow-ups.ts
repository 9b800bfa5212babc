import { readFollowUps } from '../../flows/follow-ups/read-follow-ups.ts';
import { statusPieces } from '../../messages/follow-ups/follow-up-words.ts';
import { bullets, type Piece, section } from '../../messages/kit/blocks.ts';
import { nameOf } from '../../messages/words/names.ts';
import { defineText } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { nothingToTell } from '../section.ts';
import type { DigestSection } from './section.ts';

const words = defineText({
  en: {
    title: 'follow-ups',
    heading: 'Follow-ups',
    counts: (open: string, claimed: string, overdue: string) => `open ${open}, claimed ${claimed}, overdue ${overdue}`,
    more: (count: string) => `and ${count} more`,
  },
  da: {
    title: 'opfølgninger',
    heading: 'Opfølgninger',
    counts: (open: string, claimed: string, overdue: string) => `åbne ${open}, taget ${claimed}, forfaldne ${overdue}`,
    more: (count: string) => `og ${count} til`,
  },
  nb: {
    title: 'oppfølginger',
    heading: 'Oppfølginger',
    counts: (open: string, claimed: string, overdue: string) => `åpne ${open}, tatt ${claimed}, forfalte ${overdue}`,
    more: (count: string) => `og ${count} til`,
  },
});

const gathered = 5;
const mostListed = 10;

/** The follow-ups that are not done; left out when all are. */
export const followUps: DigestSection = {
  name: 'follow-ups',
  title: (locale) => words(locale).title,
  async gather(request) {
    const { store, today, now } = request;
    const { followUps } = await store.followUps.list({ kind: 'all' }, today, gathered);
    const counts = await store.followUps.counts(today);
    return { followUps: { ...counts, list: await readFollowUps(request, followUps, now) } };
  },
  draw({ followUps }, locale) {
    if (!followUps) return nothingToTell;
    const { open, claimed, overdue, list } = followUps;
    if (open + claimed === 0) return nothingToTell;
    const text = words(locale);
    const counts = text.counts(
      formatNumber(locale, open),
      formatNumber(locale, claimed),
      formatNumber(locale, overdue),
    );
    const shown = list.slice(0, mostListed);
    const left = open + claimed - shown.length;
    const rows = shown.map((followUp): Piece[] => [
      { bold: nameOf(locale, followUp.customer) },
      ' · ',
      ...statusPieces(locale, followUp),
    ]);
    return {
      blocks: [
        section(`*${text.heading}*: ${counts}`),
        ...(rows.length > 0 ? [bullets(left > 0 ? [...rows, [text.more(formatNumber(locale, left))]] : rows)] : []),
      ],
      summary: `${text.heading}: ${counts}`,
    };
  },
};
