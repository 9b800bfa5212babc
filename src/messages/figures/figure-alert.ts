import type { FigureAlertFacts } from '../../facts/report.ts';
import { defaultSpan } from '../../loyalty/target.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { sentences } from '../../text/sentence.ts';
import { capital } from '../../text/terms.ts';
import { escapeMrkdwn } from '../../text/typed.ts';
import { actions, section } from '../kit/blocks.ts';
import { type Message, toMessage } from '../kit/message.ts';
import { windowWords } from '../words/window-words.ts';
import { showFigureButton, showFigureLabel } from './figure-buttons.ts';
import { baseWords, changeWords, valueWords } from './figure-words.ts';
import { progressWords, targetName } from './target-line.ts';

const words = defineText({
  en: {
    reached: (figure: string) => `${figure} has reached its target`,
    left: (figure: string) => `${figure} no longer meets its target`,
    'wrong-way': (figure: string) => `${figure} is moving the wrong way`,
  },
  da: {
    reached: (figure: string) => `${figure} har nået sit mål`,
    left: (figure: string) => `${figure} lever ikke længere op til sit mål`,
    'wrong-way': (figure: string) => `${figure} bevæger sig den forkerte vej`,
  },
  nb: {
    reached: (figure: string) => `${figure} har nådd målet sitt`,
    left: (figure: string) => `${figure} når ikke lenger målet sitt`,
    'wrong-way': (figure: string) => `${figure} beveger seg i feil retning`,
  },
});

/** What happened to a figure, on how many answers, against what, and the way to the figure and its definition. */
export function drawFigureAlert({ kind, part, report, target }: FigureAlertFacts, locale: Locale): Message {
  const { figure, window } = report;
  const title = words(locale)[kind](escapeMrkdwn(targetName(locale, { figure, part })));
  const how = target ? capital(escapeMrkdwn(progressWords(locale, target))) : valueWords(locale, report);
  const restsOn = `${baseWords(locale, report)} · ${windowWords(locale, window)}`;
  const change = changeWords(locale, report);
  const show = { figure, span: target?.span ?? defaultSpan, byRung: part?.dimension === 'rung' };
  return toMessage(sentences(title, how, capital(restsOn), change ?? ''), [
    section(`*${title}*\n${how}`),
    section([capital(restsOn), ...(change ? [change] : [])].join('\n')),
    actions(showFigureButton.element(showFigureLabel(locale, figure), show)),
  ]);
}
