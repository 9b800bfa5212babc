/** Which character is the decimal sign. */
export type NumberStyle = 'comma' | 'point';

/** A number as written: `unscaled` / 10^`scale`. */
export interface WrittenNumber {
  readonly unscaled: number;
  readonly scale: number;
  /** The sign or code of a currency beside it, as written. */
  readonly currency: string | null;
  /** The style that this number proves, as it could not be read in the other one. */
  readonly proves: NumberStyle | null;
}

export type NumberReading =
  | WrittenNumber
  /** Readable both ways: as the decimal comma and as the decimal point have it. */
  | { readonly readings: readonly [comma: string, point: string] }
  | { readonly code: 'not-a-number' | 'amount-too-large' };

/**
 * Reads a number as people write them: decimal comma or point, thousands set off by blank, point, comma or apostrophe,
 * a sign before or behind, brackets for minus, a currency around it, "12,-". What can be read two ways ("1,234", "1.000")
 * is read in the given style; without one both readings come back. More than 15 digits are too large.
 */
export function readNumber(text: string, style: NumberStyle | null): NumberReading {
  return readPlain(text) ?? readDressed(text, style);
}

const maxDigits = 15;
const maxLength = 60;
const notANumber = { code: 'not-a-number' } as const;

/** The common case without regular expressions: digits, at most one sign in front, at most one separator that is no thousands'. */
function readPlain(text: string): WrittenNumber | null {
  if (text.length === 0 || text.length > maxDigits) return null;
  const start = text.charCodeAt(0) === 45 ? 1 : 0;
  let unscaled = 0;
  let separator = -1;
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) unscaled = unscaled * 10 + code - 48;
    else if ((code === 44 || code === 46) && separator < 0) separator = i;
    else return null;
  }
  const scale = separator < 0 ? 0 : text.length - separator - 1;
  const whole = (separator < 0 ? text.length : separator) - start;
  if (whole === 0 || scale === 3 || (separator >= 0 && scale === 0)) return null;
  const proves = separator < 0 ? null : text[separator] === ',' ? 'comma' : 'point';
  const number = {
    unscaled: start === 1 && unscaled !== 0 ? -unscaled : unscaled,
    scale,
    currency: null,
    proves,
  } as const;
  return scale < 7 ? number : withoutNoise(number);
}

/** What stands around the digits: currency and signs; the digits with their separators; the same again. */
const dressed = /^([^\d]*?)((?:(?<![\p{L}\p{Sc}])[.,])?\d(?:.*\d)?)([^\d]*)$/su;
const minus = /[-−–]/;

function readDressed(text: string, style: NumberStyle | null): NumberReading {
  const trimmed = text.trim();
  const match = trimmed.length > maxLength ? null : dressed.exec(trimmed);
  if (!match) return notANumber;
  const [, before = '', body = '', after = ''] = match;
  const opened = before.includes('(');
  if (opened !== after.includes(')')) return notANumber;
  // "12,-" and "12.-" are whole amounts.
  const behind = after.replace(/^[.,] ?[-−–]+/, '');
  const signs = (before + behind).replace(/[^-−–+]/g, '');
  if (signs.length > 1 || (opened && signs !== '')) return notANumber;
  const currencies = [before, behind].map((part) => part.replace(/[-−–+()\s]/g, '')).filter((part) => part !== '');
  if (currencies.length > 1) return notANumber;
  const reading = readBody(body, style);
  if (!('unscaled' in reading)) return reading;
  const negative = opened || minus.test(signs);
  return {
    ...reading,
    unscaled: negative && reading.unscaled !== 0 ? -reading.unscaled : reading.unscaled,
    currency: currencies[0] ?? null,
  };
}

const blankOrApostrophe = /^\d{1,3}(?:([\s'’])\d{3})(?:\1\d{3})*(?:([.,])\d+)?$/u;
const points = /^\d{1,3}(?:\.\d{3})+,\d+$|^\d{1,3}(?:\.\d{3}){2,}$/;
const commas = /^\d{1,3}(?:,\d{3})+\.\d+$|^\d{1,3}(?:,\d{3}){2,}$/;
const single = /^(\d*)([.,])(\d+)$/;

function readBody(body: string, style: NumberStyle | null): NumberReading {
  if (/^\d+$/.test(body)) return toWritten(body, '', null);
  if (points.test(body)) return splitAt(body, ',', 'comma');
  if (commas.test(body)) return splitAt(body, '.', 'point');
  const spaced = blankOrApostrophe.exec(body);
  if (spaced) return splitAt(body, spaced[2] ?? '.', spaced[2] ? styleOf(spaced[2]) : null);
  const [, whole = '', separator, decimals = ''] = single.exec(body) ?? [];
  if (!separator) return notANumber;
  const twoWays = decimals.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  if (!twoWays) return toWritten(whole, decimals, styleOf(separator));
  const grouped = `${whole}${decimals}`;
  const decimal = `${whole}.${decimals}`;
  if (!style) return { readings: separator === ',' ? [decimal, grouped] : [grouped, decimal] };
  return style === styleOf(separator) ? toWritten(whole, decimals, null) : toWritten(grouped, '', null);
}

function styleOf(separator: string): NumberStyle {
  return separator === ',' ? 'comma' : 'point';
}

function splitAt(body: string, separator: string, proves: NumberStyle | null): NumberReading {
  const place = body.lastIndexOf(separator);
  const isDecimal = place >= 0 && proves !== null;
  const whole = isDecimal ? body.slice(0, place) : body;
  return toWritten(whole.replace(/\D/g, ''), isDecimal ? body.slice(place + 1) : '', proves);
}

function toWritten(whole: string, decimals: string, proves: NumberStyle | null): NumberReading {
  const digits = (whole + decimals).replace(/^0+/, '');
  if (digits.length <= maxDigits)
    return withoutNoise({ unscaled: Number(digits), scale: decimals.length, currency: null, proves });
  const spare = digits.length - maxDigits;
  // What a computer wrote with more decimals than it can tell apart.
  if (spare >= decimals.length || decimals.length > maxDecimals) return { code: 'amount-too-large' };
  const kept = Number(digits.slice(0, maxDigits)) + (Number(digits[maxDigits]) >= 5 ? 1 : 0);
  return withoutNoise({ unscaled: kept, scale: decimals.length - spare, currency: null, proves });
}

const maxDecimals = 30;
/** Digits that are told for sure of a sum that a computer made of decimal fractions. */
const sureDigits = 12;

/** 19.990000000000002 is 19.99 and 79.95999999999999 is 79.96: what computers make of decimals. */
function withoutNoise(number: WrittenNumber): WrittenNumber {
  const spare = String(Math.abs(number.unscaled)).length - sureDigits;
  if (spare <= 0 || number.scale < 7) return number;
  let unscaled = Math.round(Math.abs(number.unscaled) / 10 ** spare) * Math.sign(number.unscaled);
  let scale = number.scale - spare;
  for (; scale > 0 && unscaled % 10 === 0; scale--) unscaled /= 10;
  // Noise stands behind a run of zeros or nines; anything else was meant.
  return number.scale - scale >= spare + 4 ? { ...number, unscaled, scale } : number;
}
