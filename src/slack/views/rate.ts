import { mayManage } from '../../commands/may-manage.ts';
import { setRate } from '../../flows/acquisition/keep-rates.ts';
import { noteView } from '../../messages/modals/note-view.ts';
import { rateForm, readRateEntry } from '../../messages/modals/rate-form.ts';
import { onSubmit } from './form.ts';
import { rateReader } from './typed-rate.ts';

export const rate = onSubmit(
  rateForm,
  (values, incoming) => readRateEntry(values, incoming.locale, rateReader(incoming)),
  async (incoming, entry, { base }) => {
    mayManage(incoming);
    const { memberId, locale } = incoming;
    await setRate(incoming, { ...entry, base }, memberId);
    const { currency, day } = entry;
    return { kind: 'show', view: noteView({ kind: 'rate-set', currency, base, day }, locale) };
  },
);
