import type { Asking, Command } from '../commands/command.ts';
import { importFile as importWords } from '../commands/import.ts';
import { answerWords } from '../commands/index.ts';
import { saveAs } from '../commands/segments.ts';
import { drawReply, exitCodeOf, toJson } from '../commands/tell-reply.ts';
import type { Deps } from '../context.ts';
import { explain, UserError } from '../errors.ts';
import type { DefinedName } from '../facts/defined.ts';
import type { Reply } from '../facts/reply.ts';
import { predictAsOf } from '../flows/predictions/predict-customers.ts';
import { defaultSettings } from '../loyalty/settings.ts';
import { localDay } from '../loyalty/time/period.ts';
import { countedHow } from '../messages/kit/docs-link.ts';
import { placeOf } from './call-place.ts';
import { corrections } from './corrections.ts';
import { databaseFaultWords } from './database-fault.ts';
import { fillIn } from './fill-in.ts';
import { shellHelp, toHelpText } from './help.ts';
import { plainLook, type TerminalLook } from './look.ts';
import { mustBelong } from './option-places.ts';
import { languageIn, readOptions, type TypedOptions } from './options.ts';
import { inTerminalWords, toText } from './print.ts';
import { languageOf, type ShellRequest, toRequest, withGivenSettings } from './request.ts';
import type { ShellOutput } from './terminal-output.ts';
import { verification } from './verify.ts';
import { idsIn, withNames } from './with-names.ts';
import { writeCustomers } from './write-customers.ts';
import { writeVoices } from './write-voices.ts';

/**
 * Runs one call of the shell.
 *
 * @returns the exit code: 0 done, 1 not or not wholly (refused rows too), 2 wrong usage
 */
export async function runShell(
  deps: Deps,
  argv: readonly string[],
  output: ShellOutput,
  isStopped: () => boolean,
): Promise<0 | 1 | 2> {
  let language = languageIn(argv);
  try {
    const options = withAdd(readOptions(argv));
    mustBelong(options);
    const opened = await toRequest(deps, options, output, isStopped);
    language = opened.options.language;
    output.speaks?.(language);
    const request = await withGivenSettings(opened);
    const reply = await answer(request);
    const code = exitCodeOf(reply);
    if (options.json) output.out(`${JSON.stringify(toJson(reply), null, 2)}\n`);
    // A word that is none is refused as any wrong call is.
    else (code === 2 ? output.err : output.out)(await toTerminal(reply, request, output.look));
    return code;
  } catch (thrown) {
    const mendable = databaseFaultWords(thrown, language ?? 'en');
    if (mendable) {
      output.err(`${mendable}\n`);
      return 1;
    }
    language ??= thrown instanceof UserError ? await languageOf(deps) : 'en';
    output.err(`${inTerminalWords(explain(thrown, language, deps.log), language)}\n`);
    return thrown instanceof UserError && !thrown.understood ? 2 : 1;
  }
}

/** Options of an answer note one, also where "add" is left out. */
function withAdd(options: TypedOptions): TypedOptions {
  const { words, given } = options;
  const isNote = words.length === 1 && placeOf({ words, given }) === 'feedback';
  return isNote ? { ...options, words: [...words, 'add'] } : options;
}

/** The same words as in Slack, and those that are understood in a terminal alone. */
async function answer(request: ShellRequest): Promise<Reply> {
  const { options, settings } = request;
  const asOf = options.asOf ?? localDay(request.now(), settings.timeZone) + 1;
  const asking: Asking = {
    ...request,
    memberId: null,
    role: 'admin',
    asOf,
    windowDays: options.windowDays,
    windowWords: options.windowWords,
    ...(await predicting(request)),
  };
  const answered = await answerWords(asking, options.words.map(asTyped).join(' '), [
    verification(request),
    ...corrections(request),
    importCommand,
    shellHelp,
  ]);
  if (answered.kind !== 'reply') return fillIn(request, answered);
  const { reply } = answered;
  if (reply.kind === 'voice-list' && options.csv !== null)
    return writeVoices(request, reply.list.query, asOf, options.csv);
  if (reply.kind !== 'customer-list') return reply;
  if (options.saveAs !== null) return saveAs(asking, options.saveAs, reply.list.query);
  return options.csv === null ? reply : writeCustomers(request, reply.list.query, options.csv);
}

/** `segment:"key accounts"` comes from a shell without its quotes. */
function asTyped(word: string): string {
  return word.replace(/^(\p{L}+):([^"“”„«»]*\s[^"“”„«»]*)$/u, '$1:"$2"');
}

/**
 * What Slack tells of a prediction, the stored run, is told here too. A day that is asked for, or nothing stored yet, is predicted
 * at once: without a day as of today, as the night would.
 */
async function predicting(request: ShellRequest): Promise<Pick<Asking, 'predictNow'>> {
  const { options, settings, store } = request;
  if (options.asOf === null && (await store.predictionRuns.newest()) !== null) return {};
  const asOf = options.asOf ?? localDay(request.now(), settings.timeZone);
  return { predictNow: () => predictAsOf(request, asOf, settings.currency) };
}

/** A kind and a file stand after it here: see import-file.ts. */
const importCommand: Command = { ...importWords, takes: { text: true } };

async function toTerminal(
  reply: Reply,
  { settings, now, docsUrl, options, namesInSlack }: ShellRequest,
  look: TerminalLook = plainLook,
): Promise<string> {
  if (reply.kind === 'help' && !reply.unknown) return toHelpText(reply, look, options.language);
  const { timeZone } = { ...defaultSettings, ...settings };
  const today = localDay(now(), timeZone);
  const context = { today, timeZone, said: null, memberId: null, docsUrl, inTerminal: true } as const;
  const { language: locale } = options;
  const definitionOf = (name: DefinedName) => countedHow(locale, context, name);
  const message = drawReply(reply, locale, context);
  const ids = idsIn(message);
  const names = ids.length > 0 ? await namesInSlack?.(ids) : undefined;
  return toText(names ? withNames(message, names) : message, { look, locale, definitionOf });
}
