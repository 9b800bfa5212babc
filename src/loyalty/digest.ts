/** The parts of a digest, in the order in which they are told. */
export const digestSections = ['figures', 'ladder', 'voices', 'follow-ups'] as const;
export type DigestSection = (typeof digestSections)[number];
