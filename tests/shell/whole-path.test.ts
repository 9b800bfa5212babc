import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { withWholePath } from '../../src/shell/whole-path.ts';

test.each([
  [['import', 'orders', 'FILE']],
  [['indlæs', 'orders', 'FILE', '--language', 'da']],
  [['--json', 'importer', '--shop', 'web', 'orders', 'FILE']],
])('a file is handed on as it is found where the call was made: %j', (argv) => {
  expect(withWholePath(argv)).toEqual(argv.map((word) => (word === 'FILE' ? resolve('FILE') : word)));
});

test.each([[['import', 'undo', '5']], [['nps', 'by', 'country']], [['importer', 'angre', 'alle']]])(
  'any other word stays as it was typed, to be named as such: %j',
  (argv) => {
    expect(withWholePath(argv)).toEqual(argv);
  },
);
