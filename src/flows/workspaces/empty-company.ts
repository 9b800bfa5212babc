import type { Context } from '../../context.ts';

/**
 * Takes the sample company out of a workspace of the sandbox with all that was done there, for another one to be opened.
 *
 * @param onlyUntouched leave it where anybody has done something there
 * @returns whether it is empty now
 */
export function emptyCompany(context: Context, onlyUntouched: boolean): Promise<boolean> {
  return context.transaction(async (tx) => {
    await tx.settings.holdAlone();
    if (onlyUntouched && (await tx.wasTouched())) return false;
    await tx.empty();
    return true;
  });
}
