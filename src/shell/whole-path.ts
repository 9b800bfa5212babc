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
  const csv = tokens.find((token) => token.kind === 'option' && token.name === 'csv');
  return argv.map((word, i) => {
    if (brings && i === path?.index) return resolve(word);
    if (csv?.kind !== 'option' || csv.value === undefined) return word;
    if (csv.inlineValue) return i === csv.index ? `--csv=${resolve(csv.value)}` : word;
    return i === csv.index + 1 ? resolve(word) : word;
  });
}

/** Whether a word is one that brings in a file. */
export function saysImport(word: string | undefined): boolean {
  return word !== undefined && findCommand(word)?.words === importFile.words;
}
