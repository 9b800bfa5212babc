import { expect, test } from 'vitest';
import { terminalOutput } from '../../src/shell/terminal-output.ts';

/** What is written to a stream, as one text. */
function stream(of: { isTTY?: boolean; columns?: number; colours?: boolean }) {
  const { colours, ...rest } = of;
  let text = '';
  return {
    ...rest,
    hasColors: () => colours ?? false,
    write(piece: string) {
      text += piece;
    },
    text: () => text,
    /** What a person sees in the end: a line that was begun anew shows what was written last. */
    seen: () =>
      text
        .split('\n')
        .map((line) => line.split('\r').at(-1)?.replaceAll('\u001b[K', ''))
        .join('\n'),
  };
}

test('on a terminal progress is one line that moves, in the language of the call, and goes before anything else is said', () => {
  const [out, err] = [stream({ isTTY: true, columns: 80 }), stream({ isTTY: true, columns: 60 })];
  const output = terminalOutput(out, err, () => undefined);
  output.speaks?.('da');
  output.progress(416_000, 800_000, false);
  expect(err.seen()).toBe(`${'━'.repeat(15)}${'─'.repeat(13)} 52 %  416.000 / 800.000`.replace('2 %', '2\u00a0%'));
  output.progress(799_999, 800_000, false);
  expect(err.seen()).toContain('99\u00a0%');
  output.err('Stopped.\n');
  expect(err.seen()).toBe('Stopped.\n');
  output.progress(1, 2, true);
  output.progress(2, 2, true);
  expect(err.seen()).toBe('Stopped.\n');
});

test('the same hundredth is drawn once', () => {
  const err = stream({ isTTY: true });
  const output = terminalOutput(stream({}), err, () => undefined);
  for (let row = 0; row < 10_000; row += 1) output.progress(row, 10_000, false);
  expect(err.text().split('\r').length).toBe(101);
});

test('in a file progress is a line where it is worth one', () => {
  const err = stream({});
  const output = terminalOutput(stream({}), err, () => undefined);
  output.progress(500, 800_000, false);
  output.progress(50_000, 800_000, true);
  output.progress(800_000, 800_000, true);
  expect(err.text()).toBe('50000 / 800000\n800000 / 800000\n');
});

test('a narrow terminal has numbers alone', () => {
  const err = stream({ isTTY: true, columns: 20 });
  terminalOutput(stream({}), err, () => undefined).progress(1, 2, false);
  expect(err.seen()).toBe('50%  1 / 2');
});

test('colour and width are a terminal’s own: a file has neither, and NO_COLOR is for the stream to heed', () => {
  const look = (of: Parameters<typeof stream>[0]) => terminalOutput(stream(of), stream({}), () => undefined).look;
  expect(look({ isTTY: true, columns: 100, colours: true })).toEqual({ columns: 100, colour: true });
  expect(look({ isTTY: true, columns: 100 })).toEqual({ columns: 100, colour: false });
  expect(look({ colours: true, columns: 100 })).toEqual({ columns: null, colour: false });
});
