import { type KeptRead, tallyNumbers } from '../../loyalty/counts/kept-read.ts';
import { stayKinds } from '../../loyalty/counts/stays.ts';

/** The numbers of several reads one after another, for whoever has any; what is not there counts nothing. */
export function inARow(
  all: readonly { readonly read: KeptRead; readonly numbers: ReadonlyMap<string, readonly number[]> }[],
): Map<string, readonly number[]> {
  const keys = new Set(all.flatMap(({ numbers }) => [...numbers.keys()]));
  const numbersOf = (key: string) =>
    all.flatMap(({ read, numbers }) => Array.from({ length: widthOf(read) }, (_, i) => numbers.get(key)?.[i] ?? 0));
  return new Map([...keys].map((key) => [key, numbersOf(key)]));
}

/** How many numbers a read comes to. */
function widthOf(read: KeptRead): number {
  switch (read.kind) {
    case 'stays':
      return stayKinds[read.of];
    case 'tallies':
      return tallyNumbers[read.of];
    case 'won':
      return 1;
    case 'spend':
    case 'revenue':
      return 2;
    case 'sales':
      return 4;
  }
}
