/** What the audit, and whatever else says who did it, calls somebody in a terminal: Slack knows nobody by it. */
export const terminalActor = 'shell';
