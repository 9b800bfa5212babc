import { mayManage } from '../../commands/may-manage.ts';
import { readImportProgress } from '../../delivery/phrase-import.ts';
import { askUndo } from '../../flows/imports/ask-undo.ts';
import { readImports } from '../../flows/imports/read-imports.ts';
import { undoImportButton } from '../../messages/imports/import-list.ts';
import { importDetailsButton, importDetailsView } from '../../messages/imports/import-result.ts';
import { nothing } from '../handler-outcome.ts';
import { conversationWith } from '../send-to-member.ts';
import { type ButtonHandler, onPress } from './button.ts';

const takeBack = onPress(undoImportButton, async (incoming, { importId }) => {
  mayManage(incoming);
  await askUndo(incoming, importId, incoming.memberId, await conversationWith(incoming));
  incoming.nudgeImports();
  return {
    kind: 'reply',
    reply: { kind: 'imports', imports: await readImports(incoming) },
    said: null,
    replace: true,
  };
});

const details = onPress(importDetailsButton, async ({ store, locale }, { importId }) => {
  const found = await store.imports.find(importId);
  if (!found) return nothing;
  return { kind: 'open', view: importDetailsView(await readImportProgress(store, found), locale) };
});

export const importButtons: readonly ButtonHandler[] = [takeBack, details];
