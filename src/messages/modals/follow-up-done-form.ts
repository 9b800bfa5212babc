import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { FollowUpFacts } from '../../facts/customer.ts';
import { type FollowUpCause, followUpCauses } from '../../loyalty/follow-up.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { capital, causeTerms } from '../../text/terms.ts';
import { context, lines } from '../kit/blocks.ts';
import { memberPiece, nameOf } from '../words/names.ts';
import { choice, type Filled, field, formKind, menu, textField } from './form.ts';
import { formWords } from './form-words.ts';
import { chosenIn, type StateValues, typedIn } from './state.ts';

export const followUpDoneForm = formKind(
  'follow-up.done',
  z.object({ followUpId: z.int().positive(), stewardId: z.string().nullable().default(null) }),
);

export interface FollowUpEnd {
  readonly cause: FollowUpCause;
  readonly outcome: string;
}

const words = defineText({
  en: {
    title: 'Follow-up done',
    about: (name: string) => `About ${name}`,
    others: ' has this follow-up. The thread will say that you closed it.',
    cause: 'Where did it go wrong?',
    outcome: 'What was done?',
    hint: 'It is shown in the thread, for everyone in the channel.',
    submit: 'Done',
  },
  da: {
    title: 'Opfølgning løst',
    about: (name: string) => `Om ${name}`,
    others: ' har denne opfølgning. I tråden kommer der til at stå, at du lukkede den.',
    cause: 'Hvor gik det galt?',
    outcome: 'Hvad er der gjort?',
    hint: 'Det står i tråden, så alle i kanalen kan læse det.',
    submit: 'Løst',
  },
  nb: {
    title: 'Oppfølging løst',
    about: (name: string) => `Om ${name}`,
    others: ' har denne oppfølgingen. I tråden vil det stå at du lukket den.',
    cause: 'Hvor gikk det galt?',
    outcome: 'Hva er gjort?',
    hint: 'Det står i tråden, så alle i kanalen kan lese det.',
    submit: 'Løst',
  },
});

/** Asks for the cause and what was done, before a follow-up is closed. */
export function followUpDoneView(
  {
    id,
    customer,
    stewardId,
    isOwn,
  }: Pick<FollowUpFacts, 'id' | 'customer' | 'stewardId'> & {
    /** Whether who closes it has it. */
    readonly isOwn: boolean;
  },
  locale: Locale,
): ModalView {
  const text = words(locale);
  const causes = followUpCauses.map((cause) => choice(cause, capital(causeTerms(locale)[cause])));
  const outcome = { action: 'follow-up.outcome', limit: 2000, hint: text.hint, multiline: true };
  const blocks = [
    context(text.about(nameOf(locale, customer))),
    ...(isOwn ? [] : [lines([memberPiece(locale, stewardId), text.others])]),
    field('cause', text.cause, menu('follow-up.cause', causes, null)),
    textField('outcome', text.outcome, outcome),
  ];
  return followUpDoneForm.view(
    { title: text.title, submit: text.submit, blocks },
    { followUpId: id, stewardId },
    locale,
  );
}

export function readFollowUpDone(values: StateValues, locale: Locale): Filled<FollowUpEnd> {
  const chosen = chosenIn(values, 'cause');
  const cause = followUpCauses.find((known) => known === chosen);
  const outcome = typedIn(values, 'outcome');
  if (cause && outcome !== '') return { kind: 'filled', values: { cause, outcome } };
  const { chooseOne, needed } = formWords(locale);
  return {
    kind: 'errors',
    errors: { ...(!cause && { cause: chooseOne }), ...(outcome === '' && { outcome: needed }) },
  };
}
