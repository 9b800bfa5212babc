import { readImports } from '../flows/imports/read-imports.ts';
import { importsReply } from '../messages/imports/import-list.ts';
import { importReply } from '../messages/imports/import-result.ts';
import { defineText } from '../text/define-text.ts';
import { type Command, reply } from './command.ts';
import { mayManage } from './may-manage.ts';
import { notUnderstood } from './not-understood.ts';
import { beginsWith, withoutOption } from './option-words.ts';

export const importFile = {
  words: ['import', 'importer', 'importér', 'indlæs'],
  group: 'set-up',
  help: defineText({
    en: { usage: '/loyalty import', line: 'Bring in customers, orders and feedback from a file' },
    da: { usage: '/loyalty indlæs', line: 'Hent kunder, ordrer og feedback ind fra en fil' },
    nb: { usage: '/loyalty importer', line: 'Hent kunder, ordrer og tilbakemeldinger fra en fil' },
  }),
  replies: { import: importReply, imports: importsReply },
  takes: { options: ['undo', 'list'] },
  async run(asking, { words }) {
    mayManage(asking);
    const option = (['undo', 'list'] as const).find((one) => beginsWith(words, one));
    if (!option) return { kind: 'form', form: 'import' };
    const others = withoutOption(words, option);
    if (others.length > 0) throw notUnderstood(importFile, others, option);
    return reply({ kind: 'imports', imports: await readImports(asking) }, false);
  },
} satisfies Command;
