/** A piece of Block Kit as it came over the wire. Nothing in it is trusted to have the shape that it should. */
export type Json = Readonly<Record<string, unknown>>;

export function toObject(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
}

/** The object under a key, or an empty one, so that a malformed block draws as little as it holds instead of failing. */
export function objectAt(from: Json, key: string): Json {
  return toObject(from[key]) ?? {};
}

export function textAt(from: Json, key: string): string {
  const value = from[key];
  return typeof value === 'string' ? value : '';
}

export function numberAt(from: Json, key: string): number | null {
  const value = from[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** The objects in the list under a key; anything else in that list is left out. */
export function listAt(from: Json, key: string): readonly Json[] {
  const value = from[key];
  return Array.isArray(value) ? value.map(toObject).filter((entry) => entry !== null) : [];
}

export function textsAt(from: Json, key: string): readonly string[] {
  const value = from[key];
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}
