import iconv from 'iconv-lite';

/**
 * A number as it was before a program wrote it in HTML (`M&uuml;ller`, `O&#39;Neill`), or read UTF-8 as Windows-1252
 * (`SÃ¸ren`): anything else stays as it is.
 */
export function mendText(text: string): string {
  return reread(text.includes('&') ? text.replace(entity, decoded) : text);
}

const entity = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/giu;

function decoded(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return named[name] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  const isLetter = code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isLetter ? String.fromCodePoint(code) : whole;
}

/** What HTML calls the marks and letters that stand in names. */
const named: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'amp &,lt <,gt >,quot ",apos \',nbsp \u00a0,aelig æ,AElig Æ,oslash ø,Oslash Ø,aring å,Aring Å,auml ä,Auml Ä,ouml ö,Ouml Ö,uuml ü,Uuml Ü',
    'szlig ß,eacute é,Eacute É,egrave è,Egrave È,ecirc ê,euml ë,aacute á,Aacute Á,agrave à,acirc â,atilde ã,iacute í,icirc î,iuml ï,oacute ó,Oacute Ó',
    'ocirc ô,otilde õ,uacute ú,ucirc û,ugrave ù,ccedil ç,Ccedil Ç,ntilde ñ,Ntilde Ñ,yacute ý,eth ð,ETH Ð,thorn þ,THORN Þ',
  ].flatMap((list) => list.split(',').map((one) => one.split(' ') as [string, string])),
);

/** Bytes of two that were read one by one. */
const misread = /[\u00c2-\u00c5][\u0080-\u00bf\u0152-\u2122]/;
const strict = new TextDecoder('utf-8', { fatal: true });

function reread(text: string): string {
  if (!misread.test(text)) return text;
  const bytes = iconv.encode(text, 'win1252');
  if (iconv.decode(bytes, 'win1252') !== text) return text;
  try {
    return strict.decode(bytes);
  } catch {
    // It was written so.
    return text;
  }
}
