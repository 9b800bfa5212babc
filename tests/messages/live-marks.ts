/** Ids of members and channels that the facts hold as such: these may be mentioned. */
const ours = /<@U0(ASTEWARD|ADMIN|OWNER|STEWARD\d+)>|<#C0ALERTS>/g;

/**
 * Mentions, links and broadcasts that come from what people typed, in all places that Slack reads as mrkdwn or as
 * elements of their own.
 */
export function liveMarks(part: unknown, at = ''): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const node = part as Record<string, unknown>;
  const inner = Object.entries(node).flatMap(([key, value]) => liveMarks(value, `${at}/${key}`));
  const readsMarks = node.type === 'mrkdwn' || (at === '' && Array.isArray(node.blocks));
  const text = readsMarks && typeof node.text === 'string' ? node.text.replaceAll(ours, '') : '';
  const lives = text.match(/<[^>]*>?|&(?!(amp|lt|gt);)/g) ?? [];
  const linked = ['link', 'broadcast', 'usergroup', 'team'].includes(String(node.type)) ? [String(node.type)] : [];
  return [...inner, ...[...lives, ...linked].map((mark) => `${at}: ${mark}`)];
}
