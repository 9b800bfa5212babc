import { expect, test } from 'vitest';
import { parseMarkdown } from '../../src/page/text/markdown.ts';
import { type Inline, parseMrkdwn } from '../../src/page/text/mrkdwn.ts';
import { formatSlackDate } from '../../src/page/text/slack-date.ts';
import { secondsToWallTime, wallTimeToSeconds } from '../../src/page/text/wall-time.ts';

const lines = (text: string): readonly Inline[] => {
  const [first] = parseMrkdwn(text);
  return first?.kind === 'lines' ? first.children : [];
};

test('marks nest, and a lone mark is a character', () => {
  expect(lines('*a _b_*')).toEqual([
    {
      kind: 'styled',
      style: 'bold',
      children: [
        { kind: 'text', text: 'a ' },
        { kind: 'styled', style: 'italic', children: [{ kind: 'text', text: 'b' }] },
      ],
    },
  ]);
  expect(lines('5 * 3 and a*')).toEqual([{ kind: 'text', text: '5 * 3 and a*' }]);
});

test('mentions, dates and links are read from their brackets', () => {
  expect(lines('<@U1>')).toEqual([{ kind: 'person', id: 'U1', label: null }]);
  expect(lines('<#C1|general>')).toEqual([{ kind: 'channel', id: 'C1', label: 'general' }]);
  expect(lines('<!channel>')).toEqual([{ kind: 'everyone', label: '@channel' }]);
  expect(lines('<!date^1767225600^{date}|then>')).toEqual([
    { kind: 'date', seconds: 1_767_225_600, format: '{date}', address: null, fallback: 'then' },
  ]);
  expect(lines('<https://a.example/?x=1&amp;y=2|a &lt; b>')).toEqual([
    { kind: 'link', address: 'https://a.example/?x=1&y=2', label: 'a < b' },
  ]);
});

test('entities are decoded once', () => {
  expect(lines('&amp;lt;b&amp;gt; &lt;b&gt; &quot;')).toEqual([{ kind: 'text', text: '&lt;b&gt; <b> &quot;' }]);
});

test('quotes and code blocks stand apart from the lines around them', () => {
  expect(parseMrkdwn('a\n&gt; b\n&gt;c\n```\nd *e*\n```\nf').map(({ kind }) => kind)).toEqual([
    'lines',
    'quote',
    'pre',
    'lines',
  ]);
  expect(parseMrkdwn('```\nd *e*\n```')).toEqual([{ kind: 'pre', text: 'd *e*' }]);
});

test('Markdown is split into headings, lists, tables and code', () => {
  const kinds = parseMarkdown(
    '# A\n\ntext\n- x\n- y\n\n1. z\n\n| a | b |\n|---|---|\n| 1 | 2 |\n```\ncode\n```\n> q\n---',
  );
  expect(kinds.map(({ kind }) => kind)).toEqual([
    'heading',
    'paragraph',
    'list',
    'list',
    'table',
    'pre',
    'quote',
    'rule',
  ]);
});

test("a date is written in the viewer's language and time zone", () => {
  const viewer = { locale: 'da-DK', timeZone: 'Europe/Copenhagen' };
  expect(formatSlackDate(1_767_222_000, '{date_long} {time}', viewer)).toBe('torsdag den 1. januar 2026 00.00');
});

test('wall times survive the way there and back, in winter and in summer', () => {
  for (const wall of ['2026-01-31T23:30', '2026-07-01T00:15']) {
    const seconds = wallTimeToSeconds(wall, 'Europe/Oslo');
    expect(seconds === null ? null : secondsToWallTime(seconds, 'Europe/Oslo')).toBe(wall);
  }
  expect(wallTimeToSeconds('2026-07-01T00:15', 'Europe/Oslo')).toBe(Date.UTC(2026, 5, 30, 22, 15) / 1000);
});
