import { mayManage } from '../../commands/may-manage.ts';
import { removeTarget } from '../../flows/targets/set-target.ts';
import { changeTargetButton, removeTargetButton } from '../../messages/figures/targets.ts';
import { toNote } from '../handler-outcome.ts';
import { openKnownTarget, openTarget } from '../views/target.ts';
import { type ButtonHandler, onPress } from './button.ts';

const change = onPress(changeTargetButton, async (incoming, { targetId }) => {
  mayManage(incoming);
  if (targetId === null) {
    return openTarget(incoming, { figure: null, part: null, value: '', untilDay: null, span: null });
  }
  const target = await incoming.store.targets.find(targetId);
  return target ? openKnownTarget(incoming, target) : toNote({ kind: 'target-removed', target: null });
});

const remove = onPress(removeTargetButton, async (incoming, { targetId }) => {
  mayManage(incoming);
  const { memberId } = incoming;
  return toNote({ kind: 'target-removed', target: await removeTarget(incoming, targetId, memberId) });
});

export const targetButtons: readonly ButtonHandler[] = [change, remove];
