/**
 * A statement written by hand, with what it takes and gives. A test asks the database whether that is so, for every one
 * there is: a renamed column fails there and not before a user.
 */
export interface Statement<Takes extends readonly SqlType[] = readonly SqlType[], Gives extends SqlTypes = SqlTypes> {
  readonly text: string;
  /** The types of $1, $2, … */
  readonly takes: Takes;
  readonly gives: Gives;
}

export function statement<const Takes extends readonly SqlType[], Gives extends SqlTypes = Record<never, SqlType>>(
  text: string,
  takes: Takes,
  gives?: Gives,
): Statement<Takes, Gives> {
  return { text, takes, gives: gives ?? ({} as Gives) };
}

/**
 * Statements that differ in a part of their text: a table of all there can be, so that each is held against the
 * database. Each is made when it is first asked for.
 */
export function eachOf<const Key extends string | number, Made>(
  keys: readonly Key[],
  make: (key: Key) => Made,
): Readonly<Record<Key, Made>> {
  const all: Partial<Record<Key, Made>> = {};
  for (const key of keys) {
    let made: Made | undefined;
    const get = () => {
      made ??= make(key);
      return made;
    };
    Object.defineProperty(all, key, { enumerable: true, get });
  }
  return all as Record<Key, Made>;
}

/** What a statement gives, as JavaScript has it. */
export type Given<Gives extends SqlTypes> = {
  readonly [Name in keyof Gives]: Gives[Name] extends SqlType<infer Out> ? Out : never;
};

export type RowOf<S extends Statement> = Given<S['gives']>;

/** What is handed to a statement. */
export type Taken<Takes extends readonly SqlType[]> = {
  readonly [I in keyof Takes]: Takes[I] extends SqlType<unknown, infer In> ? In : never;
};

/** A type of the database: as what it is read, and as what it is handed over. */
export interface SqlType<Out = unknown, In = unknown> {
  /** As the database calls it. */
  readonly type: string;
  readonly out?: Out;
  readonly in?: In;
}

export type SqlTypes = Readonly<Record<string, SqlType>>;

export const bool: SqlType<boolean, boolean> = { type: 'boolean' };
export const int: SqlType<number, number> = { type: 'integer' };
export const small: SqlType<number, number> = { type: 'smallint' };
export const float: SqlType<number, number> = { type: 'double precision' };
/** Too large for a number: read as digits. */
export const big: SqlType<string, number | string> = { type: 'bigint' };
export const text: SqlType<string, string> = { type: 'text' };
export const instant: SqlType<Date, Date> = { type: 'timestamp with time zone' };
export const ints: SqlType<number[], string | readonly number[]> = { type: 'integer[]' };
export const bigs: SqlType<string[], string | readonly number[]> = { type: 'bigint[]' };
export const floats: SqlType<number[], string | readonly number[]> = { type: 'double precision[]' };
export const numerics: SqlType<string[], string> = { type: 'numeric[]' };
export const texts: SqlType<string[], readonly (string | null)[]> = { type: 'text[]' };

/** One of some texts. */
export function textOf<T extends string>(): SqlType<T, string> {
  return { type: 'text' };
}

/** A value of an enumeration of the database. */
export function enumOf<T extends string>(type: string): SqlType<T, string> {
  return { type };
}

/** Handed over as a text. */
export function json<T>(): SqlType<T, string> {
  return { type: 'jsonb' };
}

export function orNull<Out, In>(column: SqlType<Out, In>): SqlType<Out | null, In | null> {
  return column;
}

/** For columns that count days from 1970-01-01 in SQL. */
export const epochDay = `DATE '1970-01-01'`;
