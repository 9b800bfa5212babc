import { defineText, type Locale } from '../../text/define-text.ts';
import { counted } from '../../text/plural.ts';

const words = defineText({
  en: {
    open: { one: 'open', many: 'open' },
    claimed: { one: 'claimed', many: 'claimed' },
    overdue: { one: 'overdue', many: 'overdue' },
    done: { one: 'done', many: 'done' },
  },
  da: {
    open: { one: 'åben', many: 'åbne' },
    claimed: { one: 'i gang', many: 'i gang' },
    overdue: { one: 'forfalden', many: 'forfaldne' },
    done: { one: 'løst', many: 'løst' },
  },
  nb: {
    open: { one: 'åpen', many: 'åpne' },
    claimed: { one: 'i arbeid', many: 'i arbeid' },
    overdue: { one: 'forfalt', many: 'forfalte' },
    done: { one: 'løst', many: 'løst' },
  },
});

/** "7 open · 1 claimed · 0 overdue", in the order in which they are given. */
export function followUpCounts(
  locale: Locale,
  counts: Readonly<Partial<Record<'open' | 'claimed' | 'overdue' | 'done', number>>>,
): string {
  const text = words(locale);
  const names = Object.keys(counts) as (keyof typeof counts)[];
  return names.map((name) => counted(locale, counts[name] ?? 0, text[name])).join(' · ');
}
