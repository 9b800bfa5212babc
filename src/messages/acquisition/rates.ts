import { z } from 'zod';
import { formatDay } from '../../text/date.ts';
import { defineText } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { actions, context, header, plainSection, section } from '../kit/blocks.ts';
import { buttonKind } from '../kit/button.ts';
import { withIsoDays } from '../kit/json.ts';
import { toMessage } from '../kit/message.ts';
import type { Presenter } from '../kit/presenter.ts';

export const addRateButton = buttonKind('rate.add', z.object({}));
export const removeRateButton = buttonKind(
  'rate.remove',
  z.object({ currency: z.string().length(3), base: z.string().length(3), day: z.int() }),
);

const words = defineText({
  en: {
    title: (base: string) => `Currency rates into ${base}`,
    none: (base: string) =>
      `No rates into ${base} yet. Amounts in other currencies cannot be added up without one: add it here, or import a file with \`/loyalty import\`.`,
    line: (currency: string, rate: string, base: string, day: string) =>
      `1 ${currency} = ${rate} ${base}, from ${day} on`,
    more: 'Only the newest are shown.',
    about: 'A rate holds from its day until the next one.',
    add: 'Add a rate',
    remove: 'Remove',
    sure: 'Remove this rate?',
    keep: 'Keep it',
  },
  da: {
    title: (base: string) => `Valutakurser til ${base}`,
    none: (base: string) =>
      `Der er ingen kurser til ${base} endnu. Uden dem kan beløb i andre valutaer ikke lægges sammen: Tilføj en her, eller indlæs en fil med \`/loyalty indlæs\`.`,
    line: (currency: string, rate: string, base: string, day: string) =>
      `1 ${currency} = ${rate} ${base}, fra den ${day}`,
    more: 'Kun de nyeste vises.',
    about: 'En kurs gælder fra sin dag til den næste.',
    add: 'Tilføj en kurs',
    remove: 'Fjern',
    sure: 'Fjerne kursen?',
    keep: 'Behold den',
  },
  nb: {
    title: (base: string) => `Valutakurser til ${base}`,
    none: (base: string) =>
      `Det er ingen kurser til ${base} ennå. Uten dem kan beløp i andre valutaer ikke legges sammen: Legg til en her, eller importer en fil med \`/loyalty importer\`.`,
    line: (currency: string, rate: string, base: string, day: string) => `1 ${currency} = ${rate} ${base}, fra ${day}`,
    more: 'Bare de nyeste vises.',
    about: 'En kurs gjelder fra sin dag til den neste.',
    add: 'Legg til en kurs',
    remove: 'Fjern',
    sure: 'Fjerne kursen?',
    keep: 'Behold den',
  },
});

const mostShown = 20;

/** The newest rates into the reporting currency. */
export const ratesReply: Presenter<'rates'> = {
  draw({ base, rates, more, mayManage }, locale) {
    const text = words(locale);
    const into = code(base);
    const add = mayManage ? [actions(addRateButton.element(text.add, {}, { style: 'primary' }))] : [];
    if (rates.length === 0) return toMessage(text.none(into), [section(text.none(into)), ...add]);
    const rows = rates.slice(0, mostShown).map(({ currency, day, rate, base: own }) => {
      const line = text.line(code(currency), formatNumber(locale, rate, 10), code(own), formatDay(locale, day));
      const confirm = { title: text.sure, text: line, yes: text.remove, no: text.keep };
      const look = { confirm, spoken: `${text.remove} ${line}` };
      return plainSection(
        line,
        mayManage ? removeRateButton.element(text.remove, { currency, base: own, day }, look) : undefined,
      );
    });
    const title = text.title(into);
    return toMessage(title, [
      header(title),
      ...rows,
      context(more ? `${text.about} ${text.more}` : text.about),
      ...add,
    ]);
  },
  json: ({ base, rates, more }) => ({ base, rates: withIsoDays(rates), more }),
};

/** Letters alone, so that the words are safe wherever they stand. */
function code(currency: string): string {
  return currency.replace(/[^\p{L}\p{N}]/gu, '').slice(0, 10);
}
