import type { Command } from './command.ts';
import { mayManage } from './may-manage.ts';

export const importFile: Command = {
  name: 'import',
  async run(asking) {
    mayManage(asking);
    return { kind: 'modal', modal: 'import' };
  },
};
