import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { ScheduleConflict } from '../../flows/digests/merge-schedule.ts';
import type { Marks } from '../../loyalty/changed-meanwhile.ts';
import { readTurn } from '../../loyalty/time/every-second-week.ts';
import { isTimeZone } from '../../loyalty/time/period.ts';
import { parseWhen } from '../../loyalty/time/read-schedule.ts';
import type { WhenRefusal } from '../../loyalty/time/when-refusal.ts';
import {
  boxes,
  channelMenu,
  choice,
  type Filled,
  field,
  formKind,
  menu,
  textField,
} from '../../messages/modals/form.ts';
import { changedUnder, formWords } from '../../messages/modals/form-words.ts';
import { allChosenIn, channelIn, chosenIn, type StateValues, typedIn } from '../../messages/modals/state.ts';
import { whenRefusalWords } from '../../messages/modals/when-refusals.ts';
import { localeName } from '../../messages/settings.ts';
import { cronWords } from '../../messages/words/when-words.ts';
import { defineText, type Locale, locales } from '../../text/define-text.ts';
import { capital } from '../../text/terms.ts';
import { digestSections } from './index.ts';

/** From what a form was drawn: of which channel, the marks of its digest, and whether it has the review, too. */
export const drawnFrom = z.object({
  channelId: z.string().nullable(),
  seen: z.record(z.string(), z.string()),
  review: z.boolean(),
});
export type DrawnFrom = z.infer<typeof drawnFrom>;

/** Left out: drawn by a version that did not carry it. */
export const digestForm = formKind('digest.save', z.object({ drawn: drawnFrom.optional() }));

/** A digest as it is, or as it is proposed. */
export interface DigestDraft {
  readonly channelId: string | null;
  readonly cron: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly sections: readonly string[];
  readonly active: boolean;
  /** Whether the channel gets the quarterly review, too. */
  readonly review: boolean;
}

export interface DigestEntry extends Omit<DigestDraft, 'cron'> {
  readonly channelId: string;
  /** As typed; it was understood. */
  readonly when: string;
  readonly locale: Locale;
}

const words = defineText({
  en: {
    title: 'Digest',
    channelHint: 'Each channel has one digest.',
    when: 'When',
    whenHint:
      'For example “Mondays 9:00”, “weekdays 8:30”, “every second Tuesday”, “1st of the month” or a cron expression.',
    sections: 'Contents',
    review: 'Quarterly review',
    reviewOn: 'Look back on each quarter on the first weekday of the next, 9:00',
    noSection: 'Choose at least one.',
    thereAlready: 'This channel has a digest already. Type “/loyalty digest settings” there to change it.',
  },
  da: {
    title: 'Opsummering',
    channelHint: 'Hver kanal har én opsummering.',
    when: 'Hvornår',
    whenHint:
      'For eksempel ”mandage 9.00”, ”hverdage 8.30”, ”hver anden tirsdag”, ”den 1. i måneden” eller et cron-udtryk.',
    sections: 'Indhold',
    review: 'Kvartalsgennemgang',
    reviewOn: 'Send en kvartalsgennemgang den første hverdag i kvartalet, kl. 9.00',
    noSection: 'Vælg mindst én del.',
    thereAlready:
      'Kanalen har allerede en opsummering. Skriv ”/loyalty opsummering indstillinger” i kanalen for at rette den.',
  },
  nb: {
    title: 'Oppsummering',
    channelHint: 'Hver kanal har én oppsummering.',
    when: 'Når',
    whenHint:
      'For eksempel «mandager 9:00», «hverdager 8:30», «annenhver tirsdag», «den 1. i måneden» eller et cron-uttrykk.',
    sections: 'Innhold',
    review: 'Kvartalsgjennomgang',
    reviewOn: 'Send en kvartalsgjennomgang den første hverdagen i kvartalet, kl. 9:00',
    noSection: 'Velg minst én del.',
    thereAlready:
      'Kanalen har allerede en oppsummering. Skriv «/loyalty oppsummering innstillinger» i kanalen for å endre den.',
  },
});

/** Where, when, in which language and with what a digest comes. */
export function digestView(draft: DigestDraft, seen: Marks, locale: Locale): ModalView {
  const text = words(locale);
  const languages = locales.map((name) => choice(name, capital(localeName(locale, name))));
  const sections = digestSections.map(({ name, title }) => choice(name, capital(title(locale))));
  const { channel, timeZone, language, state, switchedOn } = formWords(locale);
  const when = whenTyped(draft.cron, locale);
  const active = boxes('digest.state', [choice('on', switchedOn)], draft.active ? ['on'] : []);
  const review = boxes('digest.review', [choice('on', text.reviewOn)], draft.review ? ['on'] : []);
  const blocks = [
    field('channel', channel, channelMenu('digest.channel', draft.channelId), { hint: text.channelHint }),
    textField('when', text.when, { action: 'digest.when', initial: when, limit: 200, hint: text.whenHint }),
    textField('time-zone', timeZone, { action: 'digest.time-zone', initial: draft.timeZone, limit: 60 }),
    field('locale', language, menu('digest.locale', languages, draft.locale)),
    field('sections', text.sections, boxes('digest.sections', sections, draft.sections)),
    field('state', state, active, { optional: true }),
    field('review', text.review, review, { optional: true }),
  ];
  const { channelId, review: hasReview } = draft;
  return digestForm.view({ title: text.title, blocks }, { drawn: { channelId, seen, review: hasReview } }, locale);
}

export function readDigest(values: StateValues, locale: Locale): Filled<DigestEntry> {
  const text = words(locale);
  const channelId = channelIn(values, 'channel');
  const when = typedIn(values, 'when');
  const timeZone = typedIn(values, 'time-zone');
  const chosen = allChosenIn(values, 'sections');
  const sections = digestSections.map(({ name }) => name).filter((name) => chosen.includes(name));
  const language = locales.find((name) => name === chosenIn(values, 'locale'));
  const parsed = parseWhen(when);
  const errors = {
    ...(!channelId && { channel: formWords(locale).chooseOne }),
    ...(parsed.kind === 'refused' && { when: whenRefusalWords(parsed, locale) }),
    ...(!isTimeZone(timeZone) && { 'time-zone': formWords(locale).badTimeZone }),
    ...(!language && { locale: formWords(locale).chooseOne }),
    ...(sections.length === 0 && { sections: text.noSection }),
  };
  if (!channelId || !language || Object.keys(errors).length > 0) return { kind: 'errors', errors };
  const active = allChosenIn(values, 'state').includes('on');
  const review = allChosenIn(values, 'review').includes('on');
  return { kind: 'filled', values: { channelId, when, timeZone, locale: language, sections, active, review } };
}

/** What a flow refused, under the fields it belongs to. */
export function digestErrors(
  refusals: readonly (
    | { readonly field: 'when'; readonly refusal: WhenRefusal }
    | { readonly field: 'timeZone' }
    | { readonly field: 'sections' }
  )[],
  locale: Locale,
): Record<string, string> {
  const text = words(locale);
  const under = refusals.map((refused): [string, string] => {
    if (refused.field === 'when') return ['when', whenRefusalWords(refused.refusal, locale)];
    return refused.field === 'timeZone' ? ['time-zone', formWords(locale).badTimeZone] : ['sections', text.noSection];
  });
  return Object.fromEntries(under);
}

/** What somebody else did meanwhile, under the fields it belongs to. */
export function digestConflict(conflict: ScheduleConflict, locale: Locale): Record<string, string> {
  if (conflict.kind === 'there-already') return { channel: words(locale).thereAlready };
  return changedUnder(conflict.names, locale, fieldOf);
}

/** Fields that are not called as what they hold. */
const fieldOf = { cron: 'when', timeZone: 'time-zone', active: 'state' };

/** Words where they mean the same when they are read again; else the expression itself. */
function whenTyped(cron: string, locale: Locale): string {
  const said = cronWords(locale, cron);
  const again = parseWhen(said);
  return again.kind === 'parsed' && readTurn(again.cron).cron === readTurn(cron).cron ? said : cron;
}
