import type { FileRefusal } from '../../facts/refusal.ts';
import { type Scale, scaleText } from '../../loyalty/facts/scale.ts';
import { briefInQuotes } from '../../text/brief.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { sentences } from '../../text/sentence.ts';
import { answerKindTerms } from '../../text/terms.ts';
import { meaningOf, scaleName } from '../figures/scale-words.ts';
import { type HandedOver, howToSay } from './how-to-say.ts';
import { importWords } from './import-words.ts';

const words = defineText({
  en: {
    header: (header: string, kind: string, own: string) =>
      `The column ${header} names another scale than ${own}, on which ${kind} is counted.`,
    outside: (line: number, value: string, range: string, kind: string, own: string) =>
      `Line ${line} has the score ${value}, and the scores lie within ${range}: ${kind} is counted on ${own}.`,
    halves: (line: number, value: string, kind: string, own: string) =>
      `Line ${line} has the score ${value}: ${kind} is counted in whole scores on ${own}.`,
    reversed: (header: string, kind: string, best: number) =>
      `${header} says that the scale runs the other way round. For ${kind}, ${best} is the best.`,
    'no-zero': (kind: string, own: string) =>
      `Some answers are 1 and none is 0: were they given on 1–10? ${kind} is counted on ${own}.`,
    short: (range: string, kind: string, own: string) =>
      `All scores lie within ${range}: were they given on a shorter scale? ${kind} is counted on ${own}.`,
    other: (how: string, scale: string, meaning: string) => `If they were given on ${scale}: ${how}. ${meaning}`,
    own: (how: string, scale: string) => `If they are on ${scale}: ${how}; other scores are then refused row by row.`,
    none: (own: string) => `It cannot be counted on another scale: write the scores on ${own}.`,
    inWords: (line: number, value: string, kind: string, own: string, best: number) =>
      `Line ${line} has the score ${value}, and no score in the file is a number. ${kind} is counted on ${own}, where ${best} is the best: replace each word or sign with its number, in the spreadsheet or the survey’s export, and import the file again.`,
    notForKind: (kind: string, scale: string, known: string) =>
      `Answers of the kind ${kind} cannot be counted on ${scale}, only on ${known}.`,
    or: ' or ',
  },
  da: {
    header: (header: string, kind: string, own: string) =>
      `Kolonnen ${header} nævner en anden skala end ${own}, som ${kind} regnes på.`,
    outside: (line: number, value: string, range: string, kind: string, own: string) =>
      `Linje ${line} har karakteren ${value}, og karaktererne ligger inden for ${range}: ${kind} regnes på ${own}.`,
    halves: (line: number, value: string, kind: string, own: string) =>
      `Linje ${line} har karakteren ${value}: ${kind} regnes i hele karakterer på ${own}.`,
    reversed: (header: string, kind: string, best: number) =>
      `${header} siger, at skalaen går den modsatte vej. For ${kind} er ${best} bedst.`,
    'no-zero': (kind: string, own: string) =>
      `Nogle svar er 1, og ingen er 0: Er de afgivet på 1–10? ${kind} regnes på ${own}.`,
    short: (range: string, kind: string, own: string) =>
      `Alle karakterer ligger inden for ${range}: Er de afgivet på en kortere skala? ${kind} regnes på ${own}.`,
    other: (how: string, scale: string, meaning: string) => `Er de afgivet på ${scale}, så ${how}. ${meaning}`,
    own: (how: string, scale: string) =>
      `Er de på ${scale}, så ${how}; andre karakterer bliver så afvist række for række.`,
    none: (own: string) => `Det kan ikke regnes på en anden skala: Skriv karaktererne på ${own}.`,
    inWords: (line: number, value: string, kind: string, own: string, best: number) =>
      `Linje ${line} har karakteren ${value}, og ingen karakter i filen er et tal. ${kind} regnes på ${own}, hvor ${best} er bedst: Erstat hvert ord eller tegn med sit tal, i regnearket eller i eksporten, og indlæs filen igen.`,
    notForKind: (kind: string, scale: string, known: string) =>
      `Svar af typen ${kind} kan ikke regnes på ${scale}, kun på ${known}.`,
    or: ' eller ',
  },
  nb: {
    header: (header: string, kind: string, own: string) =>
      `Kolonnen ${header} nevner en annen skala enn ${own}, som ${kind} regnes på.`,
    outside: (line: number, value: string, range: string, kind: string, own: string) =>
      `Linje ${line} har ${value} poeng, og poengene ligger innenfor ${range}: ${kind} regnes på ${own}.`,
    halves: (line: number, value: string, kind: string, own: string) =>
      `Linje ${line} har ${value} poeng: ${kind} regnes i hele poeng på ${own}.`,
    reversed: (header: string, kind: string, best: number) =>
      `${header} sier at skalaen går motsatt vei. For ${kind} er ${best} best.`,
    'no-zero': (kind: string, own: string) =>
      `Noen svar er 1, og ingen er 0: Er de gitt på 1–10? ${kind} regnes på ${own}.`,
    short: (range: string, kind: string, own: string) =>
      `Alle poeng ligger innenfor ${range}: Er de gitt på en kortere skala? ${kind} regnes på ${own}.`,
    other: (how: string, scale: string, meaning: string) => `Er de gitt på ${scale}, så ${how}. ${meaning}`,
    own: (how: string, scale: string) => `Er de på ${scale}, så ${how}; andre poeng blir da avvist rad for rad.`,
    none: (own: string) => `Det kan ikke regnes på en annen skala: Skriv poengene på ${own}.`,
    inWords: (line: number, value: string, kind: string, own: string, best: number) =>
      `Linje ${line} har svaret ${value}, og ingen av filens svar er et tall. ${kind} regnes på ${own}, der ${best} er best: Erstatt hvert ord eller tegn med tallet sitt, i regnearket eller i eksporten, og importer filen på nytt.`,
    notForKind: (kind: string, scale: string, known: string) =>
      `Svar av typen ${kind} kan ikke regnes på ${scale}, bare på ${known}.`,
    or: ' eller ',
  },
});

type ScaleRefusal = Extract<FileRefusal, { readonly code: 'other-scale' | 'scale-not-for-kind' | 'scores-in-words' }>;

/** Why a file's scores are not counted, and what to say so that they are. */
export function scaleRefusalWords(refusal: ScaleRefusal, locale: Locale, handedOver: HandedOver): string {
  const text = words(locale);
  const kind = answerKindTerms(locale)[refusal.kind];
  if (refusal.code === 'scale-not-for-kind')
    return text.notForKind(kind, scaleName(refusal.scale), refusal.known.map(scaleName).join(text.or));
  if (refusal.code === 'scores-in-words') {
    const { line, value } = refusal.place;
    const best = refusal.kind === 'cli' ? refusal.own.min : refusal.own.max;
    return text.inWords(line, briefInQuotes(locale, value), kind, scaleName(refusal.own), best);
  }
  const { own, known } = refusal;
  const how = (scale: Scale) =>
    howToSay(locale, handedOver, {
      option: `--scale ${scaleText(scale).replace(/:.*/, '')}`,
      choice: scaleName(scale),
      field: importWords(locale).scale,
    });
  return sentences(
    whyWords(refusal, locale, kind),
    ...known.map((scale) => text.other(how(scale), scaleName(scale), meaningOf(locale, scale))),
    text.own(how(own), scaleName(own)),
    known.length === 0 ? text.none(scaleName(own)) : '',
  );
}

function whyWords(refusal: Extract<ScaleRefusal, { code: 'other-scale' }>, locale: Locale, kind: string): string {
  const text = words(locale);
  const { because, header, place, from, to } = refusal;
  const own = scaleName(refusal.own);
  const range = scaleName({ min: from, max: to });
  switch (because) {
    case 'header':
      return text.header(briefInQuotes(locale, header ?? ''), kind, own);
    case 'outside':
      return text.outside(place?.line ?? 0, briefInQuotes(locale, place?.value ?? ''), range, kind, own);
    case 'halves':
      return text.halves(place?.line ?? 0, briefInQuotes(locale, place?.value ?? ''), kind, own);
    case 'reversed':
      return text.reversed(
        briefInQuotes(locale, header ?? ''),
        kind,
        refusal.kind === 'cli' ? refusal.own.min : refusal.own.max,
      );
    case 'no-zero':
      return text['no-zero'](kind, own);
    case 'short':
      return text.short(range, kind, own);
  }
}
