/** Texts that are the same in English and in Danish or Norwegian, each looked at by a person. */
export const sameWords: readonly string[] = [
];
