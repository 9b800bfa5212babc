/**
 * What a member wrote, from the text of a message as Slack hands it over: links by their words, mentions by a name or id,
 * and `&`, `<`, `>` as they were typed.
 */
export function fromSlackText(text: string): string {
  return text
    .replaceAll(/<([@#!]?)([^>|]*)(?:\|([^>]*))?>/g, (_, sign: string, target: string, label?: string) =>
      sign === '' ? label || target : `${sign === '#' ? '#' : '@'}${label || target}`,
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
