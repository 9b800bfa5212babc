/** An option that stands there with two values, of which one would be passed over; null where none does. */
export function saidTwice(
  tokens: readonly { readonly kind: string; readonly name?: string; readonly value?: unknown }[],
): [option: string, first: string, second: string] | null {
  const said = new Map<string, string>();
  for (const { kind, name = '', value } of tokens) {
    if (kind !== 'option' || typeof value !== 'string') continue;
    const before = said.get(name) ?? value;
    if (before !== value) return [`--${name}`, before, value];
    said.set(name, value);
  }
  return null;
}
