import { UserError } from '../errors.ts';
import { readTargets } from '../flows/targets/read-targets.ts';
import { removeTarget } from '../flows/targets/set-target.ts';
import { targetTerm } from '../messages/figures/target-line.ts';
import { targetsReply } from '../messages/figures/targets.ts';
import type { TargetProposal } from '../messages/modals/target-form.ts';
import { defineText } from '../text/define-text.ts';
import { formatSome } from '../text/list.ts';
import { type Answer, type Asking, type Command, reply } from './command.ts';
import { mayManage } from './may-manage.ts';
import { named } from './not-understood.ts';
import { beginsWith, withoutOption } from './option-words.ts';
import { readTargetWords, saidFigure, targetPart } from './target-words.ts';

/** "targets" lists them; "target nps 45 30 June" sets one, "target remove nps" takes it away. */
export const targets = {
  words: ['targets', 'target', 'goal', 'goals', 'mål', 'målsætning', 'målsetting'],
  group: 'set-up',
  help: defineText({
    en: {
      usage: '/loyalty target nps 45 30 June',
      line: 'Targets, and how far there is to go; add figure, value and day to set one',
    },
    da: {
      usage: '/loyalty mål nps 45 30. juni',
      line: 'Mål, og hvor langt der er igen; skriv tal og dato for at sætte et nyt',
    },
    nb: {
      usage: '/loyalty mål nps 45 30. juni',
      line: 'Mål, og hvor langt det er igjen; skriv tall og dato for å sette et nytt',
    },
  }),
  replies: { targets: targetsReply },
  explains: 'targets',
  takes: { text: true, window: true },
  async run(asking, { words }) {
    if (words.length === 0) return listed(asking);
    mayManage(asking);
    const [first = '', ...rest] = words;
    if (rest.length === 0 && beginsWith(words, 'remove')) throw wrongRemoval(first);
    if (beginsWith(words, 'remove')) return removed(asking, withoutOption(words, 'remove'));
    if (beginsWith(rest, 'remove')) return removed(asking, [first, ...withoutOption(rest, 'remove')]);
    const said = withoutOption(words, 'add');
    const proposal = said.length === 0 ? nothingSaid : await readTargetWords(asking, said);
    return { kind: 'form', form: 'target', proposal };
  },
} satisfies Command;

const nothingSaid: TargetProposal = { figure: null, part: null, value: '', untilDay: null, span: null };

async function listed(asking: Asking): Promise<Answer> {
  const { asOf, role } = asking;
  const found = await readTargets(asking, asOf, asOf - 1);
  return reply({ kind: 'targets', targets: found, mayChange: role !== 'member' });
}

async function removed(asking: Asking, words: readonly string[]): Promise<Answer> {
  const { figure, rest } = saidFigure(words);
  const { part, before, after } = targetPart(rest);
  const unused = [...before, ...after].join(' ');
  if (unused !== '') throw wrongRemoval(unused);
  const all = await asking.store.targets.list();
  const found = all.find(
    (target) =>
      target.figure === figure &&
      target.part?.dimension === part?.dimension &&
      target.part?.value.toLowerCase() === part?.value.toLowerCase(),
  );
  if (!found) throw noSuchTarget({ figure, part }, all);
  const target = await removeTarget(asking, found.id, asking.memberId);
  return reply({ kind: 'note', note: { kind: 'target-removed', target } }, false);
}

type Aim = Parameters<typeof targetTerm>[1];

function noSuchTarget(typed: Aim, all: readonly Aim[]): UserError {
  return new UserError(
    'no-target',
    (locale) => {
      const known = all.map((one) => targetTerm(locale, one));
      return noTarget[locale](targetTerm(locale, typed), formatSome(locale, known, mostListed));
    },
    { understood: false },
  );
}

const mostListed = 12;

const noTarget = {
  en: (typed: string, known: string) =>
    `There is no target for ${typed}.${known === '' ? '' : ` There are targets for ${known}.`}`,
  da: (typed: string, known: string) =>
    `Der er ikke noget mål for ${typed}.${known === '' ? '' : ` Der er mål for ${known}.`}`,
  nb: (typed: string, known: string) =>
    `Det er ikke noe mål for ${typed}.${known === '' ? '' : ` Det er mål for ${known}.`}`,
};

function wrongRemoval(typed: string): UserError {
  return new UserError('bad-target', (locale) => notOfARemoval[locale](named(locale)(typed)), { understood: false });
}

const notOfARemoval = {
  en: (typed: string) =>
    `I do not understand ${typed} here. Write for example \`/loyalty target remove nps\` or \`/loyalty target remove nps country DK\`.`,
  da: (typed: string) =>
    `Jeg forstår ikke ${typed} her. Skriv for eksempel \`/loyalty mål fjern nps\` eller \`/loyalty mål fjern nps land DK\`.`,
  nb: (typed: string) =>
    `Jeg forstår ikke ${typed} her. Skriv for eksempel \`/loyalty mål fjern nps\` eller \`/loyalty mål fjern nps land NO\`.`,
};
