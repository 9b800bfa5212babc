/** Lower case without accents, blanks and punctuation; ø and oe, å and aa, æ and ae are the same. */
export function foldHeader(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[øœ]/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/[^\p{Letter}\p{Number}]/gu, '')
    .replace(/oe/g, 'o')
    .replace(/aa/g, 'a')
    .replace(/ae/g, 'a');
}

/** Names in lists with commas between them, as folded headers and cells are compared with them. */
export function foldedNames(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(',')).map(foldHeader));
}
