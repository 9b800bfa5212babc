/** A JSON object as it comes off the wire. */
export type Json = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object (no array, no null). */
export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The members of a list that are JSON objects; anything else, also a value that is no list, gives none. */
export function jsonList(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

/** A string member, or null. */
export function stringOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
