/**
 * Values in one word: "▁▃▅▇", from the least to the most. Where there is no value a dot keeps the place; values that are
 * all the same make a flat line.
 */
export function sparkline(values: readonly (number | null)[]): string {
  const some = values.filter((value) => value !== null && Number.isFinite(value)) as number[];
  const [least, most] = [Math.min(...some), Math.max(...some)];
  return values
    .map((value) => {
      if (value === null || !Number.isFinite(value)) return '·';
      return steps[most > least ? Math.round(((value - least) / (most - least)) * (steps.length - 1)) : 3];
    })
    .join('');
}

const steps = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
