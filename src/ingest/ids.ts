import type { RowReason } from '../facts/refusal.ts';
import { bareAddress } from './bare-address.ts';
import { bareCell, invisible } from './bare-cell.ts';
import { isReason, limits, readText, saysNothing } from './cells.ts';
import { mendText } from './mend-text.ts';

/**
 * What tells a customer or an order apart, in the one spelling in which it is kept: without blanks, unseen marks and a
 * leading apostrophe, letters as they were before a program wrote or read them wrongly, e-mails in small letters. Null:
 * empty. A word for nothing and a guest's 0 are no number, and of 4,57E+11 a spreadsheet has lost the digits.
 *
 * @param rules `cut`: long numbers of the column have lost their last digits; `wholeNumbers`: it holds numbers alone, so that 1042.0 is 1042; `guests`: 0, or a word such as
 * "Kontantsalg", stands for whoever has no number, as shops and tills write it
 */
export function readId(
  cell: string,
  {
    damaged,
    wholeNumbers,
    guests,
    cut = false,
  }: { damaged: boolean; wholeNumbers: boolean; guests: boolean; cut?: boolean },
): string | null | RowReason {
  if (cut && isCut(bareCell(cell))) return { code: 'id-lost' };
  if (isUsual(cell)) return cell;
  const text = readText(spelt(cell), limits.id, damaged);
  if (text === null || isReason(text)) return text;
  if (saysNothing(text) || (guests && isGuest(text))) return { code: 'no-id' };
  if (lostDigits.test(text)) return { code: 'id-lost' };
  if (wholeNumbers) return text.replace(decimals, '');
  return text.includes('@') ? bareAddress(text).toLowerCase() : text;
}

/** Of a number longer than this a spreadsheet keeps so many digits, and writes zeros for the others. */
const keptDigits = 15;

/** Whether a number may be cut so: null where it is short enough to be whole. */
export function mayBeCut(text: string): boolean | null {
  return text.length > keptDigits + 1 && /^\d+$/.test(text) ? isCut(text) : null;
}

function isCut(text: string): boolean {
  return text.length > keptDigits + 1 && /^\d+$/.test(text) && /^0+$/.test(text.slice(keptDigits));
}

/** Whether a cell is a number, or one with decimals that say nothing. */
export function isWholeNumber(text: string): 'bare' | 'with-decimals' | null {
  return /^\d+$/.test(text) ? 'bare' : withDecimals.test(text) ? 'with-decimals' : null;
}

const withDecimals = /^\d+[.,]0+$/;
const decimals = /[.,]0+$/;
const zero = /^-?0+(?:[.,]0+)?$|^-1$/;

/** What tills, shops and accounts write where nobody is named. */
export function isGuest(text: string): boolean {
  return zero.test(text) || guestWords.has(text.toLowerCase().replace(/[\s_-]+/g, ' '));
}

const guestWords = new Set(
  [
    'guest,guests,guest customer,guest checkout,cash,cash sale,cash sales,cash customer,walk in,walk in customer,anonymous,anonymous customer',
    'gæst,gæster,gæstekunde,kontant,kontantsalg,kontantkunde,anonym,anonym kunde,diverse,diverse kunder,diverse kunde,ukendt kunde,engangskunde',
    'gjest,gjester,gjestekunde,ukjent kunde,ikke registreret,ikke registrert,ingen kunde,no customer,not registered,unregistered',
    'guest user,guest account,guest order,anonymous guest,anonymous user,unknown customer,default customer,general customer,retail customer',
    'counter sale,counter sales,drop in,dropin,walkin,walk in sale,pos,pos customer,web customer,online customer,store customer,shop customer',
    'misc,misc customer,miscellaneous,various,n/a customer,one time customer,no account,without account,no name,noname,private customer',
    'butikskunde,butiksalg,butikssalg,butikkkunde,butikkunde,butikksalg,webkunde,internetkunde,internettkunde,nettkunde,kassekunde,kassesalg',
    'løssalg,løst salg,løskunde,løssalgskunde,strøsalg,småsalg,uden kunde,uten kunde,ingen konto,uden konto,uten konto,ikke medlem,ej medlem,non member',
    'anonym gæst,anonym gjest,anonym bruger,anonym bruker,ukendt,ukjent,tilfældig kunde,tilfeldig kunde,diverse salg,diverse debitor,standardkunde,privatkunde',
    'privatkunder,[object object],true,false',
  ].flatMap((words) => words.split(',')),
);
/** As Excel and pandas write a long number: "4,57E+11", "4.57e+11", "1E+12". */
const lostDigits = /^\d(?:[.,]\d+)?e\+\d{2}$/i;

/** Letters and digits as wide as those of East Asian scripts: Ｋ１. */
const fullWidth = /[\uff01-\uff5e]/g;

function spelt(cell: string): string {
  const bare = bareCell(cell)
    .replace(invisible, '')
    .replace(fullWidth, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  return bareCell(mendText(bare).replace(/^['’]+(?=.)/, ''));
}

const mostUsual = 40;

/** Letters, digits and "-_" with one of 1 to 9 among them: most ids. Nothing is to be done with them. */
function isUsual(text: string): boolean {
  if (text.length > mostUsual || text.charCodeAt(0) === 45) return false;
  let hasDigit = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 48 && code <= 57) hasDigit = true;
    else if (code !== 48 && (code < 65 || code > 90) && (code < 97 || code > 122) && code !== 45 && code !== 95)
      return false;
  }
  return hasDigit;
}
