import { mayManage } from './may-manage.ts';
import type { Command } from './command.ts';

export const importFile: Command = {
  name: 'import',
  async run(asking) {
    mayManage(asking);
    return { kind: 'modal', modal: 'import' };
  },
};
