/**
 * Columns for `unnest`, as text that PostgreSQL takes apart: many times cheaper than arrays that the driver quotes
 * value by value.
 */

/** For `$n::int[]` and other numeric arrays. */
export function numberArray(values: readonly number[]): string {
  return `{${values.join()}}`;
}

/**
 * For `string_to_array($n, E'\x1f')`.
 *
 * @throws Error when a value holds the separator, which no reader of what comes in lets pass
 */
export function textArray(values: readonly string[]): string {
  const joined = values.join(separator);
  let separators = 0;
  for (let at = joined.indexOf(separator); at !== -1; at = joined.indexOf(separator, at + 1)) separators += 1;
  if (separators > Math.max(values.length - 1, 0)) throw new Error('A text holds the control character U+001F.');
  return joined;
}

const separator = '\u001f';

/** Takes apart what `textArray` made; with `nulls`, an empty text is null. */
export function textColumn(parameter: number, nulls = false): string {
  return `string_to_array($${parameter}, E'\\x1f'${nulls ? `, ''` : ''})`;
}

/** The place of the newest before a day in a column of ascending days, found by halving; 0, where there is nothing: none. */
export function placeBefore(day: string, days: string): string {
  return `width_bucket(${day} - 1, ${days})`;
}

/** Whole numbers from a text: "1,-2 3" → 1, -2, 3. Quicker than to cut it up, where there are millions. */
export function readNumbers(text: string): number[] {
  const numbers: number[] = [];
  let number = 0;
  let sign = 1;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= 48) number = number * 10 + code - 48;
    else if (code === 45) sign = -1;
    else {
      numbers.push(sign * number);
      number = 0;
      sign = 1;
    }
  }
  numbers.push(sign * number);
  return numbers;
}
