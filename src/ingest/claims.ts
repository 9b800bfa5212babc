import type { AnswerKind } from '../loyalty/facts/answer.ts';
import type { ImportKind } from '../loyalty/facts/import-kind.ts';
import type { KnownExport } from './exports/known-export.ts';
import { foldHeader } from './fold-header.ts';
import { columnsOf } from './header-names.ts';
import { isPlainNumber, isWordForCustomer, rankOf, secondMeanings } from './header-ranks.ts';
import { placesInExport } from './known-header.ts';
import { type ReadHeader, readHeader, saysOf } from './read-header.ts';

/** A header that says one of our columns. */
export interface Claim extends ReadHeader {
  readonly index: number;
  readonly text: string;
  readonly rank: number;
}

/** What an export's headers are known to say. */
export function claimsOfExport(program: KnownExport, header: readonly string[]): Claim[] {
  const ours: readonly string[] = columnsOf[program.kind];
  return placesInExport(program, header).flatMap(({ column, index }) => {
    if (!ours.includes(column)) return [];
    const text = header[index]?.trim() ?? '';
    const says = { ...saysOf(program.kind, column, text), ...program.says?.[column] };
    return [{ column, index, text, name: foldHeader(text), says, unknown: null, rank: 0 }];
  });
}

export interface SettledHeader {
  readonly column: string;
  readonly header: string;
  readonly instead: readonly string[];
}

/** What headers say by their names. @param asked the kind of answers that the caller names */
export function claimsOf(kind: ImportKind, header: readonly string[], asked: AnswerKind | null): Claim[] {
  const claims = header.flatMap((text, index) => {
    const read = readHeader(kind, text);
    if (!read) return [];
    const said = kind === 'feedback' && read.column === 'score' ? kindInHeader(text) : null;
    // Of two scores it is the one of the kind that was asked for.
    if (asked && said && said !== asked) return [];
    return [{ ...read, index, text: text.trim(), rank: rankOfClaim(kind, read) }];
  });
  const namesSomebody = claims.some(({ column }) => column === 'customer' || column === 'email');
  return namesSomebody ? claims : claims.filter(({ column, name }) => column !== 'response_id' || !isPlainNumber(name));
}

/** An amount with VAT is what the customer paid; one without it stands behind all others. */
function rankOfClaim(kind: ImportKind, { column, name, says: { vat } }: ReadHeader): number {
  return rankOf(kind, column, name) + (vat === 'without' ? 100 : vat === 'with' ? -0.5 : 0);
}

/** Of several headers that say one column the best wins; what they say less well may still be another column of ours. */
export function settleClaims(kind: ImportKind, claims: readonly Claim[]) {
  const won: Claim[] = [];
  const lost: Claim[] = [];
  const doubled: { column: string; headers: string[] }[] = [];
  for (const column of new Set(claims.map((claim) => claim.column))) {
    const all = claims.filter((claim) => claim.column === column);
    const least = Math.min(...all.map(({ rank }) => rank));
    const best = all.filter(({ rank }) => rank === least);
    if (best.length > 1) doubled.push({ column, headers: best.map(({ text }) => text) });
    won.push(...best.slice(0, 1));
    lost.push(...all.filter(({ rank }) => rank > least));
  }
  const second = secondMeanings[kind] ?? {};
  for (const claim of lost) {
    const column = second[claim.column];
    if (!column || !isWordForCustomer(claim.name) || won.some((one) => one.column === column)) continue;
    won.push({ ...claim, column });
  }
  return { won, lost: lost.filter(({ index }) => !won.some((one) => one.index === index)), doubled };
}

/** Headers that won over others, which are told. */
export function settledOf(won: readonly Claim[], lost: readonly Claim[]): SettledHeader[] {
  return won.flatMap(({ column, text }) => {
    const instead = lost.filter((one) => one.column === column).map((one) => one.text);
    return instead.length > 0 ? [{ column, header: text, instead }] : [];
  });
}

/** The kind of answers that the header of a score names. */
export function kindInHeader(text: string): AnswerKind | null {
  const name = foldHeader(text);
  if (/^(?:nps|netpromoterscore|likelihoodtorecommend)/.test(name)) return 'nps';
  if (/^(?:csat|customersatisfaction|satisfaction|kundetilfreds|tilfreds)/.test(name)) return 'csat';
  return /^(?:star|stjern|antalstjern|antallstjern|review)/.test(name) ? 'review' : null;
}
