import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { inconsistencies } from '../store/consistency.ts';
import { databaseKinds } from '../support/database.ts';
import { type Ask, file, importing, json } from './support.ts';
import { openTerminal, type Terminal } from './terminal.ts';

let terminal: Terminal;
const ask: Ask = (args) => terminal.ask(args);
beforeAll(async () => {
  terminal = await openTerminal(databaseKinds.at(-1));
});
beforeEach(() => terminal.empty());
afterAll(() => terminal.close());

const oneToTen = (header: string) =>
  file(
    `customer,date,${header}\n${Array.from({ length: 10 }, (_, i) => `c${i + 1},2026-03-0${(i % 9) + 1},${i + 1}\n`).join('')}`,
  );

test('scores from 1 to 10 are no NPS before somebody says what they are, and then the figure says so', async () => {
  const path = oneToTen('NPS (1-10)');
  const { code, err } = await importing(ask, 'feedback', path);
  expect([code, err]).toEqual([1, expect.stringContaining('--scale 1-10')]);
  expect(await json(ask, 'nps', '2026-03')).toMatchObject({ base: 0 });

  const { out } = await ask(['import', 'feedback', path, '--scale', '1-10']);
  expect(out).toContain('scores on 1–10: 1 × 1 · 2 × 1');
  expect(out).toContain('9–10 are promoters, 7–8 passives and 1–6 detractors');

  const told = await ask(['nps', '2026-03']);
  expect(told.out).toContain('−40 (1–10)');
  expect(told.out).toContain('10 answers, 10 given on 1–10');
  expect(told.out).toContain('Of all answers in this period, 10 were given on a scale of 1–10.');
  expect(await json(ask, 'nps', '2026-03')).toMatchObject({
    value: -40,
    base: 10,
    counts: { promoters: 2, passives: 2, detractors: 6 },
    scales: { now: [{ scale: { min: 1, max: 10 }, answers: 10 }], before: [] },
  });
  for (const words of [
    ['nps', 'trend'],
    ['nps', 'by', 'country'],
    ['--window', '2026-03'],
  ]) {
    const { out: text } = await ask([...words, '--as-of', '2026-04-01']);
    expect(text, words.join(' ')).toContain('1–10');
  }
  const { rows } = await terminal.pool.query('SELECT id FROM workspaces');
  expect(await inconsistencies(terminal.pool, rows[0]?.id, 31)).toEqual([]);
});

test('satisfaction from 1 to 10 is refused as a whole, and counts from 8 on where that is said', async () => {
  const path = oneToTen('score');
  const { code, err } = await importing(ask, 'feedback', path, '--kind', 'csat');
  expect([code, err]).toEqual([1, expect.stringContaining('--scale 1-10')]);
  expect(await json(ask, 'csat', '2026-03')).toMatchObject({ base: 0 });

  expect(await importing(ask, 'feedback', path, '--kind', 'csat', '--scale', '1-10')).toMatchObject({
    imported: 10,
    refused: 0,
  });
  const report = await json(ask, 'csat', '2026-03');
  expect(report).toMatchObject({ value: 0.3, base: 10 });
  expect(report).not.toHaveProperty('average');
  const told = await ask(['csat', '2026-03']);
  expect(told.out).toContain('8–10 count as satisfied');
  expect(told.out).not.toContain('Average');
});

test('from which score on an answer is satisfied can be said', async () => {
  const path = oneToTen('score');
  const args = ['--kind', 'csat', '--scale', '1-10', '--satisfied-from', '9'];
  expect(await importing(ask, 'feedback', path, ...args)).toMatchObject({ imported: 10 });
  expect(await json(ask, 'csat', '2026-03')).toMatchObject({ value: 0.2 });
  expect((await ask(['csat', '2026-03'])).out).toContain('9–10 count as satisfied');
});

test('a scale whose 1 is the best is asked about, and counted from that end after that', async () => {
  const path = file(
    'customer,date,CSAT (1 = meget tilfreds)\na,2026-03-01,1\nb,2026-03-01,2\nc,2026-03-01,1\nd,2026-03-01,5\ne,2026-03-01,3\n',
  );
  const { code, err } = await importing(ask, 'feedback', path);
  expect([code, err]).toEqual([1, expect.stringContaining('--scale 5-1')]);
  expect(await importing(ask, 'feedback', path, '--scale', '5-1')).toMatchObject({ imported: 5 });
  expect(await json(ask, 'csat', '2026-03')).toMatchObject({
    value: 0.6,
    scales: { now: [{ scale: { min: 1, max: 5, reversed: true }, answers: 5 }] },
  });
  const told = await ask(['csat', '2026-03']);
  expect(told.out).toContain('60% (5–1)');
  expect(told.out).toContain('given on a scale of 5–1. There, 1–2 count as satisfied.');
});

test.each([
  [['--scale', '5-1', '--satisfied-from', '2'], 'write --scale too'],
  [['--scale', 'ten'], '--scale ten is no scale; write it like 1-10.'],
  [['--satisfied-from', '9'], 'write --scale too'],
  [['--scale', '1-10', '--satisfied-from', '11'], '--satisfied-from 11 is not a whole number from 2 to 10.'],
])('a scale that is none is refused: %s', async (args, words) => {
  const { code, err } = await importing(ask, 'feedback', oneToTen('NPS'), ...args);
  expect([code, err]).toEqual([2, expect.stringContaining(words)]);
});
