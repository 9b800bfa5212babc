import { type Command, reply } from '../commands/command.ts';
import { UserError } from '../errors.ts';
import type { Reply } from '../facts/reply.ts';
import { repair, verify } from '../flows/upkeep/verify.ts';
import { terminalActor } from '../loyalty/actor.ts';
import { differenceCount } from '../loyalty/counts/verification.ts';
import { verifyHelp } from '../messages/verification.ts';
import { verifyWords } from './call-place.ts';
import type { Progress } from './progress.ts';
import type { ShellRequest } from './request.ts';
import { usage } from './usage.ts';
import { usageWords } from './usage-words.ts';

/** Some seconds' worth: worth a line where lines stay. */
const customersBetweenWords = 50_000;

/** `verify`: holds all that is kept against the facts; with `--repair` everything is then counted anew, if anything differs. */
export function verification(request: ShellRequest): Command {
  return {
    words: verifyWords,
    help: (locale) => ({ usage: 'verify', line: verifyHelp(locale) }),
    run: async () => reply(await verifyKept(request)),
  };
}

async function verifyKept(request: ShellRequest): Promise<Reply> {
  const { options, progress, isStopped } = request;
  if (options.repair && !options.yes) {
    throw usage((locale) => usageWords(locale).repair);
  }
  const found = await verify(request, progressOf(progress, isStopped));
  if (!options.repair || differenceCount(found) === 0) return { kind: 'verification', found, afterRepair: null };
  await repair(request, terminalActor, found);
  const afterRepair = await verify(request, progressOf(progress, isStopped));
  return { kind: 'verification', found, afterRepair };
}

function progressOf(tell: Progress, isStopped: () => boolean) {
  let told = 0;
  return (customers: number, all: number): void => {
    if (isStopped())
      throw new UserError('stopped', (locale) => usageWords(locale).lookedAt(String(customers), String(all)));
    const isWord = customers >= all || customers - told >= customersBetweenWords;
    if (isWord) told = customers;
    tell(customers, all, isWord);
  };
}
