import type { ImportKind } from '../loyalty/facts/import-kind.ts';
import { isCurrency } from './currency.ts';

/** Columns in which a report names what a row sums up, of each kind of file. */
export const totalColumns: Readonly<Record<ImportKind, readonly string[]>> = {
  customers: ['customer'],
  orders: ['customer', 'order'],
  feedback: ['customer'],
  recommendations: ['recommender', 'recommended', 'recommendation'],
  spend: ['source', 'spend'],
  rates: [],
  campaign: ['customer'],
};

/** A row of a report that sums up those above it: "I alt", "Sum mars", "K1 Total", "Total (2)", as spreadsheets write subtotals. */
export function isTotal(text: string): boolean {
  // Each of these names holds one of a few words, and this is asked of every row.
  if (
    text.length >= 60 ||
    !/tot|sum|alt|saml|saldo|balance|gesamt|alle?(?!\p{L})|gennemsnit|gjennomsnitt|average|\d/iu.test(text)
  )
    return false;
  const bare = text.replace(/[\s:*=_-]+/g, ' ').trim();
  if (footers.some((footer) => footer.test(text.trim()))) return true;
  if (alwaysTotals.test(bare) || totalOfGroup.test(bare)) return true;
  const [, rest] = begins.exec(bare) ?? [];
  return rest?.split(/[\s(),./]+/).every(saysNothingElse) ?? false;
}

/** Words that nobody is called, whatever stands behind them. */
const alwaysTotals =
  /^(?:grand totals?|subtotals?|sub totals?|sum ?totalt?|totalsum|hovedtotal|hovedsum|delsum|delsummer|mellemsum|mellomsum|slutsum|sluttsum|samlet sum|gesamt|summe|zwischensumme|gennemsnit|gjennomsnitt|average|i alt|ialt|all(?:e)? (?:customers|orders|kunder|ordrer|rows|rækker|rader))(?![\p{L}\p{N}])/iu;
/** What programs write below the rows: "(12 rows affected)", "Antal kunder: 12", "Page 1 of 3", "Exported 2026-03-05". */
const footers = [
  /^\(?\d[\d., ]* (?:rows?|records?|customers|orders|responses|results|rækker|rader|linjer|poster|kunder|ordrer)(?: (?:affected|selected|returned|in set|total|i alt|totalt|exported|eksporteret|eksportert))?[).]*$/iu,
  /^(?:antal|antall|count|number of|total number of|no\. of)(?: \p{L}+){0,2} ?[:=] ?\d[\d., ]*$/iu,
  /^(?:page|side) \d+(?: (?:of|af|av) \d+|\/\d+)\.?$/iu,
  /^(?:exported|generated|printed|created by|report date|udskrevet|eksporteret|eksportert|dannet|utskrevet|skrevet ut|rapportdato)(?![\p{L}]).*\d{2}[-./]\d{2}/iu,
];
const totalOfGroup = /\S (?:i alt|total|totalt|subtotal)[:.]?$/i;
/** What a company may be called, too: "Total Energi A/S". Behind it nothing else may stand. */
const begins = /^(?:totals?|totalt|sum|samlet|summer|saldo|balance)(?![\p{L}\p{N}])(.*)$/iu;

function saysNothingElse(word: string): boolean {
  return word === '' || generic.test(word) || isCurrency(word);
}

const generic =
  /^(?:\d+|q[1-4]|jan(?:uary?)?|feb(?:ruary?)?|mar(?:ts|s|ch)?|apr(?:il)?|ma[jiy]|jun[ie]?|jul[iy]?|aug(?:ust)?|sep(?:t|tember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cs](?:ember)?|uge|uke|week|month|måned|kvartal|quarter|år|year|period|periode[nr]?|for|of|af|av|i|in|the|all|alle|kr|kunder?|customers?|ordrer?|orders?|ordre|salg|sales|omsætning|omsetning|revenue|turnover|beløb|beløp|amount|value|værdi|verdi|antal|antall|count|rows?|rækker|rader|stk|linjer|lines|fakturaer|invoices|kanaler|channels|inkl|incl|ekskl|eks|excl|moms|mva|vat|total|totalt|sum|spend|forbrug|forbruk|dkk|nok|eur)$/iu;
