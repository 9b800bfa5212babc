import type { ImportProgress } from '../../facts/import.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { sentences } from '../../text/sentence.ts';
import { shortened } from '../../text/shorten.ts';
import { escapeMrkdwn, oneLine } from '../../text/typed.ts';
import { lines, type Piece } from '../kit/blocks.ts';
import { type Message, toMessage } from '../kit/message.ts';
import { importResultBlocks, resultLines } from './import-result.ts';

const words = defineText({
  en: {
    running: (file: string) => `Importing ${file}`,
    finished: (file: string) => `Imported: ${file}`,
    failed: (file: string) => `Could not import ${file}`,
    cancelled: (file: string) => `Import of ${file} was cancelled`,
    undone: (file: string) => `Taken back: ${file}`,
    undoing: (file: string) => `Taking back ${file}`,
    rows: (count: string, all: string) => `${count} of ${all} rows. This message is kept up to date.`,
    gone: 'What it brought is gone, and what it changed is as it was. The file can be imported again.',
    kept: 'What came in so far is kept. The same file can be imported again: nothing comes in twice.',
    refused: (file: string, count: string) => `Refused rows of ${file} (${count}). Correct them and import this file.`,
  },
  da: {
    running: (file: string) => `Indlæser ${file}`,
    finished: (file: string) => `Indlæst: ${file}`,
    failed: (file: string) => `${file} kunne ikke indlæses`,
    cancelled: (file: string) => `Indlæsningen af ${file} blev afbrudt`,
    undone: (file: string) => `Fortrudt: ${file}`,
    undoing: (file: string) => `Fortryder ${file}`,
    rows: (count: string, all: string) => `${count} af ${all} rækker. Beskeden opdateres løbende.`,
    gone: 'Det, den bragte med sig, er væk, og det, den ændrede, er som før. Filen kan indlæses igen.',
    kept: 'Det, der nåede at komme ind, er gemt. Samme fil kan indlæses igen: Intet kommer ind to gange.',
    refused: (file: string, count: string) => `Afviste rækker fra ${file} (${count}). Ret dem, og indlæs denne fil.`,
  },
  nb: {
    running: (file: string) => `Importerer ${file}`,
    finished: (file: string) => `Importert: ${file}`,
    failed: (file: string) => `Kunne ikke importere ${file}`,
    cancelled: (file: string) => `Importen av ${file} ble avbrutt`,
    undone: (file: string) => `Angret: ${file}`,
    undoing: (file: string) => `Angrer ${file}`,
    rows: (count: string, all: string) => `${count} av ${all} rader. Meldingen oppdateres underveis.`,
    gone: 'Det den brakte med seg, er borte, og det den endret, er som før. Filen kan importeres igjen.',
    kept: 'Det som rakk å komme inn, er lagret. Den samme filen kan importeres på nytt: Ingenting kommer inn to ganger.',
    refused: (file: string, count: string) =>
      `Avviste rader fra ${file} (${count}). Rett dem, og importer denne filen.`,
  },
});

/** An import's one message: edited while it runs, and once more at its end. */
export function drawImportProgress(progress: ImportProgress, locale: Locale): Message {
  const { status, rowsRead, rows: all, result, error, fileName, undoing } = progress;
  const text = words(locale);
  const file = fileWords(fileName);
  if (undoing) return toMessage(text.undoing(escapeMrkdwn(file)), [lines([{ bold: text.undoing(file) }])]);
  const title: Piece = { bold: text[status](file) };
  const spoken = text[status](escapeMrkdwn(file));
  const rows = text.rows(formatNumber(locale, rowsRead), formatNumber(locale, all));
  switch (status) {
    case 'running':
      return toMessage(sentences(spoken, rows), [lines([title], [rows])]);
    case 'undone':
      return toMessage(sentences(spoken, text.gone), [lines([title], [text.gone])]);
    case 'finished': {
      const why = error === null ? [] : [lines([shortened(oneLine(error), 1000)])];
      return toMessage(sentences(spoken, escapeMrkdwn(error ?? ''), ...resultLines(result, locale)), [
        lines([title]),
        ...why,
        ...importResultBlocks(progress, locale),
      ]);
    }
    case 'failed':
    case 'cancelled': {
      const reason = error === null ? '' : shortened(oneLine(error), 1000);
      const blocks = [lines([title], ...(reason === '' ? [] : [[reason]]), [text.kept])];
      return toMessage(sentences(spoken, escapeMrkdwn(reason)), [...blocks, ...importResultBlocks(progress, locale)]);
    }
  }
}

/** The words beside the file of refused rows. */
export function drawRefusedRows({ fileName, result }: ImportProgress, locale: Locale): Message {
  const text = words(locale);
  const count = formatNumber(locale, result.refused);
  const file = fileWords(fileName);
  return toMessage(text.refused(escapeMrkdwn(file), count), [lines([text.refused(file, count)])]);
}

function fileWords(fileName: string): string {
  return shortened(oneLine(fileName), 120) || '?';
}
