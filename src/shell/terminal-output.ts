import type { WriteStream } from 'node:tty';
import type { Locale } from '../text/define-text.ts';
import { lookOf, type TerminalLook } from './look.ts';
import { oncePerPercent, type Progress, progressLine } from './progress.ts';

/** What a call in a terminal says, and where it goes. */
export interface ShellOutput {
  out(text: string): void;
  /** Refusals and what is said on the way, apart from the answer. */
  err(text: string): void;
  readonly progress: Progress;
  /** What answers are shown on; left out: a file. */
  readonly look?: TerminalLook;
  /** The language of what is said, once it is known. */
  speaks?(language: Locale): void;
}

/** A stream of the process, which may be a terminal. */
export type Stream = Partial<Pick<WriteStream, 'isTTY' | 'columns' | 'hasColors'>> & { write(text: string): unknown };

const clearLine = '\r\u001b[K';

/**
 * Where the words of a call go: on a terminal progress is one line that moves and goes; in a file it is lines that stay.
 *
 * @param speaks told the language of what is said
 */
export function terminalOutput(stdout: Stream, stderr: Stream, speaks: (language: Locale) => void): ShellOutput {
  let language: Locale = 'en';
  let isShown = false;
  const clear = () => {
    if (isShown) stderr.write(clearLine);
    isShown = false;
  };
  const draw = oncePerPercent((done, all) => {
    if (done >= all) return clear();
    stderr.write(`\r${progressLine(done, all, language, stderr.columns || 80)}\u001b[K`);
    isShown = true;
  });
  return {
    look: lookOf(stdout),
    out(text) {
      clear();
      stdout.write(text);
    },
    err(text) {
      clear();
      stderr.write(text);
    },
    progress(done, all, isWord) {
      if (stderr.isTTY) draw(done, all, isWord);
      else if (isWord) stderr.write(`${done} / ${all}\n`);
    },
    speaks(spoken) {
      language = spoken;
      speaks(spoken);
    },
  };
}
