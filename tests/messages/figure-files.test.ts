import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { drawReply } from '../../src/commands/tell-reply.ts';
import { firmBase, leastBase } from '../../src/loyalty/figures/figure.ts';
import { figureNames, figures, isFigure } from '../../src/loyalty/figures/index.ts';
import { toldFigures } from '../../src/messages/figures/told/index.ts';
import { locales } from '../../src/text/define-text.ts';
import { context, measured } from './facts.ts';

const counted = 'src/loyalty/figures';
const told = 'src/messages/figures/told';

test('every figure is counted in one file and told in another, both of its name', () => {
  for (const name of figureNames) {
    expect(readFileSync(join(counted, `${name}.ts`), 'utf8')).toContain(`export const ${name}: Figure<`);
    expect(readFileSync(join(told, `${name}.ts`), 'utf8')).toContain(`export const ${name}: ToldFigure = {`);
  }
});

test('no file asks whether a figure is this one or that', () => {
  const asking = new RegExp(`(?:figure|name)\\)? [!=]== '(?:${figureNames.join('|')})'`);
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  expect(files.length).toBeGreaterThan(400);
  expect(files.filter((file) => asking.test(readFileSync(join('src', file), 'utf8')))).toEqual([]);
});

test('a figure that moves with another leads to one that is told by itself', () => {
  const led = figureNames.flatMap((name) => figures[name].movesWith ?? []);
  expect(led.length).toBeGreaterThan(0);
  expect(led.filter((name) => !isFigure(name) || figures[name].movesWith)).toEqual([]);
});

describe.each(locales)('in %s', (locale) => {
  it.each(figureNames)('%s says of every base what it counts, and of what is not known why', (name) => {
    const { one, many, none } = toldFigures[name].base(locale);
    expect([one, many, none].filter((words) => words.trim() === '')).toEqual([]);
    const report = { ...measured(name, [], []), value: null, base: firmBase };
    for (const [part, words] of Object.entries(toldFigures[name].words(locale).missing ?? {})) {
      const missing = part as NonNullable<typeof report.missing>;
      const message = JSON.stringify(drawReply({ kind: 'figure', report: { ...report, missing } }, locale, context));
      expect(message).toContain(words.value);
      expect(message).toContain(words.why);
      const few = drawReply({ kind: 'figure', report: { ...report, missing, base: leastBase - 1 } }, locale, context);
      expect(JSON.stringify(few)).not.toContain(words.value);
    }
  });
});
