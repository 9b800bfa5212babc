import type { Context } from '../../context.ts';
import type { ImportKind } from '../../loyalty/facts/import-kind.ts';
import type { NewImport } from '../../store/desk/imports.ts';

/** Notes a file that is to be imported. @returns the import's id; that of the first where the request is a repeated one */
export function addImport({ store, now }: Context, file: NewImport): Promise<number> {
  return store.imports.add(file, now());
}

/** Notes how a file is to be read, before its import is started. */
export function planImport({ store }: Context, importId: number, kind: ImportKind, plan: object): Promise<void> {
  return store.imports.plan(importId, kind, plan);
}
