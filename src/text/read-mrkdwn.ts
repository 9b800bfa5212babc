/**
 * The words of a text in Slack's notation, as a person reads them: links by their label, mentions by their name where
 * there is one, `&amp;`, `&lt;` and `&gt;` as the characters they stand for.
 */
export function readMrkdwn(text: string): string {
  return text
    .replaceAll(/<([@#!]?)([^\s<>|][^<>|]*)(?:\|([^<>]*))?>/g, (_, mark: string, target: string, label = '') =>
      mark === '' ? label || withoutScheme(target) : mentionOf(mark, target, label),
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** Dates and groups bring their words along; a channel's name has no mark in its label. */
function mentionOf(mark: string, target: string, label: string): string {
  if (mark === '!') return label || `@${target}`;
  return label === '' || label.startsWith(mark) ? label || `${mark}${target}` : `${mark}${label}`;
}

function withoutScheme(target: string): string {
  return target.replace(/^(mailto|tel):/, '');
}
