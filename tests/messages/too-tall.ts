/**
 * The messages that are taller than they may be, each with the lines that it has at most in any language. A number here only
 * sinks: whoever shortens a message lowers it, and takes it off the list when it holds its limit.
 */
export const tooTall: Readonly<Record<string, number>> = {};
