/** The respondents of votes as a standing has them: none where all votes are the customer's own. */
export function namedRespondents(respondents: readonly number[]): readonly number[] {
  return respondents.some((id) => id !== 0) ? respondents : [];
}
