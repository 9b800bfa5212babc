import { describe, expect, test } from 'vitest';
import { rungs } from '../../src/loyalty/ladder/rung-rules.ts';
import { heatSteps } from '../../src/pictures/heat-svg.ts';
import { colours, rungColours, width } from '../../src/pictures/look.ts';
import type { TrendPicture } from '../../src/pictures/picture.ts';
import { widthOf } from '../../src/pictures/svg.ts';
import { toSvg } from '../../src/pictures/to-svg.ts';
import { locales } from '../../src/text/define-text.ts';
import { capital, rungTerms } from '../../src/text/terms.ts';
import { cohorts, ladderOf, npsTrend } from './facts.ts';

describe.each(locales)('in %s', (locale) => {
  test('the ladder names its five rungs with their counts, and how many climbed and came down', () => {
    const words = wordsIn(toSvg(ladderOf(locale)));
    for (const rung of rungs) expect(words).toContain(capital(rungTerms(locale)[rung].many));
    expect(words).toEqual(expect.arrayContaining(['40', '210', '120', '27', '3', '14', '5', '1']));
    expect(words.some((word) => word.startsWith('12 '))).toBe(true);
  });

  test('a trend tells its title, every period, the target and the values at its ends', () => {
    const picture = npsTrend(locale);
    const words = wordsIn(toSvg(picture));
    expect(words).toEqual(expect.arrayContaining([picture.title, picture.subtitle, ...picture.notes]));
    expect(words).toEqual(expect.arrayContaining(picture.periods.map(({ label }) => label)));
    expect(words).toEqual(expect.arrayContaining([picture.target?.label, '+21', '+44', '+47']));
  });
});

test('millions of customers have room in the ladder', () => {
  const picture = ladderOf('nb');
  if (picture.kind !== 'ladder') throw new Error('It is not the ladder.');
  const rungs = picture.rungs.map((rung) => ({
    ...rung,
    count: 11_203_450,
    upFromBelow: 1_131_400,
    downToBelow: 1_060_300,
  }));
  const svg = toSvg({ ...picture, rungs });
  const texts = [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*text-anchor="(\w+)"[^>]*>([^<]*)</g)].map(
    ([, x, y, anchor, words = '']) => ({ x: Number(x), y: Number(y), anchor, words }),
  );
  const counts = texts.filter(({ anchor }) => anchor === 'end');
  expect(counts).toHaveLength(5);
  for (const { x, y, words } of counts) {
    const [name] = texts.filter((one) => one.y === y && one.anchor === 'start');
    expect(x - widthOf(words, 19, true)).toBeGreaterThan((name?.x ?? 0) + widthOf(name?.words ?? '', 17, true));
    expect(x).toBeLessThan(width - 100);
  }
  // Those who climbed stand above those who came down, as they do not fit beside each other.
  const moves = texts.filter(({ words }) => /^1.1(31|06)|^1.060/.test(words));
  expect(new Set(moves.map(({ x }) => x)).size).toBe(1);
});

test('a gap parts the line, and the period that is not over hangs on a dashed one', () => {
  const picture = npsTrend('en');
  const lines = (svg: string) => [...svg.matchAll(/<path d="([^"]+)" fill="none"[^>]*stroke-width="3\.5"/g)];
  const [line] = lines(toSvg(picture));
  expect(line?.[1]?.match(/M/g)).toHaveLength(3);
  const whole: TrendPicture = {
    ...picture,
    lines: picture.lines.map((one) => ({ ...one, values: one.values.map((value) => value ?? 30) })),
  };
  expect(lines(toSvg(whole))[0]?.[1]?.match(/M/g)).toHaveLength(1);
  expect(toSvg(picture)).toMatch(/stroke-width="3"[^>]*stroke-dasharray="/);
  const closed = { ...picture, periods: picture.periods.map(({ label }) => ({ label, running: false })) };
  expect(toSvg(closed)).not.toMatch(/stroke-width="3"[^>]*stroke-dasharray="/);
});

test('several lines are named', () => {
  const { lines, ...picture } = npsTrend('da');
  const two = [...lines, { name: 'Norge', values: lines[0]?.values.map(() => 10) ?? [], band: null }];
  expect(wordsIn(toSvg({ ...picture, lines: two }))).toEqual(expect.arrayContaining(['NPS', 'Norge']));
});

test('a cohort that is still to come leaves its cell empty', () => {
  const words = wordsIn(toSvg(cohorts));
  expect(words).toEqual(expect.arrayContaining(['Jan', 'Feb', '92%', '70%', '5%']));
  expect(words.filter((word) => word.endsWith('%'))).toHaveLength(3);
});

test('what people wrote is text in a picture, never a part of it', () => {
  const hostile = '</text><script>alert(1)</script> & "x" \u0007 \ud83d';
  const svg = toSvg({ ...npsTrend('en'), title: hostile, subtitle: hostile.repeat(20) });
  expect(svg).not.toContain('<script');
  expect(svg).not.toContain('\u0007');
  expect(wordsIn(svg)[0]).toContain('</text><script>alert(1)</script> & "x"');
  expect(wordsIn(svg)[1]).toMatch(/…$/);
});

test.each(extremes())('%s can be drawn', (_, values) => {
  const picture = npsTrend('en');
  const periods = values.map((__, i) => ({ label: `p${i}`, running: false }));
  const svg = toSvg({ ...picture, periods, target: null, lines: [{ name: 'NPS', values, band: null }] });
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
});

test.each([
  ['words', [colours.ink, colours.soft, colours.up, colours.down], 4.5],
  ['lines', colours.lines, 4.5],
  ['rungs', rungColours, 3],
] as const)('%s stand out from the card they are on', (_, some, least) => {
  for (const colour of some) expect(contrast(colour, colours.card)).toBeGreaterThanOrEqual(least);
});

test('the words on every shade of a heat map stand out from it', () => {
  for (const { fill, ink } of heatSteps) expect(contrast(ink, fill)).toBeGreaterThanOrEqual(4.5);
});

function extremes(): [string, (number | null)[]][] {
  return [
    ['nothing at all', []],
    ['a series without a value', [null, null, null]],
    ['a single value', [12]],
    ['values that are all the same', [5, 5, 5]],
    ['the ends of the scale', [-100, 100]],
    ['two years of days', Array.from({ length: 730 }, (_, i) => Math.sin(i / 20) * 50)],
  ];
}

/** The texts of a picture, in their order. */
function wordsIn(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words = '']) =>
    words
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
      .replaceAll(/[\u00a0\u202f]/g, ' ')
      .replace(/ %$/, '%'),
  );
}

/** WCAG 2.2, 1.4.3. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
