import { createInterface } from 'node:readline/promises';
import type { Locale } from '../text/define-text.ts';
import { usageWords } from './usage-words.ts';

/**
 * Asks on the terminal before a repair. It comes before the call, as an app that answers for it has no terminal.
 *
 * @returns the arguments, with `--yes` where a person said so; null: the person said no
 */
export async function askBeforeRepair(argv: readonly string[], locale: Locale): Promise<readonly string[] | null> {
  if (!argv.includes('--repair') || argv.includes('--yes') || !process.stdin.isTTY) return argv;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const typed = await terminal.question(`${usageWords(locale).askRepair} `);
  terminal.close();
  return /^(y|yes|j|ja)$/i.test(typed.trim()) ? [...argv, '--yes'] : null;
}
