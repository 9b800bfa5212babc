import { UserError } from '../errors.ts';
import { readTargets } from '../flows/targets/read-targets.ts';
import { removeTarget } from '../flows/targets/set-target.ts';
import { foldText } from '../loyalty/facts/customer.ts';
import type { Part } from '../loyalty/figures/figure.ts';
import { type FigureName, figureNames } from '../loyalty/figures/index.ts';
import { type TargetSpan, targetSpans } from '../loyalty/target.ts';
import { targetsReply } from '../messages/figures/targets.ts';
import type { TargetProposal } from '../messages/modals/target-form.ts';
import { saidDimension, saidPart } from '../messages/words/said-part.ts';
import { defineText } from '../text/define-text.ts';
import { saidPeriod } from './calendar-words.ts';
import { type Answer, type Asking, type Command, reply } from './command.ts';
import { figureWords } from './figure.ts';
import { mayManage } from './may-manage.ts';
import { hasOption, withoutOption } from './option-words.ts';
import { saidUntil } from './until-words.ts';

/** "targets" lists them; "target nps 45 30 June" sets one, "target remove nps" takes it away. */
export const targets = {
  words: ['targets', 'target', 'goal', 'goals', 'mål', 'målsætning', 'målsetting'],
  help: defineText({
    en: { usage: '/loyalty target nps 45 30 June', line: 'Targets and how far they are; with words, set one' },
    da: { usage: '/loyalty mål nps 45 30. juni', line: 'Mål, og hvor langt der er igen; med ord sætter du et' },
    nb: { usage: '/loyalty mål nps 45 30. juni', line: 'Mål, og hvor langt det er igjen; med ord setter du et' },
  }),
  replies: { targets: targetsReply },
  explains: 'targets',
  takesNames: true,
  async run(asking, words) {
    if (words.length === 0) return listed(asking);
    mayManage(asking);
    // A segment's name may hold such a word, too.
    if (hasOption(words.slice(0, 2), 'remove')) return removed(asking, withoutOption(words, 'remove'));
    const said = hasOption(words.slice(0, 1), 'add') ? withoutOption(words, 'add') : words;
    return { kind: 'form', form: 'target', proposal: said.length === 0 ? nothingSaid : proposed(asking, said) };
  },
} satisfies Command;

const nothingSaid: TargetProposal = { figure: null, part: null, value: '', untilDay: null, span: null };

async function listed(asking: Asking): Promise<Answer> {
  const { asOf, role } = asking;
  const found = await readTargets(asking, asOf, asOf - 1);
  return reply({ kind: 'targets', targets: found, mayChange: role !== 'member' });
}

/** What words propose; what they leave out is for the modal, or for the shell to refuse. */
function proposed({ asOf, windowDays }: Asking, words: readonly string[]): TargetProposal {
  const { figure, rest: all } = saidFigure(words);
  const { part, rest: withSpan } = partAtEnd(all);
  const { span, rest } = spanAtEnd(withSpan, asOf - 1);
  const given = targetSpans.find((one) => one === windowDays) ?? null;
  if (windowDays !== null && given === null)
    throw new UserError('bad-target', (locale) => badWindow[locale], { understood: false });
  for (let i = 1; i < rest.length; i += 1) {
    const untilDay = saidUntil(rest.slice(i).join(' '), asOf - 1);
    if (untilDay !== null) return { figure, part, value: rest.slice(0, i).join(' '), untilDay, span: given ?? span };
  }
  return { figure, part, value: rest.join(' '), untilDay: null, span: given ?? span };
}

async function removed(asking: Asking, words: readonly string[]): Promise<Answer> {
  const { figure, rest } = saidFigure(words);
  const { part } = partAtEnd(rest);
  const found = (await asking.store.targets.list()).find(
    (target) =>
      target.figure === figure && target.part?.dimension === part?.dimension && target.part?.value === part?.value,
  );
  const target = found ? await removeTarget(asking, found.id, asking.memberId) : null;
  return reply({ kind: 'note', note: { kind: 'target-removed', target } }, false);
}

/** @throws UserError for a word that names no figure */
function saidFigure(words: readonly string[]): { figure: FigureName; rest: readonly string[] } {
  const [word = '', ...rest] = words;
  const folded = foldText(word);
  const figure = figureNames.find((name) => figureWords(name).some((one) => foldText(one) === folded));
  if (!figure) throw new UserError('bad-target', (locale) => noFigure[locale](word), { understood: false });
  return { figure, rest };
}

/** @throws UserError for a part that is none */
function partAtEnd(words: readonly string[]): { part: Part | null; rest: readonly string[] } {
  const at = words.findIndex((word) => saidDimension(word) !== null);
  if (at < 0) return { part: null, rest: words };
  const part = saidPart(words.slice(at));
  if (!part)
    throw new UserError('bad-target', (locale) => noPart[locale](words.slice(at).join(' ')), { understood: false });
  return { part, rest: words.slice(0, at) };
}

/** "… over 365 days", "… over the quarter". */
function spanAtEnd(words: readonly string[], today: number): { span: TargetSpan | null; rest: readonly string[] } {
  const at = words.findIndex((word) => word.toLowerCase() === 'over');
  if (at < 0) return { span: null, rest: words };
  const typed = words
    .slice(at + 1)
    .join(' ')
    .toLowerCase()
    .replace(/^the /, '');
  const days = targetSpans.find((span) => String(span) === typed.replace(/ ?(d|days|dage|dager)$/, ''));
  const calendar = saidPeriod(typed, today)?.calendar;
  const span = days ?? targetSpans.find((one) => one === calendar) ?? null;
  if (span === null) throw new UserError('bad-target', (locale) => badWindow[locale], { understood: false });
  return { span, rest: words.slice(0, at) };
}

const noFigure = {
  en: (word: string) =>
    `“${word}” is not a figure I know. Write for example \`/loyalty target nps 45 30 June\`, or \`/loyalty targets\` to see them.`,
  da: (word: string) =>
    `”${word}” er ikke et tal, jeg kender. Skriv for eksempel \`/loyalty mål nps 45 30. juni\` eller \`/loyalty mål\` for at se dem.`,
  nb: (word: string) =>
    `«${word}» er ikke et tall jeg kjenner. Skriv for eksempel \`/loyalty mål nps 45 30. juni\` eller \`/loyalty mål\` for å se dem.`,
};

const noPart = {
  en: (typed: string) =>
    `I do not know the part “${typed}”. Write for example \`rung ambassador\`, \`country DK\`, \`segment cafés\` or \`source web\` at the end.`,
  da: (typed: string) =>
    `Jeg kender ikke delen ”${typed}”. Skriv for eksempel \`trin ambassadør\`, \`land DK\`, \`segment caféer\` eller \`kilde web\` til sidst.`,
  nb: (typed: string) =>
    `Jeg kjenner ikke delen «${typed}». Skriv for eksempel \`trinn ambassadør\`, \`land NO\`, \`segment kafeer\` eller \`kilde web\` til slutt.`,
};

const badWindow = {
  en: 'A target is measured over 30, 90 or 365 days, or over the month, quarter or year so far: `over 90 days`, `over the quarter`.',
  da: 'Et mål måles over 30, 90 eller 365 dage eller over måneden, kvartalet eller året indtil nu: `over 90 dage`, `over kvartalet`.',
  nb: 'Et mål måles over 30, 90 eller 365 dager eller over måneden, kvartalet eller året så langt: `over 90 dager`, `over kvartalet`.',
};
