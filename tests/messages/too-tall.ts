/**
 * The messages that are taller than they may be, each with the lines that it has at most in any language. A number here only
 * sinks: whoever shortens a message lowers it, and takes it off the list when it holds its limit.
 */
export const tooTall: Readonly<Record<string, number>> = {
  'post-answer-reply': 48,
  'post-follow-up-claimed': 11,
  'post-follow-up-done': 12,
  'post-follow-up-done-for-other': 12,
  'post-follow-up-handed-back-for-other': 12,
  'post-follow-up-open': 11,
  'post-import-failed': 49,
  'post-import-finished': 46,
  'post-import-not-undone': 47,
  'post-shared': 49,
  'reply-cohorts': 18,
  'reply-digest-settings': 75,
  'reply-figure-by-segment': 58,
  'reply-import': 46,
  'reply-ladder': 49,
  'reply-ladder-year': 49,
  'reply-settings': 15,
  'reply-targets': 31,
};
