import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { Reply } from '../../facts/reply.ts';
import type { TargetFacts } from '../../facts/report.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { sentences } from '../../text/sentence.ts';
import { escapeMrkdwn } from '../../text/typed.ts';
import { actions, context, divider, header, lines, section } from '../kit/blocks.ts';
import { buttonKind } from '../kit/button.ts';
import { withDefinition } from '../kit/docs-link.ts';
import type { DrawContext } from '../kit/draw-context.ts';
import { type Message, toMessage } from '../kit/message.ts';
import type { Presenter } from '../kit/presenter.ts';
import { shareElements } from '../kit/share-button.ts';
import { memberPiece } from '../words/names.ts';
import { spanName } from '../words/span-words.ts';
import { targetJson } from './figure-json.ts';
import { goalWords, progressWords, targetLine, targetName, targetTerm } from './target-line.ts';

/** Opens the modal of a target; null: a new one. */
export const changeTargetButton = buttonKind('target.change', z.object({ targetId: z.int().positive().nullable() }));
export const removeTargetButton = buttonKind('target.remove', z.object({ targetId: z.int().positive() }));

const words = defineText({
  en: {
    title: 'Targets',
    none: 'No target is set yet. With one, digests show how far there is to go, and the alert channel hears when it is reached or left.',
    add: 'Set a target',
    change: 'Change',
    remove: 'Remove',
    keep: 'Keep it',
    sure: (name: string) => `Remove the target for ${name}?`,
    measured: (span: string) => `measured over ${span}`,
    setBy: 'set by ',
    more: (count: string) => `Not shown: ${count}.`,
  },
  da: {
    title: 'Mål',
    none: 'Der er ikke sat noget mål endnu. Med et mål viser opsummeringerne, hvor langt der er igen, og alarmkanalen får besked, når det er nået eller ikke længere holder.',
    add: 'Sæt et mål',
    change: 'Ret',
    remove: 'Fjern',
    keep: 'Behold det',
    sure: (name: string) => `Vil du fjerne målet for ${name}?`,
    measured: (span: string) => `målt over ${span}`,
    setBy: 'sat af ',
    more: (count: string) => `Vises ikke: ${count}.`,
  },
  nb: {
    title: 'Mål',
    none: 'Det er ikke satt noe mål ennå. Med et mål viser oppsummeringene hvor langt det er igjen, og varselkanalen får beskjed når det er nådd eller ikke lenger holder.',
    add: 'Sett et mål',
    change: 'Endre',
    remove: 'Fjern',
    keep: 'Behold det',
    sure: (name: string) => `Vil du fjerne målet for ${name}?`,
    measured: (span: string) => `målt over ${span}`,
    setBy: 'satt av ',
    more: (count: string) => `Vises ikke: ${count}.`,
  },
});

const mostShown = 14;

/** How targets are told. */
export const targetsReply: Presenter<'targets'> = {
  draw: (reply, locale, context) =>
    withDefinition(drawTargets(reply, locale, context), locale, context.docsUrl, 'targets'),
  json: ({ targets }) => ({ targets: targets.map(targetJson) }),
  forAll: (reply) => ({ ...reply, mayChange: false }),
};

/** Every target with how far it is, and the way to change it for those who may. */
function drawTargets(
  { targets, mayChange }: Extract<Reply, { kind: 'targets' }>,
  locale: Locale,
  { said }: DrawContext,
): Message {
  const text = words(locale);
  const elements = [
    ...(mayChange ? [changeTargetButton.element(text.add, { targetId: null }, { style: 'primary' })] : []),
    ...(targets.length > 0 ? shareElements(locale, said) : []),
  ];
  const below = elements.length > 0 ? [actions(...elements)] : [];
  if (targets.length === 0) return toMessage(text.none, [section(text.none), ...below]);
  const shown = targets.slice(0, mostShown);
  const left = targets.length - shown.length;
  return toMessage(sentences(...shown.map((facts) => escapeMrkdwn(targetLine(locale, facts)))), [
    header(text.title),
    ...shown.flatMap((facts) => drawTarget(facts, mayChange, locale)),
    ...(left > 0 ? [context(text.more(formatNumber(locale, left)))] : []),
    ...below,
  ]);
}

function drawTarget(facts: TargetFacts, mayChange: boolean, locale: Locale): KnownBlock[] {
  const text = words(locale);
  const { id: targetId, span, createdBy } = facts;
  const name = targetName(locale, facts);
  const about = [goalWords(locale, facts), text.measured(spanName(locale, span))].join(' · ');
  const confirm = { title: text.remove, text: text.sure(targetTerm(locale, facts)), yes: text.remove, no: text.keep };
  return [
    divider(),
    lines(
      [{ bold: name }, ` ${progressWords(locale, facts)}`],
      // Who sets one in a terminal has no name in Slack.
      createdBy === 'shell' ? [about] : [`${about} · ${text.setBy}`, memberPiece(locale, createdBy)],
    ),
    ...(mayChange
      ? [
          actions(
            changeTargetButton.element(text.change, { targetId }, { spoken: `${text.change}: ${name}` }),
            removeTargetButton.element(
              text.remove,
              { targetId },
              { style: 'danger', confirm, spoken: `${text.remove}: ${name}` },
            ),
          ),
        ]
      : []),
  ];
}
