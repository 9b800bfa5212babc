import type { DigestFacts, PostedDigest } from '../../facts/report.ts';
import { hasNews } from '../../flows/digests/digest-news.ts';
import { divider, header, section, context as smallPrint } from '../../messages/kit/blocks.ts';
import { withIsoDays } from '../../messages/kit/json.ts';
import { type Message, toMessage } from '../../messages/kit/message.ts';
import type { Presenter } from '../../messages/kit/presenter.ts';
import { formatDays, formatInstant } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { sentences } from '../../text/sentence.ts';
import { capital } from '../../text/terms.ts';
import { lateWords } from '../late-words.ts';
import type { SectionDrawing } from '../section.ts';
import { digestButtons } from './digest-buttons.ts';
import { figures } from './figures.ts';
import { followUps } from './follow-ups.ts';
import { digestSections } from './index.ts';
import { ladder } from './ladder.ts';
import type { DigestContext, DigestSection } from './section.ts';

const words = defineText({
  en: {
    title: (days: string) => `Customers, ${days}`,
    quiet: 'nothing new: nobody moved, nothing waits, and no figure changed beyond chance.',
    next: (at: string) => `Next: ${at}`,
    details: 'Who moved, and every figure',
    late: (at: string) => `Late: due ${at}.`,
    skipped: (count: number) => (count === 1 ? ' One earlier is left out.' : ` ${count} earlier are left out.`),
  },
  da: {
    title: (days: string) => `Kunderne, ${days}`,
    quiet: 'intet nyt. Ingen rykkede op eller ned, intet venter, og der er ingen sikre ændringer i tallene.',
    next: (at: string) => `Næste: ${at}`,
    details: 'Hvem skiftede trin, og alle tal',
    late: (at: string) => `Forsinket fra ${at}.`,
    skipped: (count: number) =>
      count === 1 ? ' Én tidligere er sprunget over.' : ` ${count} tidligere er sprunget over.`,
  },
  nb: {
    title: (days: string) => `Kundene, ${days}`,
    quiet: 'ingenting nytt. Ingen rykket opp eller ned, ingenting venter, og det er ingen sikre endringer i tallene.',
    next: (at: string) => `Neste: ${at}`,
    details: 'Hvem skiftet trinn, og alle tall',
    late: (at: string) => `Forsinket fra ${at}.`,
    skipped: (count: number) => (count === 1 ? ' Én tidligere er hoppet over.' : ` ${count} tidligere er hoppet over.`),
  },
});

/** How a digest that was asked for is told. */
export const digestReply: Presenter<'digest'> = {
  draw: ({ digest }, locale, context) => drawDigest(digest, locale, context),
  json: ({ digest }) => withIsoDays(digest),
};

/**
 * What happened since the last digest: the finding, what waits for somebody, what changed. An empty section is left out; days
 * without news are one line.
 */
export function drawDigest(whole: DigestFacts, locale: Locale, context: DigestContext): Message {
  const digest = onlyChosen(whole);
  const text = words(locale);
  const days = formatDays(locale, digest.window.from, digest.window.to);
  const late = lateWords(digest.late, locale, text);
  if (!hasNews(digest)) {
    const quiet = sentences(`${days}: ${text.quiet}`, ...(late ? [late] : []));
    return toMessage(quiet, [section(quiet)]);
  }
  const drawn = drawSections(digest, locale, context);
  const findings = findingsOf(digest, locale, context);
  const next = nextWords(locale, context.posted ?? null);
  const title = findings.length > 0 ? capital(findings.join(' · ')) : text.title(days);
  return toMessage(sentences(`${title} (${days})`, ...drawn.flatMap(({ summary }) => summary ?? [])), [
    header(title),
    smallPrint([days, ...(late ? [late] : [...drawn.flatMap(({ aside }) => aside ?? []), ...next])].join(' · ')),
    ...drawn.flatMap(({ blocks }) => blocks),
    ...digestButtons(digest, locale, context.posted ?? null),
  ]);
}

/** "Next: Monday 30 November at 09:00", of one that stands in a channel that gets another. One that comes late says that instead. */
function nextWords(locale: Locale, posted: PostedDigest | null): string[] {
  if (!posted || posted.nextDueAt === null) return [];
  return [words(locale).next(formatInstant(locale, new Date(posted.nextDueAt), posted.timeZone))];
}

/** What goes into the thread of a digest: who moved, and every figure with what it rests on. */
export function drawDigestDetails(digest: DigestFacts, locale: Locale, context: DigestContext): Message {
  const details = drawSections(digest, locale, context).map(({ details = [] }) => details);
  const told = details.filter((parts) => parts.length > 0);
  return toMessage(
    words(locale).details,
    told.flatMap((parts, i) => [...(i > 0 ? [divider()] : []), ...parts]),
  );
}

/** Who moved and what waits; where there is neither, the figure that changed. */
function findingsOf(digest: DigestFacts, locale: Locale, context: DigestContext): string[] {
  const of = (section: DigestSection) =>
    digest.sections.includes(section.name) ? (section.draw(digest, locale, context).headline ?? []) : [];
  const findings = [ladder, followUps].flatMap(of);
  return findings.length > 0 ? findings : [figures].flatMap(of);
}

/** Earlier digests hold facts of sections that are off. */
function onlyChosen({
  window,
  sections,
  late,
  figures,
  targets,
  ladder,
  goodVoices,
  badVoices,
  followUps,
}: DigestFacts): DigestFacts {
  const isOn = (name: string) => sections.includes(name);
  return {
    window,
    sections,
    late,
    ...(isOn('figures') && { figures, targets }),
    ...(isOn('ladder') && { ladder }),
    ...(isOn('voices') && { goodVoices, badVoices }),
    ...(isOn('follow-ups') && { followUps }),
  };
}

function drawSections(digest: DigestFacts, locale: Locale, context: DigestContext): SectionDrawing[] {
  return digestSections
    .filter(({ name }) => digest.sections.includes(name))
    .map((section) => section.draw(digest, locale, context));
}
