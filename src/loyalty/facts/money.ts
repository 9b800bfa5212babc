/** Integer minor units (øre, cents) of an ISO 4217 currency. */
export interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

/** An amount that is kept in two columns; null: not known. */
export function moneyOf(amountMinor: number | null, currency: string | null): Money | null {
  return amountMinor === null || currency === null ? null : { amountMinor, currency };
}

/**
 * How many digits follow the decimal point in a currency: DKK 2, JPY 0, KWD 3.
 *
 * From the list of ISO 4217, not from `Intl`: that follows what is in use, differs between versions, and would read
 * stored amounts differently after an upgrade.
 */
export function minorDigits(currency: string): number {
  return unusualDigits.get(currency) ?? 2;
}

/** The currencies whose minor units are no hundredths. */
export const unusualDigits: ReadonlyMap<string, number> = new Map([
  ...digits(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'),
  ...digits(3, 'BHD IQD JOD KWD LYD OMR TND'),
  ...digits(4, 'CLF UYW'),
]);

function digits(count: number, currencies: string): [string, number][] {
  return currencies.split(' ').map((currency) => [currency, count]);
}
