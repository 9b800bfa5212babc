/**
 * The spelling in which numbers of customers and orders are held against each other. Spreadsheets eat zeros (00123), set dots
 * (1.042) and add decimals (1042.0); people type capitals and strokes as they like (k1, K-1), and shops put a # in front. Phone
 * numbers are written with their country and without it, and in groups (+45 12 34 56 78, 0045 12345678, 12-34-56-78).
 * Not alike are 10.1 and 101, A-1-2 and A-12, K01 and K1, and ids of programs with capitals and small letters in one. The
 * database has the same as its function near_number, by which customers are found.
 */
export function nearNumber(number: string): string {
  if (usual.test(number) || number.includes('@')) return number;
  const phone = phoneNumber(number);
  if (phone !== null) return phone;
  if (grouped.test(number)) return withoutZeros(number.replace(/[#., ']/g, ''));
  if (decimal.test(number)) return withoutZeros(number.replace(/[.,]0+$/, '').replace(/^[# ]+/, ''));
  const bare = number.replace(/^[# ]+/, '');
  const joined = bare.replace(/([A-Za-zÆØÅæøå])[ ./-]+([0-9])/g, '$1$2');
  return isMixed(bare) ? joined : joined.replace(/[a-zæøå]/g, (letter) => letter.toUpperCase());
}

const usual = /^[1-9][0-9]*$/;
const grouped = /^#? ?[0-9]{1,3}(?:[., '][0-9]{3})+$/;
const decimal = /^#? ?[0-9]+(?:[.,]0+)?$/;

/**
 * The digits of a number that is dressed as a phone number, Danish and Norwegian ones without their country; null: it is none.
 * Digits alone are no phone number, however many: they may be anything.
 */
function phoneNumber(number: string): string | null {
  const bare = number.replace(/[ ()./-]/g, '');
  if (abroad.test(number) && nordic.test(bare)) return withoutZeros(bare.slice(-8));
  if (/^\(?\+/.test(number) && international.test(bare)) return bare.slice(1);
  return inGroups.test(number) ? withoutZeros(bare) : null;
}

const abroad = /^\(?(?:\+|00)/;
const nordic = /^(?:\+|00)4[57][0-9]{8}$/;
const international = /^\+[1-9][0-9]{6,14}$/;
const inGroups = /^(?:(?:[0-9]{2}[ .-]){3}[0-9]{2}|[0-9]{4}[ .-][0-9]{4}|[0-9]{3}[ .-][0-9]{2}[ .-][0-9]{3})$/;

/** A capital first, as in Kunde7, is no mixture. */
function isMixed(number: string): boolean {
  return /[a-zæøå]/.test(number) && /[A-ZÆØÅ]/.test(number.slice(1));
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=.)/, '');
}
