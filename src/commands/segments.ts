import { UserError } from '../errors.ts';
import type { Reply } from '../facts/reply.ts';
import { readReadySegments, readSegments } from '../flows/segments/read-segments.ts';
import { removeSegment, renameSegment, saveSegment } from '../flows/segments/save-segment.ts';
import type { CustomerQuery } from '../loyalty/customer-query.ts';
import { foldSpelling } from '../loyalty/facts/segments.ts';
import { readyNames } from '../loyalty/ready-segments.ts';
import type { SegmentRule } from '../loyalty/segment-rule.ts';
import { localDay } from '../loyalty/time/period.ts';
import { readyName, segmentRefusalWords, tooFewForReady } from '../messages/customers/segment-words.ts';
import { segmentsReply } from '../messages/customers/segments.ts';
import { defineText, locales } from '../text/define-text.ts';
import { formatSome } from '../text/list.ts';
import { type Answer, type Asking, type Command, reply } from './command.ts';
import { mayManage } from './may-manage.ts';
import { named, notUnderstood } from './not-understood.ts';
import { beginsWith, withoutOption } from './option-words.ts';

/** "segments" lists them; "segments add Champions", "segments Old = New" and "segments remove Old" change them. */
export const segments = {
  words: ['segments', 'segment', 'segmenter'],
  group: 'set-up',
  help: defineText({
    en: { usage: '/loyalty segments', line: 'Segments that stay up to date by themselves, and ready ones to choose' },
    da: { usage: '/loyalty segmenter', line: 'Segmenter, der holder sig selv ajour, og færdige at vælge imellem' },
    nb: { usage: '/loyalty segmenter', line: 'Segmenter som holder seg selv oppdatert, og ferdige å velge mellom' },
  }),
  replies: { segments: segmentsReply },
  takes: { text: true },
  async run(asking, { words }) {
    if (words.length === 0) return listed(asking);
    mayManage(asking);
    if (beginsWith(words, 'add')) return added(asking, withoutOption(words, 'add').join(' ') || words.join(' '));
    if (beginsWith(words, 'remove')) return removed(asking, withoutOption(words, 'remove').join(' '));
    const [old = '', ...rest] = words.join(' ').split(/ ?= ?/);
    const name = rest.join(' = ');
    if (name === '') throw notUnderstood(segments, [words.join(' ')]);
    return renamed(asking, old, name);
  },
} satisfies Command;

async function listed(asking: Asking): Promise<Answer> {
  const found = await readSegments(asking);
  return reply({ kind: 'segments', segments: found, mayManage: asking.role !== 'member' });
}

/** Saves one that is made ready, by its name in any language. */
async function added(asking: Asking, typed: string): Promise<Answer> {
  const of = readyNames.flatMap((one) => locales.map((locale) => ({ one, name: readyName(locale, one) })));
  const found = of.find(({ name, one }) => [name, one].some((word) => foldSpelling(word) === foldSpelling(typed)));
  if (!found) throw notReady(typed);
  const ready = await readReadySegments(asking, localDay(asking.now(), asking.settings.timeZone));
  if (ready === null) throw new UserError('too-few-customers', tooFewForReady);
  return reply(await saveAs(asking, found.name, ready[found.one]), false);
}

/** @throws UserError where it is refused */
export async function saveAs(asking: Asking, name: string, rule: CustomerQuery): Promise<Reply> {
  const outcome = await saveSegment(asking, name, rule, asking.memberId);
  if (outcome.kind !== 'saved') throw new UserError(outcome.kind, (locale) => segmentRefusalWords(locale, outcome));
  return { kind: 'note', note: { kind: 'segment-saved', name: outcome.name } };
}

async function renamed(asking: Asking, old: string, name: string): Promise<Answer> {
  const { id } = await mustFind(asking, old);
  const outcome = await renameSegment(asking, id, name, asking.memberId);
  if (outcome.kind === 'gone') throw notThere(old, []);
  if (outcome.kind !== 'renamed') throw new UserError(outcome.kind, (locale) => segmentRefusalWords(locale, outcome));
  return reply({ kind: 'note', note: { kind: 'segment-saved', name: outcome.name } }, false);
}

async function removed(asking: Asking, typed: string): Promise<Answer> {
  const { id, name } = await mustFind(asking, typed);
  await removeSegment(asking, id, asking.memberId);
  return reply({ kind: 'note', note: { kind: 'segment-removed', name } }, false);
}

async function mustFind({ store }: Asking, typed: string): Promise<SegmentRule> {
  const { rules } = await store.segmentRules.list();
  const bare = typed.replace(/^["“”„«»]|["“”„«»]$/g, '');
  const found = rules.find(({ name }) => foldSpelling(name) === foldSpelling(bare));
  if (!found) throw notThere(typed, rules);
  return found;
}

const mostNamed = 10;

function notThere(typed: string, rules: readonly SegmentRule[]): UserError {
  return new UserError(
    'no-segment',
    (locale) => {
      const known = rules.map(({ name }) => name);
      return noSegment[locale](named(locale)(typed), formatSome(locale, known, mostNamed));
    },
    { understood: false },
  );
}

function notReady(typed: string): UserError {
  return new UserError(
    'no-ready-segment',
    (locale) => {
      const known = readyNames.map((one) => readyName(locale, one));
      return noneReady[locale](named(locale)(typed), formatSome(locale, known, mostNamed));
    },
    { understood: false },
  );
}

const noSegment = {
  en: (typed: string, known: string) =>
    `No segment that stays up to date by itself is called ${typed}.${known === '' ? '' : ` There are: ${known}.`}`,
  da: (typed: string, known: string) =>
    `Intet segment, der holder sig selv ajour, hedder ${typed}.${known === '' ? '' : ` Der findes: ${known}.`}`,
  nb: (typed: string, known: string) =>
    `Ingen segmenter som holder seg selv oppdatert, heter ${typed}.${known === '' ? '' : ` Det finnes: ${known}.`}`,
};

const noneReady = {
  en: (typed: string, known: string) => `No ready-made segment is called ${typed}. There are: ${known}.`,
  da: (typed: string, known: string) => `Intet færdigt segment hedder ${typed}. Der findes: ${known}.`,
  nb: (typed: string, known: string) => `Ingen ferdige segmenter heter ${typed}. Det finnes: ${known}.`,
};
