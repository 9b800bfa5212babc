import type { PredictionProgress } from '../../facts/announcement.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { sentences } from '../../text/sentence.ts';
import { shortened } from '../../text/shorten.ts';
import { escapeMrkdwn, oneLine } from '../../text/typed.ts';
import { lines } from '../kit/blocks.ts';
import type { DrawContext } from '../kit/draw-context.ts';
import { type Message, toMessage } from '../kit/message.ts';
import { drawPrediction } from './prediction.ts';

const words = defineText({
  en: {
    waiting: 'The prediction begins in a moment.',
    running: 'The prediction is being made.',
    read: (count: string) => `Orders of ${count} customers read. This message is kept up to date.`,
    failed: 'The prediction could not be made. The one before still holds.',
  },
  da: {
    waiting: 'Prognosen går i gang om et øjeblik.',
    running: 'Prognosen er ved at blive lavet.',
    read: (count: string) => `Ordrer fra ${count} kunder er læst. Beskeden opdateres løbende.`,
    failed: 'Prognosen kunne ikke laves. Den forrige gælder stadig.',
  },
  nb: {
    waiting: 'Prognosen begynner om et øyeblikk.',
    running: 'Prognosen er under arbeid.',
    read: (count: string) => `Ordrer fra ${count} kunder er lest. Meldingen oppdateres underveis.`,
    failed: 'Prognosen kunne ikke lages. Den forrige gjelder fortsatt.',
  },
});

/** A prediction's one message to who asked for it: edited while it is made, and at its end the answer. */
export function drawPredictionProgress(progress: PredictionProgress, locale: Locale, context: DrawContext): Message {
  const { status, asOf, currency, facts, customers, error } = progress;
  const text = words(locale);
  if (status === 'finished' && facts) {
    const prediction = { asOf, currency, facts };
    return drawPrediction({ kind: 'prediction', prediction, atWork: false, mayRun: false }, locale, context);
  }
  if (status === 'failed') {
    const why = shortened(oneLine(error ?? ''), 1000);
    return toMessage(sentences(text.failed, escapeMrkdwn(why)), [
      lines([{ bold: text.failed }], ...(why === '' ? [] : [[why]])),
    ]);
  }
  const title = status === 'running' ? text.running : text.waiting;
  const read = customers > 0 ? text.read(formatNumber(locale, customers)) : '';
  return toMessage(sentences(title, read), [lines([{ bold: title }], ...(read === '' ? [] : [[read]]))]);
}
