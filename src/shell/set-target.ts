import { UserError } from '../errors.ts';
import type { Reply } from '../facts/reply.ts';
import { setTarget as saveTarget } from '../flows/targets/set-target.ts';
import { defaultSpan } from '../loyalty/target.ts';
import { readTargetValue } from '../messages/modals/read-target-value.ts';
import type { TargetProposal } from '../messages/modals/target-form.ts';
import type { Locale } from '../text/define-text.ts';
import type { ShellRequest } from './request.ts';
import { usageWords } from './usage-words.ts';

/** `target nps 45 30 June`: sets a target. Numbers are read in the format of `--locale`, else of `--language`. */
export async function setTarget(
  request: ShellRequest,
  { figure, part, value: typed, untilDay, span }: TargetProposal,
): Promise<Reply> {
  const { settings, options } = request;
  if (figure === null || typed === '') throw wrong((locale) => usageWords(locale).target);
  if (untilDay === null) throw wrong((locale) => usageWords(locale).until);
  const value = readTargetValue(typed, figure, settings.currency, options.locale ?? options.language);
  if (value.kind === 'refused') throw wrong(() => value.words);
  const choice = { figure, part, value: value.value, untilDay, span: span ?? defaultSpan };
  const outcome = await saveTarget(request, choice, null);
  if (outcome.kind === 'saved') return { kind: 'note', note: { kind: 'target-saved', target: outcome.target } };
  const isPart = outcome.kind === 'refused' && outcome.field === 'part';
  throw wrong((locale) => usageWords(locale)[isPart ? 'noPart' : 'over']);
}

function wrong(words: (locale: Locale) => string): UserError {
  return new UserError('bad-target', words, { understood: false });
}
