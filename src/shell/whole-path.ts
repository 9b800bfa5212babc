import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { importFile } from '../commands/import.ts';
import { findCommand } from '../commands/index.ts';
import { importKinds } from '../loyalty/facts/import-kind.ts';
import { definitions } from './options.ts';

/** The arguments with a file's path as an app sees it that runs in another folder. */
export function withWholePath(argv: readonly string[]): string[] {
  const { tokens } = parseArgs({ args: [...argv], options: definitions, strict: false, tokens: true });
  const [command, kind, path] = tokens.filter((token) => token.kind === 'positional');
  const brings = saysImport(command?.value) && importKinds.some((one) => one === kind?.value);
  return argv.map((word, i) => (brings && i === path?.index ? resolve(word) : word));
}

/** Whether a word is one that brings in a file. */
export function saysImport(word: string | undefined): boolean {
  return word !== undefined && findCommand(word)?.words === importFile.words;
}
