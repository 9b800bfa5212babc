import type { Reply } from '../facts/reply.ts';
import { undoImport } from '../flows/imports/undo-import.ts';
import { undoRefused } from '../flows/imports/undo-refusal.ts';
import type { ShellRequest } from './request.ts';
import { usage } from './usage.ts';
import { usageWords } from './usage-words.ts';

/** `import --undo ID`: takes an import back as a whole. */
export async function undoInTerminal(request: ShellRequest, typed: string): Promise<Reply> {
  const importId = /^\d{1,9}$/.test(typed) ? Number(typed) : null;
  if (importId === null || request.options.words.length !== 1) {
    throw usage((locale) => usageWords(locale).undo);
  }
  const outcome = await undoImport(request, importId, '');
  if (outcome.kind !== 'undone') throw undoRefused(outcome);
  return { kind: 'note', note: { kind: 'import-undone', fileName: outcome.fileName } };
}
