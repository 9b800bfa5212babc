/** Whether a row is known by what it says, as it has no number of its own. */
export function isKeyedByContent(key: string): boolean {
  return key.startsWith('content:');
}

/** Whether an answer is known by the number of its response. */
export function isResponse(answerId: string): boolean {
  return answerId.startsWith('response:');
}
