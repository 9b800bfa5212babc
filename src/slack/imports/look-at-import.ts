import type { ModalView } from '@slack/types';
import type { FileRefusal, RefusedRow } from '../../facts/refusal.ts';
import { isAddress } from '../../flows/customers/find-customers.ts';
import { alikeRows } from '../../flows/imports/already-there.ts';
import { firstRefused } from '../../flows/imports/first-refused.ts';
import { addNotes } from '../../flows/imports/gather-notes.ts';
import { impossibleRow, toldAhead } from '../../flows/imports/impossible-row.ts';
import { lookAhead } from '../../flows/imports/look-ahead.ts';
import type { LookedAhead } from '../../flows/imports/looked-ahead.ts';
import { planImport } from '../../flows/imports/plan-import.ts';
import { forgetColumns, rememberColumns } from '../../flows/imports/remember-columns.ts';
import { dateColumns, numberColumns } from '../../ingest/header-names.ts';
import { givenColumns, headerIn, toRemember } from '../../ingest/name-columns.ts';
import type { OpenFile } from '../../ingest/open-file.ts';
import { previewFile } from '../../ingest/preview.ts';
import type { ReadPlan } from '../../ingest/read-plan.ts';
import { readRows } from '../../ingest/read-rows.ts';
import { headerKeyOf } from '../../ingest/remembered-columns.ts';
import { saidIn } from '../../ingest/survey-options.ts';
import { zoneOf } from '../../ingest/zone-of.ts';
import { isNegative } from '../../loyalty/facts/answer.ts';
import type { ImportKind } from '../../loyalty/facts/import-kind.ts';
import { isRecent } from '../../loyalty/follow-up.ts';
import { localDay } from '../../loyalty/time/period.ts';
import { fileRefusalWords } from '../../messages/imports/file-refusal.ts';
import { importAgainView, type ReadChoices } from '../../messages/modals/import-file-form.ts';
import { type ImportPreview, importPreviewView } from '../../messages/modals/import-preview-form.ts';
import type { Incoming } from '../identify-member.ts';

const shownRows = 3;

/** Reads a file through once and shows what an import would make of it, or what to choose so that it can be read. */
export async function lookAtImport(
  incoming: Incoming,
  importId: number,
  fileName: string,
  open: OpenFile,
  choices: ReadChoices,
): Promise<ModalView> {
  const { settings, locale } = incoming;
  const { columns, forgets } = givenColumns(choices.columns);
  const asked = {
    ...saidIn(choices),
    kind: choices.kind,
    columns,
    remembered: forgets ? [] : await incoming.store.columnChoices.list(),
    locale: choices.locale ?? undefined,
    skip: choices.skip ?? undefined,
    knownRates: await incoming.store.rates.list(),
    currency: settings.currency,
  };
  const read = await previewFile(open, asked, zoneOf(settings.timeZone), shownRows);
  const header = headerIn(read);
  if (forgets && header) await forgetColumns(incoming, headerKeyOf(header));
  const again = ({ refusal }: { readonly refusal: FileRefusal }) => {
    const why = fileRefusalWords(refusal, locale, 'form');
    return importAgainView(importId, { code: refusal.code, why }, choices, locale);
  };
  if (read.outcome === 'refused') return again(read);
  const { plan, records, rows } = read;
  const choice = columns ? toRemember(plan, columns, null) : null;
  if (choice) await rememberColumns(incoming, choice);
  const ahead = await lookAhead(incoming, plan.kind, () => readRows(open, plan, zoneOf(settings.timeZone)), plan);
  if (ahead.refusal) return again({ refusal: ahead.refusal });
  await planImport(incoming, importId, plan.kind, { plan, records });
  const preview = {
    ...previewOf(plan),
    importId,
    fileName,
    rows: records,
    firstRows: rows.map(({ cells }) => Object.values(plan.columns.at).map((at) => cells[at] ?? '')),
    ...(await countConsequences(incoming, open, plan, ahead)),
  };
  return importPreviewView(preview, locale);
}

/** How the file is read. */
function previewOf(plan: ReadPlan) {
  const headers = plan.headerLine === null ? [] : plan.columns.header;
  return {
    kind: plan.kind,
    columns: Object.entries(plan.columns.at).map(([column, at]) => ({ column, header: headers[at] ?? '' })),
    encoding: plan.encoding,
    delimiter: plan.dialect.delimiter,
    numberStyle: hasAny(plan, numberColumns[plan.kind]) ? plan.numberStyle : null,
    dateOrder: hasAny(plan, dateColumns[plan.kind]) ? plan.dateOrder : null,
  };
}

function hasAny({ columns }: ReadPlan, names: readonly string[]): boolean {
  return names.some((name) => name in columns.at);
}

type Consequences = Pick<ImportPreview, 'newCustomers' | 'alerts' | 'notes' | 'refused'>;

const shownRefused = 3;

/** Counts rows that would be refused, and keeps the first of them. */
function refusedRows() {
  const first = firstRefused<RefusedRow>(shownRefused);
  let count = 0;
  return {
    add(rows: readonly RefusedRow[]): void {
      count += rows.length;
      first.add(rows);
    },
    told: (): Consequences['refused'] => ({ count, first: first.told() }),
  };
}

/** Whom the file alone names, how many alerts it would cause, and what is to be told of its rows. */
async function countConsequences(
  incoming: Incoming,
  open: OpenFile,
  plan: ReadPlan,
  ahead: LookedAhead,
): Promise<Consequences> {
  const { kind } = plan;
  if (kind === 'feedback') return countAlerts(incoming, open, plan, ahead);
  const named = new Set<string>();
  const today = localDay(incoming.now(), incoming.settings.timeZone);
  const alike = alikeRows(kind);
  const unread = refusedRows();
  let { notes } = plan;
  for await (const { rows, refused } of readRows(open, plan, zoneOf(incoming.settings.timeZone), ahead)) {
    unread.add(refused);
    notes = addNotes(notes, toldAhead(rows, today));
    alike.add(rows);
    if (!namesCustomers(kind)) continue;
    for (const { row } of rows) {
      const { customer, recommender } = row as Naming;
      if (customer) named.add(customer);
      if (recommender) named.add(recommender);
    }
  }
  return {
    newCustomers: namesCustomers(kind) ? await countUnknown(incoming.store, named) : null,
    alerts: null,
    refused: unread.told(),
    notes: [...notes, ...ahead.notes, ...(await alike.told(incoming.store, incoming.settings.timeZone, 0))],
  };
}

/** Customers of whom no more may be known than this file says. */
interface Naming {
  readonly customer?: string | null;
  readonly recommender?: string;
}

function namesCustomers(kind: ImportKind): boolean {
  return kind === 'orders' || kind === 'recommendations' || kind === 'campaign';
}

async function countAlerts(
  { store, settings, now }: Incoming,
  open: OpenFile,
  plan: ReadPlan,
  ahead: LookedAhead,
): Promise<Consequences> {
  const named = new Set<string>();
  const alerts = { recent: new Set<string>(), all: new Set<string>() };
  const today = localDay(now(), settings.timeZone);
  const alike = alikeRows('feedback');
  const unread = refusedRows();
  let { notes } = plan;
  const zone = zoneOf(settings.timeZone);
  for await (const { rows, refused } of readRows(open, { ...plan, kind: 'feedback' }, zone, ahead)) {
    unread.add([
      ...refused,
      ...rows.filter(({ row }) => row.day > today).map((row) => impossibleRow(row, { why: 'in-future' })),
    ]);
    notes = addNotes(notes, rows);
    alike.add(rows);
    const known = await store.answers.known(rows.flatMap(({ row }) => [row.answerId, ...(row.formerIds ?? [])]));
    for (const { line, row } of rows) {
      if (row.day > today || ahead.leftAlone.has(line) || ahead.knownBy.has(line)) continue;
      if (row.customer !== null) named.add(row.customer);
      const isKnown = known.has(row.answerId) || row.formerIds?.some((former) => known.has(former));
      if (isKnown || !isNegative(row)) continue;
      // Of one customer however many answers make one follow-up.
      const about = row.customer ?? `\u0000${row.answerId}`;
      alerts.all.add(about);
      if (isRecent(row.day, today)) alerts.recent.add(about);
    }
  }
  const atWork = await store.followUps.customersAtWork([...alerts.all]);
  const count = (of: Set<string>) => [...of].filter((about) => !atWork.has(about)).length;
  return {
    newCustomers: await countUnknown(store, named),
    alerts: { recent: count(alerts.recent), all: count(alerts.all) },
    refused: unread.told(),
    notes: [...notes, ...(await alike.told(store, settings.timeZone, 0))],
  };
}

const slice = 10_000;

async function countUnknown(store: Incoming['store'], named: ReadonlySet<string>): Promise<number> {
  const all = [...named];
  let known = 0;
  for (let i = 0; i < all.length; i += slice) {
    const some = all.slice(i, i + slice);
    const numbers = await store.customers.idsOf(some);
    const addresses = await store.customers.ofAddresses(some.filter((name) => isAddress(name) && !numbers.has(name)));
    known += numbers.size + addresses.size;
  }
  return all.length - known;
}
