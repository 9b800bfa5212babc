import { z } from 'zod';

/** Reads a value that Slack carried for us as text: JSON of what the schema says, or no value at all. */
export function jsonText<T>(schema: z.ZodType<T>): z.ZodType<T, string> {
  // zod cannot follow the input type through a transform of unknown.
  return z.string().transform(fromJson).pipe(schema) as unknown as z.ZodType<T, string>;
}

function fromJson(text: string, { issues }: { issues: z.core.$ZodRawIssue[] }): unknown {
  try {
    return JSON.parse(text);
  } catch {
    issues.push({ code: 'custom', message: 'not JSON', input: text });
    return z.NEVER;
  }
}
