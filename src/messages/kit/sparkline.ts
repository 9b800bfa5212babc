/**
 * Values in one word: "▁▃▅▇", from the least to the most. Between values a dot keeps the place where there is none, but not
 * before the first and after the last, where it would be read as the dot between what follows. Values that are all the same
 * make a flat line.
 */
export function sparkline(values: readonly (number | null)[]): string {
  const some = values.filter((value) => value !== null && Number.isFinite(value)) as number[];
  const [least, most] = [Math.min(...some), Math.max(...some)];
  return values
    .map((value) => {
      if (value === null || !Number.isFinite(value)) return '·';
      return steps[most > least ? Math.round(((value - least) / (most - least)) * (steps.length - 1)) : 3];
    })
    .join('')
    .replace(/^·+|·+$/g, '');
}

const steps = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
