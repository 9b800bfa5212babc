import type { Button, StaticSelect } from '@slack/types';
import { z } from 'zod';
import type { AtRiskCustomer } from '../../facts/prediction.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { buttonKind } from '../kit/button.ts';
import { menuElement } from '../kit/menu.ts';
import { nameOf } from '../words/names.ts';

export const runPredictionButton = buttonKind('prediction.run', z.object({}));
/** Opens a follow-up of a customer who is at risk. */
export const openFollowUpButton = buttonKind('follow-up.open', z.object({ customerId: z.int().positive() }));
/** Does one of several things with a customer of a list. */
export const chooseAtRiskMenu = buttonKind(
  'at-risk.choose',
  z.object({ customerId: z.int().positive(), act: z.enum(['show', 'follow-up']) }),
);
/** Shows how well the newest prediction told what came. */
export const predictionTestButton = buttonKind('prediction.test', z.object({}));

const words = defineText({
  en: {
    run: 'Predict now',
    open: 'Open a follow-up',
    openFirst: 'Follow up on the first',
    openOne: (name: string) => `Follow up on ${name}`,
    customer: 'Customer …',
    show: 'Show',
    test: 'How good is it?',
  },
  da: {
    run: 'Lav prognosen nu',
    open: 'Åbn en opfølgning',
    openFirst: 'Følg op på den første',
    openOne: (name: string) => `Følg op på ${name}`,
    customer: 'Kunde …',
    show: 'Vis',
    test: 'Hvor god er den?',
  },
  nb: {
    run: 'Lag prognosen nå',
    open: 'Åpne en oppfølging',
    openFirst: 'Følg opp den første',
    openOne: (name: string) => `Følg opp ${name}`,
    customer: 'Kunde …',
    show: 'Vis',
    test: 'Hvor god er den?',
  },
});

export function runPredictionElements(
  locale: Locale,
  { mayRun, atWork }: { mayRun: boolean; atWork: boolean },
): Button[] {
  return mayRun && !atWork ? [runPredictionButton.element(words(locale).run, {})] : [];
}

export function predictionTestElement(locale: Locale): Button {
  return predictionTestButton.element(words(locale).test, {});
}

/**
 * The one thing to do with a list of customers at risk: the first without a follow-up gets one.
 *
 * @param isSorted by its reader, so that another may be the first
 */
export function followUpElements(locale: Locale, customers: readonly AtRiskCustomer[], isSorted: boolean): Button[] {
  const text = words(locale);
  const next = customers.find(({ followUp }) => followUp === null);
  if (!next) return [];
  const named = text.openOne(nameOf(locale, next));
  const label = next === customers[0] && !isSorted ? text.openFirst : named;
  return [openFollowUpButton.element(label, { customerId: next.id }, { style: 'primary', spoken: named })];
}

/** What can be done with any of them. */
export function atRiskMenu(locale: Locale, customers: readonly AtRiskCustomer[]): StaticSelect {
  const text = words(locale);
  const choices = (some: readonly AtRiskCustomer[], act: 'show' | 'follow-up') =>
    some.map((customer) => ({ label: nameOf(locale, customer), value: { customerId: customer.id, act } }));
  const waiting = customers.filter(({ followUp }) => followUp === null);
  return menuElement(chooseAtRiskMenu, text.customer, [
    { title: text.show, choices: choices(customers, 'show') },
    { title: text.open, choices: choices(waiting, 'follow-up') },
  ]);
}
