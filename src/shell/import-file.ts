import { createReadStream, existsSync, statSync } from 'node:fs';
import { type FileHandle, open as openFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { UserError } from '../errors.ts';
import type { ImportResult } from '../facts/import.ts';
import type { FileRefusal, RefusedRow } from '../facts/refusal.ts';
import { firstRefused } from '../flows/imports/first-refused.ts';
import { importRows } from '../flows/imports/import-rows.ts';
import { lookAhead } from '../flows/imports/look-ahead.ts';
import { noteImport } from '../flows/imports/note-import.ts';
import { forgetColumns, rememberColumns } from '../flows/imports/remember-columns.ts';
import type { TimeZone } from '../ingest/dates.ts';
import { givenColumns, headerIn, toRemember } from '../ingest/name-columns.ts';
import type { ReadPlan } from '../ingest/read-plan.ts';
import { readRows } from '../ingest/read-rows.ts';
import { refusedFileLine, refusedFileStart } from '../ingest/refused-file.ts';
import { headerKeyOf } from '../ingest/remembered-columns.ts';
import { type FileSurvey, surveyFile } from '../ingest/survey.ts';
import { type SurveyOptions, saidIn } from '../ingest/survey-options.ts';
import { zoneOf } from '../ingest/zone-of.ts';
import { type ImportKind, importKinds } from '../loyalty/facts/import-kind.ts';
import { fileRefusalWords } from '../messages/imports/file-refusal.ts';
import { refusedCellWords, rowRefusalWords } from '../messages/imports/row-refusal.ts';
import { databaseFault } from './database-fault.ts';
import { importProgress } from './import-progress.ts';
import type { ShellOptions } from './options.ts';
import type { ShellRequest } from './request.ts';
import { usage } from './usage.ts';
import { usageWords } from './usage-words.ts';
import { saysImport } from './whole-path.ts';

const shownRefused = 5;

type ReadySurvey = Extract<FileSurvey, { readonly outcome: 'ready' }>;

/** `import orders FILE`: reads a file into the store, with what was refused beside it. */
export async function importFile(request: ShellRequest): Promise<ImportResult> {
  const { rowsPerTransaction, settings, options, isStopped } = request;
  const [command, kindWord, path, ...rest] = options.words;
  const kind = importKinds.find((one) => one === kindWord);
  if (!saysImport(command) || !kind || !path || rest.length > 0)
    throw usage((locale) => usageWords(locale).import(importKinds.slice(1).join(', ')));
  if (!existsSync(path) || !statSync(path).isFile()) {
    throw new UserError('no-file', (locale) => usageWords(locale).noFile(path));
  }
  const open = () => createReadStream(path, { highWaterMark: 1 << 15 });

  const zone = zoneOf(settings.timeZone);
  const { columns, forgets } = givenColumns(options.columns);
  const survey = await surveyFile(open, {
    ...surveyOptions(kind, options, settings.currency, zone),
    others: options.others ? basename(path) : undefined,
    columns,
    knownRates: kind === 'rates' ? await request.store.rates.list() : undefined,
    remembered: forgets ? [] : await request.store.columnChoices.list(),
  });
  const header = headerIn(survey);
  if (forgets && header) await forgetColumns(request, headerKeyOf(header));
  if (survey.outcome === 'refused') throw refusedFor(survey.refusal);
  const { plan } = survey;
  const ahead = await lookAhead(request, kind, () => readRows(open, { ...plan, kind }, zone), plan);
  if (ahead.refusal) throw refusedFor(ahead.refusal);
  const choice = columns ? toRemember(plan, columns, options.feedbackKind) : null;
  if (choice) await rememberColumns(request, choice);
  const refused = refusedFile(path, plan, options);
  const progress = importProgress(survey.records, request.progress, isStopped);
  const noted = await noteImport(request, toNote(kind, path, survey, options));
  const importing = importRows(request, kind, progress.reading(readRows(open, { ...plan, kind }, zone, ahead)), {
    ahead,
    makeCustomers: options.makeCustomers,
    followUps: options.followUps,
    sameNumber: plan.sameNumber,
    readIn: settings.timeZone,
    notesBefore: plan.notes,
    rowsPerTransaction,
    importId: noted.id,
    afterLine: 0,
    isStopped,
    beforeCommit: async (tx, transaction) => {
      await noted.advance(tx, transaction);
      await refused.write(transaction.refused);
      progress.wrote(transaction.rowsRead);
    },
  });
  const { counts, notes, finished } = await closingAfter(noted.endingAfter(importing), refused).catch((thrown) => {
    const fault = databaseFault(thrown);
    throw fault ? progress.cutBy(fault) : thrown;
  });
  if (!finished) throw progress.stopped();
  const refusedPath = counts.refused > 0 ? refused.path : null;
  return { kind, ...counts, notes, refusedFile: refusedPath, firstRefused: refused.first() };
}

function refusedFor(refusal: FileRefusal): UserError {
  return new UserError('file-refused', (locale) => fileRefusalWords(refusal, locale, 'shell'));
}

function toNote(kind: ImportKind, path: string, { plan, records }: ReadySurvey, options: ShellOptions) {
  const { followUps, makeCustomers, language } = options;
  return {
    kind,
    fileName: basename(path),
    locale: language,
    options: { plan, records, followUps, makeCustomers },
  };
}

function surveyOptions(kind: ImportKind, options: ShellOptions, currency: string, zone: TimeZone): SurveyOptions {
  return {
    ...saidIn(options),
    kind,
    locale: options.locale ?? undefined,
    currency: options.currency ?? currency,
    feedbackKind: options.feedbackKind ?? undefined,
    encoding: options.encoding ?? undefined,
    delimiter: options.delimiter ?? undefined,
    zone,
    skip: options.skip ?? undefined,
  };
}

/** `orders.csv` → `orders.refused.csv`, written only when something is refused. */
function refusedFile(path: string, plan: ReadPlan, { language }: ShellOptions) {
  const target = join(dirname(path), `${basename(path, extname(path))}.refused.csv`);
  const first = firstRefused<RefusedRow>(shownRefused);
  let file: FileHandle | null = null;
  return {
    path: target,
    first: () =>
      first
        .told()
        .map((row) => ({ line: row.line, column: row.column, reason: rowRefusalWords(row, language, 'shell') })),
    async write(rows: readonly RefusedRow[]): Promise<void> {
      if (rows.length === 0) return;
      if (!file) {
        file = await openForRefused(target);
        await file.appendFile(refusedFileStart(plan));
      }
      first.add(rows);
      await file.appendFile(
        rows.map((row) => refusedFileLine(plan, row, refusedCellWords(row, language, 'shell'))).join(''),
      );
    },
    async close(): Promise<void> {
      await file?.close();
    },
  };
}

/** @throws UserError where nothing can be written beside the file */
async function openForRefused(target: string): Promise<FileHandle> {
  return openFile(target, 'w', 0o600).catch((cause: NodeJS.ErrnoException) => {
    throw new UserError('refused-file', (locale) => usageWords(locale).refusedFile(target, cause.code ?? cause.name));
  });
}

async function closingAfter<T>(work: Promise<T>, file: { close(): Promise<void> }): Promise<T> {
  try {
    return await work;
  } finally {
    await file.close();
  }
}
