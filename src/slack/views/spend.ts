import { mayManage } from '../../commands/may-manage.ts';
import { addSpend } from '../../flows/acquisition/keep-spend.ts';
import { noteView } from '../../messages/modals/note-view.ts';
import { readSpend, spendForm } from '../../messages/modals/spend-form.ts';
import { onSubmit } from './form.ts';
import { amountReader } from './typed-amounts.ts';

export const spend = onSubmit(
  spendForm,
  (values, incoming) => readSpend(values, incoming.locale, amountReader(incoming)),
  async (incoming, { amount, ...entry }, _, key) => {
    mayManage(incoming);
    const { memberId, locale } = incoming;
    await addSpend(incoming, { ...entry, ...amount, spendId: `slack:${key}` }, memberId);
    return { kind: 'show', view: noteView({ kind: 'spend-added' }, locale) };
  },
);
