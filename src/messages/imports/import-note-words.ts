import { defineText } from '../../text/define-text.ts';

/** What an import tells beside its counts, in words. */
export const noteTexts = defineText({
  en: {
    settled: (column: string, header: string, instead: string) => `${column}: ${header} is read, and not ${instead}`,
    minor: (header: string) => `${header} is in the smallest units: 12500 is 125.00`,
    thousands: (header: string) => `${header} is in thousands: 12.5 is 12,500`,
    millions: (header: string) => `${header} is in millions: 1.5 is 1,500,000`,
    withVat: (header: string) => `${header}: amounts with VAT`,
    withoutVat: (header: string) => `${header}: amounts without VAT`,
    zone: (header: string, zone: string) => `${header}: times in ${zone}, which become days in your time zone`,
    place: (header: string) => `${header} is a place here, not a status`,
    remembered: (columns: string) =>
      `Columns as they were named before for this header: ${columns}. Column names “header” forgets that (--columns header)`,
    knownExport: (system: string, kind: string) => `This looks like ${system}’s export of ${kind}, and is read as that`,
    notRead: (headers: string) => `Not read: ${headers}`,
    above: (lines: string, titles: string) =>
      `Not read, as above the column names: the first ${lines} lines (${titles})`,
    scores: (kind: string, scale: string, scores: string) => `${kind}, scores on ${scale}: ${scores}`,
    orderLines: (orders: string, rows: string, first: string) =>
      `Orders with several rows: ${orders}, of ${rows} rows in all, the first is ${first}`,
    lineAmounts: {
      added: 'Their amounts add up',
      repeated: 'Their amount counts once',
      corrected: 'The last row of each counts',
    },
    alike: (count: string) => `Rows exactly like another, which count once: ${count}`,
    changedOrders: (count: string, number: string, before: string, after: string) =>
      `Known orders with another amount or day now: ${count}; the first is ${number}: ${before} → ${after}. Import undo takes that back`,
    changedPeople: (count: string, number: string) =>
      `Known customers with another name and another e-mail address now: ${count}; the first is ${number}. If they are different people, import undo takes that back`,
    alreadyThere: (count: string, from: string) =>
      `Rows that were already there: ${count}, ${from}. If they are different, import them, too (--others)`,
    from: (file: string, day: string) => `from ${file} of ${day}`,
    fromBefore: 'from before',
    leftOut: (column: string, count: string, line: string, why: string) =>
      `${column}: ${count} left out, the first in line ${line}. ${why} The rows came in without it.`,
    mended: (column: string, count: string, line: string, why: string) =>
      `${column}: ${count} mended, the first in line ${line}. ${why} What could be read is kept.`,
    folded: (column: string, count: string, line: string, why: string) =>
      `${column}: ${count} kept in another spelling, the first in line ${line}. ${why}`,
    ahead: (column: string, count: string, line: string, why: string) =>
      `${column}: ${count} still to come, the first in line ${line}. ${why} Such orders count from their day on.`,
  },
  da: {
    settled: (column: string, header: string, instead: string) => `${column}: ${header} læses, og ikke ${instead}`,
    minor: (header: string) => `${header} er i mindste enhed: 12500 er 125,00`,
    thousands: (header: string) => `${header} er i tusinder: 12,5 er 12.500`,
    millions: (header: string) => `${header} er i millioner: 1,5 er 1.500.000`,
    withVat: (header: string) => `${header}: beløb med moms`,
    withoutVat: (header: string) => `${header}: beløb uden moms`,
    zone: (header: string, zone: string) => `${header}: tider i ${zone}, som bliver til dage i jeres tidszone`,
    place: (header: string) => `Her er ${header} et sted, ikke en status`,
    remembered: (columns: string) =>
      `Kolonner, som de tidligere blev angivet for disse kolonnenavne: ${columns}. Kolonnenavnet ”header” glemmer det igen (--columns header)`,
    knownExport: (system: string, kind: string) => `Det ligner en eksport af ${kind} fra ${system} og læses som den`,
    notRead: (headers: string) => `Læses ikke: ${headers}`,
    above: (lines: string, titles: string) =>
      `Læses ikke, da de står over kolonnenavnene: de første ${lines} linjer (${titles})`,
    scores: (kind: string, scale: string, scores: string) => `${kind}, karakterer på ${scale}: ${scores}`,
    orderLines: (orders: string, rows: string, first: string) =>
      `Ordrer med flere rækker: ${orders}, med ${rows} rækker i alt, den første er ${first}`,
    lineAmounts: {
      added: 'Deres beløb lægges sammen',
      repeated: 'Deres beløb tæller én gang',
      corrected: 'Den sidste række i hver gælder',
    },
    alike: (count: string) => `Rækker, der er helt magen til en anden og kun tæller én gang: ${count}`,
    changedOrders: (count: string, number: string, before: string, after: string) =>
      `Kendte ordrer, der nu har et andet beløb eller en anden dag: ${count}; den første er ${number}: ${before} → ${after}. Det kan fortrydes`,
    changedPeople: (count: string, number: string) =>
      `Kendte kunder, der nu har både et andet navn og en anden e-mailadresse: ${count}; den første er ${number}. Er det andre, kan det fortrydes`,
    alreadyThere: (count: string, from: string) =>
      `Rækker, der fandtes i forvejen: ${count}, ${from}. Er det andre, så indlæs dem som andre (--others)`,
    from: (file: string, day: string) => `fra ${file} den ${day}`,
    fromBefore: 'fra tidligere',
    leftOut: (column: string, count: string, line: string, why: string) =>
      `${column}: ${count} udeladt, den første i linje ${line}. ${why} Rækkerne kommer ind uden.`,
    mended: (column: string, count: string, line: string, why: string) =>
      `${column}: ${count} rettet til, den første i linje ${line}. ${why} Det, der kunne læses, er gemt.`,
    folded: (column: string, count: string, line: string, why: string) =>
      `${column}: ${count} gemmes med en anden skrivemåde, den første i linje ${line}. ${why}`,
    ahead: (column: string, count: string, line: string, why: string) =>
      `${column}: ${count} ligger fremme i tiden, den første i linje ${line}. ${why} Sådanne ordrer tæller fra deres dag.`,
  },
  nb: {
    settled: (column: string, header: string, instead: string) => `${column}: ${header} leses, og ikke ${instead}`,
    minor: (header: string) => `${header} er i minste enhet: 12500 er 125,00`,
    thousands: (header: string) => `${header} er i tusen: 12,5 er 12 500`,
    millions: (header: string) => `${header} er i millioner: 1,5 er 1 500 000`,
    withVat: (header: string) => `${header}: beløp med mva.`,
    withoutVat: (header: string) => `${header}: beløp uten mva.`,
    zone: (header: string, zone: string) => `${header}: tider i ${zone}, som blir dager i deres tidssone`,
    place: (header: string) => `Her er ${header} et sted, ikke en status`,
    remembered: (columns: string) =>
      `Kolonner slik de tidligere ble oppgitt for disse kolonnenavnene: ${columns}. Kolonnenavnet «header» glemmer det igjen (--columns header)`,
    knownExport: (system: string, kind: string) =>
      `Dette ser ut som en eksport av ${kind} fra ${system} og leses som det`,
    notRead: (headers: string) => `Leses ikke: ${headers}`,
    above: (lines: string, titles: string) =>
      `Leses ikke, fordi de står over kolonnenavnene: de første ${lines} linjene (${titles})`,
    scores: (kind: string, scale: string, scores: string) => `${kind}, poeng på ${scale}: ${scores}`,
    orderLines: (orders: string, rows: string, first: string) =>
      `Ordrer med flere rader: ${orders}, med ${rows} rader i alt, den første er ${first}`,
    lineAmounts: {
      added: 'Beløpene deres legges sammen',
      repeated: 'Beløpet deres teller én gang',
      corrected: 'Den siste raden i hver gjelder',
    },
    alike: (count: string) => `Rader som er helt lik en annen, og som bare teller én gang: ${count}`,
    changedOrders: (count: string, number: string, before: string, after: string) =>
      `Kjente ordrer som nå har et annet beløp eller en annen dag: ${count}; den første er ${number}: ${before} → ${after}. Det kan angres`,
    changedPeople: (count: string, number: string) =>
      `Kjente kunder som nå har både et annet navn og en annen e-postadresse: ${count}; den første er ${number}. Er det andre, kan det angres`,
    alreadyThere: (count: string, from: string) =>
      `Rader som fantes fra før: ${count}, ${from}. Er det andre, importer dem som andre (--others)`,
    from: (file: string, day: string) => `fra ${file} den ${day}`,
    fromBefore: 'fra tidligere',
    leftOut: (column: string, count: string, line: string, why: string) =>
      `${column}: ${count} utelatt, den første i linje ${line}. ${why} Radene kommer inn uten.`,
    mended: (column: string, count: string, line: string, why: string) =>
      `${column}: ${count} rettet på, den første i linje ${line}. ${why} Det som kunne leses, er lagret.`,
    folded: (column: string, count: string, line: string, why: string) =>
      `${column}: ${count} lagres med en annen skrivemåte, den første i linje ${line}. ${why}`,
    ahead: (column: string, count: string, line: string, why: string) =>
      `${column}: ${count} ligger fram i tid, den første i linje ${line}. ${why} Slike ordrer teller fra sin dag.`,
  },
});
