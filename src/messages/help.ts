import { defineText, type Locale } from '../text/define-text.ts';
import { shortened } from '../text/shorten.ts';
import { escapeMrkdwn, oneLine } from '../text/typed.ts';
import { header, section } from './kit/blocks.ts';
import { type Message, toMessage } from './kit/message.ts';

const words = defineText({
  en: {
    title: 'What you can type',
    unknown: (typed: string) => `“${typed}” is not a word I know.`,
    nearest: (usage: string) => `Did you mean \`${usage}\`?`,
    languages: 'The words work in English, Danish and Norwegian.',
  },
  da: {
    title: 'Det kan du skrive',
    unknown: (typed: string) => `”${typed}” er ikke et ord, jeg kender.`,
    nearest: (usage: string) => `Mente du \`${usage}\`?`,
    languages: 'Ordene virker på dansk, norsk og engelsk.',
  },
  nb: {
    title: 'Dette kan du skrive',
    unknown: (typed: string) => `«${typed}» er ikke et ord jeg kjenner.`,
    nearest: (usage: string) => `Mente du \`${usage}\`?`,
    languages: 'Ordene fungerer på norsk, dansk og engelsk.',
  },
});

/**
 * The list of commands; a word that was not understood stands first, with the nearest that is.
 *
 * @param unknown `nearest`: what to type for it
 */
export function drawHelp(
  unknown: { readonly typed: string; readonly nearest: string | null } | null,
  commands: readonly { readonly usage: string; readonly line: string }[],
  locale: Locale,
): Message {
  const text = words(locale);
  const list = commands.map(({ usage, line }) => `\`${usage}\` – ${line}`);
  const sorry = unknown ? unknownLine(unknown, locale) : null;
  return toMessage(`${sorry ? `${sorry} ` : ''}${text.title}: ${commands.map(({ usage }) => usage).join(', ')}`, [
    ...(sorry ? [section(sorry)] : []),
    header(text.title),
    section(list.join('\n') || text.languages),
    section(text.languages),
  ]);
}

function unknownLine({ typed, nearest }: { typed: string; nearest: string | null }, locale: Locale): string {
  const text = words(locale);
  const sorry = text.unknown(escapeMrkdwn(shortened(oneLine(typed), 100)));
  return nearest === null ? sorry : `${sorry} ${text.nearest(shortest(nearest))}`;
}

/** "/loyalty nps" of "/loyalty nps 90 by rung". */
function shortest(usage: string): string {
  return usage.split(' ').slice(0, 2).join(' ');
}
