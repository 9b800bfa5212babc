import type { Clock } from '../../context.ts';
import type { FileBatch, ImportRows } from '../../facts/import.ts';
import type { ImportKind } from '../../loyalty/facts/import-kind.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { answersAhead } from './answers-ahead.ts';
import { type AheadChoices, type AheadOfKind, type LookedAhead, nothingAhead } from './looked-ahead.ts';
import { ordersAhead } from './orders-ahead.ts';
import { similarCustomers } from './similar-customers.ts';
import { spendAhead } from './spend-ahead.ts';

type Batches = () => AsyncIterable<FileBatch<ImportRows[ImportKind]>>;

/**
 * Holds all rows of a file against what is known. Where what they may mean would make other figures, it is asked before
 * the first of them is taken.
 *
 * @param batches opens the rows of the file
 */
export async function lookAhead(
  context: Clock & { readonly store: WorkspaceStore },
  kind: ImportKind,
  batches: Batches,
  choices: AheadChoices,
): Promise<LookedAhead> {
  const similar = similarCustomers(context.store, choices.similarNumbers, choices.spellings.alike);
  const looksAtNumbers = await mayBeSimilar(context.store, kind, choices);
  const ofKind = await aheadOf(context, kind, choices);
  if (!looksAtNumbers && !ofKind) return nothingAhead;
  for await (const { rows } of batches()) {
    if (looksAtNumbers) await similar.take(rows);
    await ofKind?.take(rows, (name) => similar.readAs().get(name) ?? name);
  }
  const { orders = nothingAhead.readAs.orders, ...ofRows } = (await ofKind?.found()) ?? {};
  const found = { ...nothingAhead, ...ofRows, readAs: { customers: similar.readAs(), orders } };
  return { ...found, refusal: similar.refusal() ?? found.refusal };
}

function aheadOf(
  context: Clock & { readonly store: WorkspaceStore },
  kind: ImportKind,
  choices: AheadChoices,
): Promise<AheadOfKind | null> | AheadOfKind | null {
  switch (kind) {
    case 'orders':
      return ordersAhead(context, choices);
    case 'feedback':
      return answersAhead(context, choices);
    case 'spend':
      return spendAhead(context.store, choices);
    case 'customers':
    case 'recommendations':
    case 'rates':
    case 'campaign':
      return null;
  }
}

/** What was settled of a file whose questions were answered before its import was started, which may be on its way. */
export async function settledAhead(
  context: Clock & { readonly store: WorkspaceStore },
  plan: AheadChoices & { readonly kind: ImportKind },
  batches: Batches,
  importId: number,
): Promise<LookedAhead> {
  const { similarNumbers, knownRows, knownOrders } = plan;
  const isSettled = similarNumbers === 'same' || knownRows === 'same' || knownOrders === 'keep';
  return isSettled ? lookAhead(context, plan.kind, batches, { ...plan, importId }) : nothingAhead;
}

async function mayBeSimilar(
  { customers }: WorkspaceStore,
  kind: ImportKind,
  { similarNumbers, spellings }: AheadChoices,
): Promise<boolean> {
  if (kind === 'spend' || kind === 'rates' || similarNumbers === 'others') return false;
  if (spellings.alike) return true;
  if (!spellings.plain) return customers.exist();
  return customers.haveOddNumbers();
}
