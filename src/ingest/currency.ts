/** Whether a text is a currency code of ISO 4217, in capitals. */
export function isCurrency(code: string): boolean {
  return codes.has(code);
}

/**
 * The currency meant by a code or a sign ("dkk", "kr.", "€"). A sign that several currencies share is settled by
 * `expected`, the currency of the column or the default.
 */
export function toCurrency(text: string, expected: string | null): CurrencyReading {
  if (text.length > maxLength) return { code: 'unknown-currency' };
  const known = readings.get(text);
  const reading = known ?? readCurrency(text);
  if (!known && readings.size < maxKept) readings.set(text, reading);
  if (typeof reading === 'string') return { currency: reading };
  if (reading === null) return { code: 'unknown-currency' };
  if (expected && reading.includes(expected)) return { currency: expected };
  return reading.length === 1 && reading[0] ? { currency: reading[0] } : { code: 'currency-unclear' };
}

export type CurrencyReading =
  | { readonly currency: string }
  | { readonly code: 'unknown-currency' | 'currency-unclear' };

const codes: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
const readings = new Map<string, string | readonly string[] | null>();
/** A file of nonsense must not fill the memory. */
const maxKept = 1000;
const maxLength = 20;

const signs: Readonly<Record<string, readonly string[]>> = {
  kr: ['DKK', 'NOK', 'SEK', 'ISK'],
  dkr: ['DKK'],
  nkr: ['NOK'],
  skr: ['SEK'],
  '€': ['EUR'],
  euro: ['EUR'],
  '£': ['GBP'],
  $: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN', 'TWD'],
  us$: ['USD'],
  '¥': ['JPY', 'CNY'],
  zł: ['PLN'],
  '₹': ['INR'],
};

function readCurrency(text: string): string | readonly string[] | null {
  const trimmed = text.trim();
  if (codes.has(trimmed.toUpperCase())) return trimmed.toUpperCase();
  return signs[trimmed.toLowerCase().replace(/\.$/, '')] ?? null;
}
