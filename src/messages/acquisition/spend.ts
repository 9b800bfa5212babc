import { z } from 'zod';
import { formatDays } from '../../text/date.ts';
import { defineText } from '../../text/define-text.ts';
import { shortened } from '../../text/shorten.ts';
import { oneLine } from '../../text/typed.ts';
import { actions, context, header, plainSection, section } from '../kit/blocks.ts';
import { buttonKind } from '../kit/button.ts';
import { withIsoDays } from '../kit/json.ts';
import { toMessage } from '../kit/message.ts';
import type { Presenter } from '../kit/presenter.ts';
import { amountWords } from '../words/money-words.ts';

/** Of an entry; longer ones are refused when they come in. */
const longestId = 200;

export const addSpendButton = buttonKind('spend.add', z.object({}));
export const removeSpendButton = buttonKind('spend.remove', z.object({ spendId: z.string().max(longestId) }));

const words = defineText({
  en: {
    title: 'What winning customers cost',
    none: 'No spend is recorded yet. Add it here, or import a file with `/loyalty import`.',
    unnamed: 'no source',
    more: 'Only the newest are shown.',
    add: 'Add spend',
    remove: 'Remove',
    sure: 'Remove this entry?',
    keep: 'Keep it',
  },
  da: {
    title: 'Hvad det koster at vinde kunder',
    none: 'Der er endnu ikke registreret udgifter. Tilføj dem her, eller indlæs en fil med `/loyalty indlæs`.',
    unnamed: 'uden kilde',
    more: 'Kun de nyeste vises.',
    add: 'Tilføj udgift',
    remove: 'Fjern',
    sure: 'Fjerne udgiften?',
    keep: 'Behold den',
  },
  nb: {
    title: 'Hva det koster å vinne kunder',
    none: 'Ingen utgifter er registrert ennå. Legg dem til her, eller importer en fil med `/loyalty importer`.',
    unnamed: 'uten kilde',
    more: 'Bare de nyeste vises.',
    add: 'Legg til utgift',
    remove: 'Fjern',
    sure: 'Fjerne utgiften?',
    keep: 'Behold den',
  },
});

const mostShown = 20;

/** The newest entries of what was spent to win customers. */
export const spendReply: Presenter<'spend'> = {
  draw({ spend, more, mayManage }, locale) {
    const text = words(locale);
    const add = mayManage ? [actions(addSpendButton.element(text.add, {}, { style: 'primary' }))] : [];
    if (spend.length === 0) return toMessage(text.none, [section(text.none), ...add]);
    const rows = spend.slice(0, mostShown).map(({ spendId, from, to, source, ...amount }) => {
      const days = formatDays(locale, from, to);
      const named = source === null ? text.unnamed : shortened(oneLine(source), 80);
      const line = `${amountWords(locale, amount)} · ${named} · ${days}`;
      const confirm = { title: text.sure, text: line, yes: text.remove, no: text.keep };
      const spoken = `${text.remove} ${line}`;
      return plainSection(
        line,
        mayManage && spendId.length <= longestId
          ? removeSpendButton.element(text.remove, { spendId }, { confirm, spoken })
          : undefined,
      );
    });
    return toMessage(text.title, [header(text.title), ...rows, ...(more ? [context(text.more)] : []), ...add]);
  },
  json: ({ spend, more }) => ({ spend: withIsoDays(spend), more }),
};
