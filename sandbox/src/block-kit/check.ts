import { isJson, type Json } from '../json.ts';

export type Surface = 'message' | 'modal' | 'home';

/** Where a fault is told: its words, and the JSON pointer to the place. */
export interface Spot {
  readonly surface: Surface;
  report(words: string, pointer: string): void;
}

/** Looks at one value and tells what is wrong with it. */
export type Check = (value: unknown, at: string, spot: Spot) => void;

/** A string of `min` to `max` characters (UTF-16 units, as JavaScript counts). */
export function text({ min = 1, max }: { readonly min?: number; readonly max: number }): Check {
  return (value, at, spot) => {
    if (typeof value !== 'string') spot.report('must be a string', at);
    else if (value.length < min) spot.report(`must be more than ${min - 1} characters`, at);
    else if (value.length > max) spot.report(`must be less than ${max + 1} characters`, at);
  };
}

/** A string of a certain form. */
export function pattern(form: RegExp, words: string): Check {
  return (value, at, spot) => {
    if (typeof value !== 'string' || !form.test(value)) spot.report(words, at);
  };
}

export const flag: Check = (value, at, spot) => {
  if (typeof value !== 'boolean') spot.report('must be a boolean', at);
};

/** A whole number from `min` to `max`. */
export function whole(min: number, max: number): Check {
  return (value, at, spot) => {
    if (!Number.isInteger(value)) spot.report('must be an integer', at);
    else if (Number(value) < min) spot.report(`must be greater than ${min - 1}`, at);
    else if (Number(value) > max) spot.report(`must be less than ${max + 1}`, at);
  };
}

export const finite: Check = (value, at, spot) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) spot.report('must be a number', at);
};

export function oneOf(...allowed: readonly unknown[]): Check {
  return (value, at, spot) => {
    if (!allowed.includes(value)) spot.report(`must be one of: ${allowed.join(', ')}`, at);
  };
}

/** A list of `min` to `max` items, each of which is looked at. */
export function list(item: Check, { min = 1, max }: { readonly min?: number; readonly max: number }): Check {
  return (value, at, spot) => {
    if (!Array.isArray(value)) {
      spot.report('must be an array', at);
      return;
    }
    if (value.length < min) spot.report(`no less than ${min} items allowed`, at);
    if (value.length > max) spot.report(`no more than ${max} items allowed`, at);
    value.forEach((one, n) => {
      item(one, `${at}/${n}`, spot);
    });
  };
}

type Fields = Readonly<Record<string, Check>>;

/** An object that has all of `required`, may have `optional`, and has nothing else. `type` needs no mention. */
export function fields(required: Fields, optional: Fields = {}): Check {
  return (value, at, spot) => {
    if (!isJson(value)) {
      spot.report('must be an object', at);
      return;
    }
    for (const name of Object.keys(required)) {
      if (value[name] === undefined) spot.report(`missing required field: ${name}`, at);
    }
    for (const [name, given] of Object.entries(value)) {
      if (name === 'type' || given === undefined) continue;
      const check = Object.hasOwn(required, name)
        ? required[name]
        : Object.hasOwn(optional, name)
          ? optional[name]
          : null;
      if (check) check(given, `${at}/${escapePointer(name)}`, spot);
      else spot.report(`invalid additional property: ${name}`, at);
    }
  };
}

/** An object whose `type` says by which check it is looked at. */
export function byType(checks: Fields): Check {
  return (value, at, spot) => {
    const type = isJson(value) ? value.type : undefined;
    if (!isJson(value)) spot.report('must be an object', at);
    else if (type === undefined) spot.report('missing required field: type', at);
    else if (typeof type !== 'string' || !Object.hasOwn(checks, type)) {
      spot.report(`unsupported type: ${String(type)}`, `${at}/type`);
    } else checks[type]?.(value, at, spot);
  };
}

/** Both checks; the second may take for granted that the value is an object. */
export function also(first: Check, second: (value: Json, at: string, spot: Spot) => void): Check {
  return (value, at, spot) => {
    first(value, at, spot);
    if (isJson(value)) second(value, at, spot);
  };
}

function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
