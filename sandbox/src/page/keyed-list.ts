/** A drawn thing that can take a newer state of what it draws. */
export interface Drawn<Item> {
  readonly node: HTMLElement;
  readonly update?: (item: Item) => void;
}

/**
 * Keeps the children of `host` in step with a list. An item whose key was there before keeps its node, with focus and
 * typed text in it; a node is moved only when it does not already stand where it belongs.
 */
export function keyedList<Item>(
  host: HTMLElement,
  keyOf: (item: Item) => string,
  draw: (item: Item) => Drawn<Item>,
): (items: readonly Item[]) => void {
  let drawn = new Map<string, Drawn<Item>>();
  return (items) => {
    const next = new Map<string, Drawn<Item>>();
    for (const item of items) {
      const key = uniqueKey(next, keyOf(item));
      const before = drawn.get(key);
      before?.update?.(item);
      next.set(key, before ?? draw(item));
    }
    for (const [key, { node }] of drawn) if (!next.has(key)) node.remove();
    place(host, [...next.values()]);
    drawn = next;
  };
}

function uniqueKey(taken: ReadonlyMap<string, unknown>, key: string): string {
  let unique = key;
  for (let n = 2; taken.has(unique); n += 1) unique = `${key}#${n}`;
  return unique;
}

function place<Item>(host: HTMLElement, entries: readonly Drawn<Item>[]): void {
  let position: Element | null = host.firstElementChild;
  for (const { node } of entries) {
    if (node === position) position = position.nextElementSibling;
    else host.insertBefore(node, position);
  }
}
