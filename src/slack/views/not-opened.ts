import type { Button } from '@slack/types';
import { actions, section } from '../../messages/kit/blocks.ts';
import { type Message, toMessage } from '../../messages/kit/message.ts';
import { drawProblem } from '../../messages/kit/problem.ts';
import { defineText, type Locale } from '../../text/define-text.ts';

/** What opens the form anew, from a press of its own; null where nothing can that a button holds. */
export type Retry = ((label: string) => Button) | null;

/** Why a modal is not there; `unsure` where Slack did not say what came of it. */
export type NotOpened = 'late' | 'refused' | 'unsure';

const words = defineText({
  en: {
    late: 'That took longer than Slack waits for a form.',
    refused: 'Slack did not open the form.',
    unsure: 'Slack did not say whether it opened the form. If you do not see it:',
    press: 'Press the button to try again.',
    again: 'Please do the same once more.',
    open: 'Open the form',
    kept: 'Slack did not take the change of the form that you have open. What you filled in is still there: choose once more, or close the form and open it again.',
    stays: 'Slack did not show what comes next in the form that you have open. Close it and open it again.',
  },
  da: {
    late: 'Det tog længere tid, end Slack venter på en formular.',
    refused: 'Slack åbnede ikke formularen.',
    unsure: 'Slack svarede ikke på, om formularen blev åbnet. Hvis du ikke kan se den:',
    press: 'Tryk på knappen for at prøve igen.',
    again: 'Gør det samme en gang til.',
    open: 'Åbn formularen',
    kept: 'Slack tog ikke imod ændringen af den formular, du har åben. Det, du har udfyldt, er der stadig: Vælg en gang til, eller luk formularen, og åbn den igen.',
    stays: 'Slack viste ikke det næste i den formular, du har åben. Luk den, og åbn den igen.',
  },
  nb: {
    late: 'Det tok lengre tid enn Slack venter på et skjema.',
    refused: 'Slack åpnet ikke skjemaet.',
    unsure: 'Slack svarte ikke på om skjemaet ble åpnet. Hvis du ikke ser det:',
    press: 'Trykk på knappen for å prøve på nytt.',
    again: 'Gjør det samme en gang til.',
    open: 'Åpne skjemaet',
    kept: 'Slack tok ikke imot endringen av skjemaet du har åpent. Det du har fylt ut, er der fortsatt: Velg en gang til, eller lukk skjemaet og åpne det igjen.',
    stays: 'Slack viste ikke det neste i skjemaet du har åpent. Lukk det og åpne det igjen.',
  },
});

/** What who waits for a modal is told in its place. */
export function drawNotOpened(
  why: NotOpened,
  { locale, words: said }: { readonly locale: Locale; readonly words?: string },
  retry: Retry,
): Message {
  // The modal would only have said this.
  if (said !== undefined) return drawProblem(said);
  const text = words(locale);
  const told = `${text[why]} ${retry ? text.press : text.again}`;
  return toMessage(told, [section(told), ...(retry ? [actions(retry(text.open))] : [])]);
}

/** That a modal which is open stays as it is. @param isFilled it is a form, with what somebody filled in */
export function notRedrawnWords(locale: Locale, isFilled: boolean): string {
  return isFilled ? words(locale).kept : words(locale).stays;
}
