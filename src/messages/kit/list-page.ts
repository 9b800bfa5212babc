import type { KnownBlock } from '@slack/types';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { context, header } from './blocks.ts';

/** What every list says that goes on by pages. */
export const listWords = defineText({
  en: {
    of: (count: string, base: string) => `${count} of ${base}`,
    atLeast: (count: string) => `At least ${count}`,
    more: 'Show more',
    file: 'Get as a file',
    inTerminal: 'All of them: --csv FILE',
  },
  da: {
    of: (count: string, base: string) => `${count} af ${base}`,
    atLeast: (count: string) => `Mindst ${count}`,
    more: 'Vis flere',
    file: 'Hent som fil',
    inTerminal: 'Alle: --csv FIL',
  },
  nb: {
    of: (count: string, base: string) => `${count} av ${base}`,
    atLeast: (count: string) => `Minst ${count}`,
    more: 'Vis flere',
    file: 'Hent som fil',
    inTerminal: 'Alle: --csv FIL',
  },
});

/** A headline of two lines. */
const mostInTitle = 125;

/** "12 of 400 customers: ambassadors, country NO"; what is asked for stands below the count where that is too long. */
export function listHead(count: string, asked: string): { readonly title: string; readonly blocks: KnownBlock[] } {
  const title = asked === '' ? count : `${count}: ${asked}`;
  const isLong = title.length > mostInTitle;
  return { title, blocks: isLong ? [header(count), context(asked)] : [header(title)] };
}

/** " (11–20)"; of the first page nothing. */
export function placesShown(locale: Locale, before: number, shown: number): string {
  if (before === 0 || shown === 0) return '';
  return ` (${formatNumber(locale, before + 1)}–${formatNumber(locale, before + shown)})`;
}

/** Slack takes 2,000 characters in a button: of a list with endless names there is none. */
export function fitsButton(query: object): boolean {
  return JSON.stringify(query).length < 1800;
}
