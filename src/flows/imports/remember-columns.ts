import type { Context } from '../../context.ts';
import type { ColumnChoice } from '../../store/desk/column-choices.ts';

/** Notes the columns that a person named for a header, for the next file with the same one. */
export function rememberColumns({ store }: Pick<Context, 'store'>, choice: ColumnChoice): Promise<void> {
  return store.columnChoices.save(choice);
}

/** From now on the header says again what its columns are. */
export function forgetColumns({ store }: Pick<Context, 'store'>, headerKey: string): Promise<void> {
  return store.columnChoices.forget(headerKey);
}
