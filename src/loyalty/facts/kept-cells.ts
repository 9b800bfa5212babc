/** Twice what the longest column takes, so that what is cut was refused for its length. */
const longestCell = 20_000;
const longestRow = 60_000;
const mostCells = 1000;
/** Stands where something was cut. */
const mark = '[…]';

/** The cells of a row as they are kept to be given back: what no column takes is cut, with a mark. */
export function keptCells(cells: readonly string[]): readonly string[] {
  if (cells.length <= mostCells && charactersIn(cells) <= longestCell) return cells;
  let left = longestRow;
  const kept = cells.slice(0, mostCells).map((cell) => {
    const most = Math.min(longestCell, left);
    left -= Math.min(cell.length, most);
    return cell.length <= most ? cell : `${wholeCharacters(cell.slice(0, most))}${mark}`;
  });
  return cells.length > mostCells ? [...kept, mark] : kept;
}

export function charactersIn(cells: readonly string[]): number {
  let sum = 0;
  for (const cell of cells) sum += cell.length;
  return sum;
}

/** Not in the middle of a character of two units. */
export function wholeCharacters(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '');
}
