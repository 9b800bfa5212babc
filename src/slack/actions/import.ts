import { mayManage } from '../../commands/may-manage.ts';
import { askUndo } from '../../flows/imports/ask-undo.ts';
import { readImports } from '../../flows/imports/read-imports.ts';
import { undoImportButton } from '../../messages/imports/import-list.ts';
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

export const importButtons: readonly ButtonHandler[] = [takeBack];
