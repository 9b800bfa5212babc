import { z } from 'zod';
import type { Json } from '../json.ts';
import { Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import type { FirstDay } from '../state/first-day.ts';
import { scopesOf } from '../workspace/installation.ts';

export interface Call {
  readonly sandbox: Sandbox;
  /** The workspace that the bot token opens; for methods without one it is the first. */
  readonly day: FirstDay;
  /** Client id and secret, when they came as basic authorization. */
  readonly basicAuth: readonly [string, string] | null;
}

export interface Method {
  readonly token: 'bot' | 'app' | 'none';
  /** Needed whatever the arguments are. */
  readonly scope: string | null;
  /** The names of its arguments; null: any. */
  readonly known: readonly string[] | null;
  /** Runs with arguments that are not yet read. Throws Refusal. */
  readonly run: (call: Call, args: Json) => Json | Promise<Json>;
}

interface Definition<Schema extends z.ZodType> {
  readonly token?: Method['token'];
  readonly scope?: string;
  readonly args: Schema;
  readonly run: (call: Call, args: z.output<Schema>) => Json | Promise<Json>;
}

/** A method with its arguments; arguments that don't fit are refused as Slack does, with invalid_arguments. */
export function method<Schema extends z.ZodType>({ token = 'bot', scope, args, run }: Definition<Schema>): Method {
  return {
    token,
    scope: scope ?? null,
    known: args instanceof z.ZodObject ? Object.keys(args.shape) : null,
    run(call, given) {
      const read = args.safeParse(given);
      if (read.success) return run(call, read.data);
      const faults = read.error.issues.map((issue) => `${issue.message} [json-pointer:/${issue.path.join('/')}]`);
      throw new Refusal('invalid_arguments', {
        errors: faults,
        response_metadata: { messages: faults.map((fault) => `[ERROR] ${fault}`) },
      });
    },
  };
}

/** Refuses with missing_scope, with what is needed and what was given, unless the app has the scope. */
export function requireScope({ sandbox, day }: Pick<Call, 'sandbox' | 'day'>, needed: string): void {
  const provided = scopesOf(sandbox, day.id);
  if (!provided.includes(needed)) throw new Refusal('missing_scope', { needed, provided: provided.join(',') });
}

/** A yes or no, as form fields and JSON write it. */
export const flag = z
  .union([z.boolean(), z.enum(['true', 'false', '1', '0'])])
  .transform((v) => v === true || v === 'true' || v === '1');

/** A whole number, as form fields and JSON write it. */
export const count = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]).pipe(z.number().int());

/** A JSON value that form fields carry as a string. */
export function json<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (typeof value === 'string' ? parse(value) : value), schema);
}

export const anyObject = z.record(z.string(), z.unknown());

/** A page of a list: cursor and limit, as list methods have them. */
export const paging = { cursor: z.string().optional(), limit: count.optional() };

/** Cuts one page out of a list; the cursor is the place where the next one begins. */
export function page<T>(
  all: readonly T[],
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit?: number | undefined },
  defaultLimit: number,
): { readonly items: readonly T[]; readonly nextCursor: string } {
  const start = cursor ? readCursor(cursor) : 0;
  const end = start + Math.min(limit || defaultLimit, 1000);
  const nextCursor = end < all.length ? Buffer.from(`from:${end}`).toString('base64') : '';
  return { items: all.slice(start, end), nextCursor };
}

function readCursor(cursor: string): number {
  const found = /^from:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8'));
  if (!found) throw new Refusal('invalid_cursor');
  return Number(found[1]);
}

/** What is no JSON stays a string, and the schema says that it does not fit. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
