/**
 * Ends a sentence with a full stop, unless what it ends with stops it already: a name in initials ("A. H."), "kr.", or a
 * quotation that closes a sentence of its own. A second stop that was put after such an end is taken away.
 */
export function sentence(text: string): string {
  const words = text.trim().replace(stoppedTwice, '$1');
  return words === '' || stopped.test(words) ? words : `${words}.`;
}

/** Sentences after each other; those without words are left out. */
export function sentences(...parts: readonly string[]): string {
  return parts
    .map(sentence)
    .filter((part) => part !== '')
    .join(' ');
}

const stopped = /[.!?…]["'”“’»)\]]*$/u;
/** Three dots and more are the writer's own. */
const stoppedTwice = /((?<!\.)[.!?…]["'”“’»)\]]*)\.$/u;
