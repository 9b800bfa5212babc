import type { CausesFacts } from '../../facts/voice-list.ts';
import { allVoices } from '../../loyalty/voice-query.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatList } from '../../text/list.ts';
import { formatNumber, formatPercent } from '../../text/number.ts';
import { counted } from '../../text/plural.ts';
import { capital, causeTerms } from '../../text/terms.ts';
import { bar } from '../kit/bar.ts';
import { actions, context, header, section } from '../kit/blocks.ts';
import { windowJson } from '../kit/json.ts';
import { toMessage } from '../kit/message.ts';
import type { Presenter } from '../kit/presenter.ts';
import { shareElements } from '../kit/share-button.ts';
import { windowWords } from '../words/window-words.ts';
import { moreVoicesButton } from './voice-list.ts';

const words = defineText({
  en: {
    title: (cause: string, count: string, closed: string) =>
      `Most complaints are about ${cause}: ${count} of ${closed}`,
    several: (cause: string, count: string, closed: string) =>
      `Complaints are most often about ${cause}: ${count} of ${closed}`,
    tied: (causes: string, count: string, closed: string) =>
      `Complaints are most often about ${causes}: ${count} each of ${closed}`,
    names: {
      product: 'the product',
      delivery: 'delivery',
      service: 'service',
      price: 'the price',
      billing: 'billing',
      communication: 'communication',
      other: 'something else',
    },
    closed: { one: 'closed follow-up', many: 'closed follow-ups' },
    none: (days: string) => `No follow-ups were closed in the period ${days}, so no causes are known yet`,
    how: 'Whoever closes a follow-up says where the fault was.',
    said: 'What they said',
  },
  da: {
    title: (cause: string, count: string, closed: string) =>
      `De fleste klager handler om ${cause}: ${count} af ${closed}`,
    several: (cause: string, count: string, closed: string) =>
      `Klagerne handler oftest om ${cause}: ${count} af ${closed}`,
    tied: (causes: string, count: string, closed: string) =>
      `Klagerne handler oftest om ${causes}: ${count} af ${closed} hver`,
    names: {
      product: 'produktet',
      delivery: 'leveringen',
      service: 'betjeningen',
      price: 'prisen',
      billing: 'faktureringen',
      communication: 'kommunikationen',
      other: 'noget andet',
    },
    closed: { one: 'lukket opfølgning', many: 'lukkede opfølgninger' },
    none: (days: string) => `Ingen opfølgninger er lukket i perioden ${days}, så årsagerne kendes ikke endnu`,
    how: 'Den, der lukker en opfølgning, vælger, hvor fejlen lå.',
    said: 'Se, hvad de sagde',
  },
  nb: {
    title: (cause: string, count: string, closed: string) =>
      `De fleste klagene gjelder ${cause}: ${count} av ${closed}`,
    several: (cause: string, count: string, closed: string) => `Klagene gjelder oftest ${cause}: ${count} av ${closed}`,
    tied: (causes: string, count: string, closed: string) =>
      `Klagene gjelder oftest ${causes}: ${count} av ${closed} hver`,
    names: {
      product: 'produktet',
      delivery: 'leveringen',
      service: 'kundeservicen',
      price: 'prisen',
      billing: 'faktureringen',
      communication: 'kommunikasjonen',
      other: 'noe annet',
    },
    closed: { one: 'lukket oppfølging', many: 'lukkede oppfølginger' },
    none: (days: string) => `Ingen oppfølginger er lukket i perioden ${days}, så årsakene er ikke kjent ennå`,
    how: 'Den som lukker en oppfølging, velger hvor feilen lå.',
    said: 'Se hva de sa',
  },
});

const mostShown = 7;

/** Why customers complain, the most frequent cause first, and what they said a press away. */
export const causesReply: Presenter<'causes'> = {
  draw({ causes }, locale, { said, inTerminal }) {
    const text = words(locale);
    const { window, byCause, closed } = causes;
    const title = titleOf(locale, causes);
    const rows = byCause.slice(0, mostShown).map(({ cause, count }) => {
      const share = count / closed;
      const name = capital(causeTerms(locale)[cause]);
      return `${bar(share)} ${name} ${formatNumber(locale, count)} · ${formatPercent(locale, share, 0)}`;
    });
    const query = { ...allVoices, isNegative: true, days: window };
    return toMessage(title, [
      header(title),
      ...(rows.length > 0 ? [section(rows.join('\n'))] : []),
      context(closed > 0 ? `${capital(windowWords(locale, window))}. ${text.how}` : text.how),
      ...(inTerminal
        ? []
        : [
            actions(
              moreVoicesButton.element(text.said, { query, after: null, before: 0 }, { style: 'primary' }),
              ...shareElements(locale, said),
            ),
          ]),
    ]);
  },
  json: ({ causes: { window, ...causes } }) => ({ window: windowJson(window), ...causes }),
};

/** The most frequent cause, or those that are named as often. */
function titleOf(locale: Locale, { window, closed, byCause }: CausesFacts): string {
  const text = words(locale);
  const [first] = byCause;
  if (!first) return text.none(windowWords(locale, window));
  const { count } = first;
  const tied = byCause.filter((one) => one.count === count).map(({ cause }) => text.names[cause]);
  const say = tied.length > 1 ? text.tied : count * 2 > closed ? text.title : text.several;
  return say(formatList(locale, tied), formatNumber(locale, count), counted(locale, closed, text.closed));
}
