import type { PredictionReply, ToldPrediction } from '../../facts/prediction.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { counted } from '../../text/plural.ts';
import { sentences } from '../../text/sentence.ts';
import { capital } from '../../text/terms.ts';
import { customersBase } from '../figures/told/base-words.ts';
import { actions, bullets, context, header, lines, section } from '../kit/blocks.ts';
import type { DrawContext } from '../kit/draw-context.ts';
import { type Message, toMessage } from '../kit/message.ts';
import type { Presenter } from '../kit/presenter.ts';
import { sayButton } from '../kit/say-button.ts';
import { shareElements } from '../kit/share-button.ts';
import { whyElement } from '../kit/why-button.ts';
import { aboutMoney, aboutNumber } from '../words/estimate-words.ts';
import { predictionTestElement, runPredictionElements } from './prediction-buttons.ts';
import { predictionJson } from './prediction-json.ts';
import { predictionTestBlocks } from './prediction-test.ts';
import { asOfWords, degenerateWords, noPredictionWords, plainLines } from './prediction-words.ts';

const words = defineText({
  en: {
    title: (orders: string, days: string) => `${orders} orders in the next ${days} days`,
    from: (customers: string) => `Expected from ${customers}`,
    worth: (money: string) => `, for ${money} in all`,
    atRisk: { one: 'customer is at risk', many: 'customers are at risk' },
    winnable: (money: string) => `; ${money} can still be saved`,
    tested: (expected: string, actual: string, days: string) =>
      `Checked on the last ${days} days: it would have said ${expected} orders, and ${actual} came.`,
    show: 'Show customers at risk',
  },
  da: {
    title: (orders: string, days: string) => `${orders} ordrer de næste ${days} dage`,
    from: (customers: string) => `Forventet fra ${customers}`,
    worth: (money: string) => `, for i alt ${money}`,
    atRisk: { one: 'kunde er i farezonen', many: 'kunder er i farezonen' },
    winnable: (money: string) => `; ${money} kan stadig reddes`,
    tested: (expected: string, actual: string, days: string) =>
      `Holdt op mod de seneste ${days} dage: Den ville have sagt ${expected} ordrer, og der kom ${actual}.`,
    show: 'Vis kunder i farezonen',
  },
  nb: {
    title: (orders: string, days: string) => `${orders} ordrer de neste ${days} dagene`,
    from: (customers: string) => `Forventet fra ${customers}`,
    worth: (money: string) => `, for til sammen ${money}`,
    atRisk: { one: 'kunde er i faresonen', many: 'kunder er i faresonen' },
    winnable: (money: string) => `; ${money} kan fortsatt reddes`,
    tested: (expected: string, actual: string, days: string) =>
      `Holdt opp mot de siste ${days} dagene: Den ville ha sagt ${expected} ordrer, og det kom ${actual}.`,
    show: 'Vis kunder i faresonen',
  },
});

/** How a prediction is told. */
export const predictionReply: Presenter<'prediction'> = {
  draw: drawPrediction,
  json: predictionJson,
  forAll: (reply) => ({ ...reply, mayRun: false }),
};

/** What is expected, who is at risk, and how far the same would have been right of late; the rest is behind a press. */
export function drawPrediction(reply: PredictionReply, locale: Locale, { said, inTerminal }: DrawContext): Message {
  const { prediction, atWork } = reply;
  const run = runPredictionElements(locale, reply);
  const why = whyElement(locale, 'prediction');
  if (!prediction) {
    const none = noPredictionWords(locale, atWork);
    return toMessage(none, [section(none), actions(...run, why)]);
  }
  const small = context(asOfWords(locale, prediction, atWork).join(' '));
  const share = shareElements(locale, said);
  const { bgNbd, expected, terms } = prediction.facts;
  if (bgNbd.kind === 'degenerate' || !expected) {
    const degenerate =
      bgNbd.kind === 'degenerate' ? degenerateWords(locale, bgNbd.why) : noPredictionWords(locale, atWork);
    const plain = bullets(plainLines(locale, prediction).map((line) => [line]));
    return toMessage(degenerate, [section(degenerate), plain, small, actions(...run, why, ...share)]);
  }
  const title = capital(
    words(locale).title(aboutNumber(locale, expected.orders), formatNumber(locale, terms.horizonDays)),
  );
  const rows = expectedLines(locale, prediction);
  return toMessage(sentences(title, ...rows), [
    header(title),
    lines(...rows.map((row) => [row])),
    ...(inTerminal ? predictionTestBlocks(locale, prediction) : []),
    small,
    actions(
      ...(expected.atRisk > 0
        ? [sayButton.element(words(locale).show, { words: 'at-risk' }, { style: 'primary' })]
        : []),
      predictionTestElement(locale),
      ...run,
      why,
      ...share,
    ),
  ]);
}

/** From whom and of what worth, who is at risk, and what the same would have said of the last months. */
function expectedLines(locale: Locale, { facts, currency }: ToldPrediction): string[] {
  const text = words(locale);
  const { expected, plain, backTest } = facts;
  if (!expected) return [];
  const worth = expected.value === null ? '' : text.worth(aboutMoney(locale, expected.value, currency));
  const winnable = expected.winnableAtRisk ?? null;
  const toWin = winnable === null || expected.atRisk === 0 ? '' : text.winnable(aboutMoney(locale, winnable, currency));
  const tested =
    backTest.kind === 'tested'
      ? text.tested(
          aboutNumber(locale, backTest.expectedOrders),
          formatNumber(locale, backTest.actualOrders),
          formatNumber(locale, backTest.days),
        )
      : '';
  return [
    sentences(text.from(counted(locale, plain.customers, customersBase(locale))) + worth),
    ...(expected.value === null ? [] : [sentences(counted(locale, expected.atRisk, text.atRisk) + toWin)]),
    ...(tested === '' ? [] : [tested]),
  ];
}
