import { mayManage } from '../../commands/may-manage.ts';
import { findFile, readPatiently } from '../../delivery/files.ts';
import { UserError } from '../../errors.ts';
import { addImport } from '../../flows/imports/plan-import.ts';
import { startImport } from '../../flows/imports/start-import.ts';
import {
  importAgainForm,
  importFileForm,
  importFileView,
  type ReadChoices,
  readChoices,
  readImportFile,
} from '../../messages/modals/import-file-form.ts';
import { importPreviewForm, readImportStart } from '../../messages/modals/import-preview-form.ts';
import { noteView } from '../../messages/modals/note-view.ts';
import { waitingView } from '../../messages/modals/waiting-view.ts';
import type { Outcome, Submitted } from '../handler-outcome.ts';
import type { Incoming } from '../identify-member.ts';
import { lookAtImport } from '../imports/look-at-import.ts';
import { conversationWith } from '../send-to-member.ts';
import { onSubmit } from './form.ts';

/** Asks for a file to import. */
export async function openImport({ locale, store, settings }: Incoming): Promise<Outcome> {
  const isFirst = !(await store.customers.exist());
  return { kind: 'open', view: importFileView(locale, isFirst ? settings.timeZone : null) };
}

const read = onSubmit(
  importFileForm,
  (values, { locale }) => readImportFile(values, locale),
  async (incoming, { file, choices }, _, key) => {
    mayManage(incoming);
    return look(incoming, choices, async () => {
      const { memberId, locale } = incoming;
      const { client, apiUrl } = incoming;
      const { name } = await readPatiently(() => findFile(client, apiUrl, file.id));
      // Sent once more, it may be with another file.
      return addImport(incoming, { key: `slack:${key}:${file.id}`, fileName: name, fileId: file.id, memberId, locale });
    });
  },
);

const readAgain = onSubmit(
  importAgainForm,
  (values) => ({ kind: 'filled', values: readChoices(values) }),
  async (incoming, choices, { importId }) => {
    mayManage(incoming);
    return look(incoming, choices, async () => importId);
  },
);

const start = onSubmit(
  importPreviewForm,
  (values) => ({ kind: 'filled', values: readImportStart(values) }),
  async (incoming, choices, { importId }) => {
    mayManage(incoming);
    const { locale, nudgeImports } = incoming;
    await startImport(incoming, importId, choices, await conversationWith(incoming));
    nudgeImports();
    return { kind: 'show', view: noteView({ kind: 'import-started' }, locale) };
  },
);

export const importForms = [read, readAgain, start];

/** The modal waits while the file is read through, which takes longer than Slack does. */
function look(incoming: Incoming, choices: ReadChoices, importOf: () => Promise<number>): Submitted {
  const { store, client, apiUrl, locale } = incoming;
  return {
    kind: 'show',
    view: waitingView(locale),
    later: async () => {
      const importId = await importOf();
      const found = await store.imports.find(importId);
      if (found?.status !== 'looked-at') throw new UserError('import-started', (locale) => startedAlready[locale]);
      return readPatiently(async () => {
        const { name, open } = await findFile(client, apiUrl, found.fileId);
        return lookAtImport(incoming, importId, name, open, choices);
      });
    },
  };
}

const startedAlready = {
  en: 'This import has already been started. Its progress is in your messages from Loyalty Ladder.',
  da: 'Indlæsningen er allerede sat i gang. Du kan følge den i dine beskeder fra Loyalty Ladder.',
  nb: 'Importen er allerede satt i gang. Du kan følge den i meldingene dine fra Loyalty Ladder.',
};
