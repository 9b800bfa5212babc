import { importReply } from '../messages/imports/import-result.ts';
import { defineText } from '../text/define-text.ts';
import type { Command } from './command.ts';
import { mayManage } from './may-manage.ts';

export const importFile = {
  words: ['import', 'importer', 'importér', 'indlæs'],
  help: defineText({
    en: { usage: '/loyalty import', line: 'Bring in customers, orders, feedback and more from a file' },
    da: { usage: '/loyalty indlæs', line: 'Hent kunder, ordrer, feedback med mere ind fra en fil' },
    nb: { usage: '/loyalty importer', line: 'Hent inn kunder, ordrer, tilbakemeldinger med mer fra en fil' },
  }),
  replies: { import: importReply },
  async run(asking) {
    mayManage(asking);
    return { kind: 'form', form: 'import' };
  },
} satisfies Command;
