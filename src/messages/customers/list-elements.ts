import type { Button, StaticSelect } from '@slack/types';
import type { RungCounts } from '../../facts/ladder.ts';
import type { Part } from '../../loyalty/figures/figure.ts';
import { rungs } from '../../loyalty/ladder/rung-rules.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { counted } from '../../text/plural.ts';
import { rungTerms } from '../../text/terms.ts';
import { menuElement } from '../kit/menu.ts';
import { sayButton } from '../kit/say-button.ts';

const words = defineText({
  en: { who: 'Who are they?', rungs: 'The ladder' },
  da: { who: 'Hvem er de?', rungs: 'Stigen' },
  nb: { who: 'Hvem er de?', rungs: 'Stigen' },
});

/** Opens the list of those who stand on a rung, the top one first; nothing where nobody stands on any. */
export function rungListElements(locale: Locale, counts: RungCounts): StaticSelect[] {
  const some = [...rungs].reverse().filter((rung) => counts[rung] > 0);
  if (some.length === 0) return [];
  const choices = some.map((rung) => ({
    label: counted(locale, counts[rung], rungTerms(locale)[rung]),
    value: { words: `customers rung:${rung}` },
  }));
  return [menuElement(sayButton, words(locale).who, [{ title: words(locale).rungs, choices }])];
}

/** Opens the list of those customers of some parts who are behind a figure. */
export function figureListElement(label: string, list: string, parts: readonly (Part | undefined)[]): Button | null {
  const said = parts.flatMap((part) => (part ? [`${part.dimension}:"${part.value}"`] : []));
  // Nobody is known by "", and a name with quotation marks cannot be said.
  const canBeSaid = parts.every((part) => !part || /^[^"“”„«»]+$/.test(part.value));
  const typed = [list, ...said].join(' ');
  return canBeSaid && typed.length <= 300 ? sayButton.element(label, { words: typed }) : null;
}
