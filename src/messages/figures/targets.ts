import type { Button, KnownBlock, StaticSelect } from '@slack/types';
import { z } from 'zod';
import type { Reply } from '../../facts/reply.ts';
import type { TargetFacts } from '../../facts/report.ts';
import { terminalActor } from '../../loyalty/actor.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { sentences } from '../../text/sentence.ts';
import { escapeMrkdwn } from '../../text/typed.ts';
import { actions, header, lines, type Piece, section } from '../kit/blocks.ts';
import { buttonKind } from '../kit/button.ts';
import { withDefinition } from '../kit/docs-link.ts';
import type { DrawContext } from '../kit/draw-context.ts';
import { menuElement } from '../kit/menu.ts';
import { type Message, toMessage } from '../kit/message.ts';
import { moreButton } from '../kit/more-button.ts';
import type { Presenter } from '../kit/presenter.ts';
import { shareElements } from '../kit/share-button.ts';
import { plainView } from '../modals/waiting-view.ts';
import { memberPiece } from '../words/names.ts';
import { spanName } from '../words/span-words.ts';
import { targetJson } from './figure-json.ts';
import { goalWords, progressWords, targetLine, targetName, targetTerm } from './target-line.ts';
import { targetsWords } from './targets-words.ts';

/** Opens the modal of a target; null: a new one. */
export const changeTargetButton = buttonKind('target.change', z.object({ targetId: z.int().positive().nullable() }));
export const removeTargetButton = buttonKind('target.remove', z.object({ targetId: z.int().positive() }));

const words = defineText({
  en: {
    title: 'Targets',
    none: 'No target is set yet. With one, digests show how far there is to go, and the alert channel hears when it is reached or no longer met.',
    add: 'Set a target',
    change: 'Change',
    remove: 'Remove',
    keep: 'Keep it',
    sure: (name: string) => `Remove the target for ${name}?`,
    measured: (span: string) => `measured over ${span}`,
    setBy: 'set by ',
    sureOfIt: 'Remove this target?',
    more: (count: string) => `Details of all ${count}`,
  },
  da: {
    title: 'Mål',
    none: 'Der er ikke sat noget mål endnu. Med et mål viser opsummeringerne, hvor langt der er igen, og alarmkanalen får besked, når det nås, og når det ikke længere er nået.',
    add: 'Sæt et mål',
    change: 'Ret',
    remove: 'Fjern',
    keep: 'Behold det',
    sure: (name: string) => `Vil du fjerne målet for ${name}?`,
    measured: (span: string) => `målt over ${span}`,
    setBy: 'sat af ',
    sureOfIt: 'Vil du fjerne målet?',
    more: (count: string) => `Detaljer om alle ${count}`,
  },
  nb: {
    title: 'Mål',
    none: 'Det er ikke satt noe mål ennå. Med et mål viser oppsummeringene hvor langt det er igjen, og varslingskanalen får beskjed når det nås, og når det ikke lenger er nådd.',
    add: 'Sett et mål',
    change: 'Endre',
    remove: 'Fjern',
    keep: 'Behold det',
    sure: (name: string) => `Vil du fjerne målet for ${name}?`,
    measured: (span: string) => `målt over ${span}`,
    setBy: 'satt av ',
    sureOfIt: 'Vil du fjerne målet?',
    more: (count: string) => `Detaljer om alle ${count}`,
  },
});

/** As many are read at a glance, of which so many with when they end and who set them. */
const mostShown = 6;
const mostInFull = 3;
const mostListed = 60;

/** How targets are told. */
export const targetsReply: Presenter<'targets'> = {
  draw: (reply, locale, context) =>
    withDefinition(drawTargets(reply, locale, context), locale, context.docsUrl, 'targets'),
  rest({ targets }, locale) {
    const blocks = targets.slice(0, mostListed).map((facts) => targetBlock(facts, locale, true));
    return plainView.view({ title: words(locale).title, submit: null, blocks }, {}, locale);
  },
  json: ({ targets }) => ({ targets: targets.map(targetJson) }),
  forAll: (reply) => ({ ...reply, mayChange: false }),
};

/** Every target with how far it is, and the way to change it for those who may. */
function drawTargets(
  { targets, mayChange }: Extract<Reply, { kind: 'targets' }>,
  locale: Locale,
  { said, inTerminal }: DrawContext,
): Message {
  const text = words(locale);
  const shown = inTerminal ? targets : targets.slice(0, mostShown);
  const isInFull = inTerminal === true || targets.length <= mostInFull;
  const more = said && !isInFull ? [moreButton.element(text.more(formatNumber(locale, targets.length)), said)] : [];
  const elements = [
    ...(mayChange ? [changeTargetButton.element(text.add, { targetId: null }, { style: 'primary' })] : []),
    ...(mayChange ? changeElements(targets, locale) : []),
    ...more,
    ...(targets.length > 0 ? shareElements(locale, said) : []),
  ];
  const below = elements.length > 0 ? [actions(...elements)] : [];
  if (targets.length === 0) return toMessage(text.none, [section(text.none), ...below]);
  const title = targetsWords(locale, targets);
  return toMessage(sentences(title, ...shown.map((facts) => escapeMrkdwn(targetLine(locale, facts)))), [
    header(title),
    ...shown.map((facts) => targetBlock(facts, locale, isInFull)),
    ...below,
  ]);
}

function targetBlock(facts: TargetFacts, locale: Locale, isInFull: boolean): KnownBlock {
  const text = words(locale);
  const { span, createdBy } = facts;
  const line: Piece[] = [{ bold: targetName(locale, facts) }, ` ${progressWords(locale, facts)}`];
  if (!isInFull) return lines(line);
  const about = [goalWords(locale, facts), text.measured(spanName(locale, span))].join(' · ');
  // Who sets one in a terminal has no name in Slack.
  return lines(
    line,
    createdBy === terminalActor ? [about] : [`${about} · ${text.setBy}`, memberPiece(locale, createdBy)],
  );
}

/** Of one target a button each, of several a menu each in which one says which. */
function changeElements(targets: readonly TargetFacts[], locale: Locale): (Button | StaticSelect)[] {
  const text = words(locale);
  const [first] = targets;
  if (!first) return [];
  if (targets.length === 1) {
    const value = { targetId: first.id };
    const sure = confirmOf(text.sure(targetTerm(locale, first)), locale);
    return [
      changeTargetButton.element(text.change, value, { mark: 'known' }),
      removeTargetButton.element(text.remove, value, { style: 'danger', confirm: sure }),
    ];
  }
  const choices = targets.map((facts) => ({ label: targetName(locale, facts), value: { targetId: facts.id } }));
  const group = [{ title: text.title, choices }];
  return [
    menuElement(changeTargetButton, `${text.change} …`, group, { mark: 'known' }),
    menuElement(removeTargetButton, `${text.remove} …`, group, { confirm: confirmOf(text.sureOfIt, locale) }),
  ];
}

function confirmOf(question: string, locale: Locale) {
  const text = words(locale);
  return { title: text.remove, text: question, yes: text.remove, no: text.keep };
}
