import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromIso } from '../../src/loyalty/time/period.ts';
import { formatDay, formatDays, formatInstant, formatWeekday, monthName, weekdayName } from '../../src/text/date.ts';
import { locales } from '../../src/text/define-text.ts';
import { formatList } from '../../src/text/list.ts';
import { formatMoney } from '../../src/text/money.ts';
import { formatNumber, formatPercent, formatPoints, formatSigned } from '../../src/text/number.ts';
import { countryName, languageName } from '../../src/text/places.ts';
import { readMrkdwn } from '../../src/text/read-mrkdwn.ts';
import { sentence, sentences } from '../../src/text/sentence.ts';
import { shorten, shortened, shortenedMrkdwn } from '../../src/text/shorten.ts';
import { escapeMrkdwn, manyLines, oneLine, storable } from '../../src/text/typed.ts';

/** Blanks that do not break look like others. */
const plainBlanks = (text: string) => text.replaceAll(/[\u00A0\u202F\u2009]/g, ' ');
const inAll = (say: (locale: (typeof locales)[number]) => string) => locales.map((locale) => plainBlanks(say(locale)));

describe('numbers for people', () => {
  it.each([
    [13.333, '+13'],
    [-12.5, '−13'],
    [12.5, '+13'],
    [-0.4, '0'],
    [0, '0'],
    [100, '+100'],
  ])('NPS %d is printed as %s, rounded once, half away from zero', (value, printed) => {
    expect(inAll((locale) => formatSigned(locale, value))).toEqual([printed, printed, printed]);
  });

  it('writes numbers, shares and percentage points as each language does', () => {
    expect(inAll((locale) => formatNumber(locale, -1234567.85, 1))).toEqual([
      '−1,234,567.9',
      '−1.234.567,9',
      '−1 234 567,9',
    ]);
    expect(inAll((locale) => formatPercent(locale, 1040 / 2357, 2))).toEqual(['44.12%', '44,12 %', '44,12 %']);
    expect(inAll((locale) => formatPoints(locale, -0.032))).toEqual(['−3.2', '−3,2', '−3,2']);
  });

  it('writes money in its own currency, without decimals where there are none', () => {
    expect(inAll((locale) => formatMoney(locale, 123450, 'DKK', 2))).toEqual([
      'DKK 1,234.50',
      '1.234,50 kr.',
      '1 234,50 DKK',
    ]);
    expect(inAll((locale) => formatMoney(locale, -123400, 'NOK', 2))).toEqual([
      '−NOK 1,234',
      '−1.234 NOK',
      '−1 234 kr',
    ]);
    expect(plainBlanks(formatMoney('da', 1234, 'KWD', 3))).toBe('1,234 KWD');
    expect(plainBlanks(formatMoney('en', 1234, 'not a code', 0))).toBe('1,234 not a code');
  });
});

describe('days and times for people', () => {
  const day = dayFromIso('2026-03-01');

  it('names days, weekdays and months', () => {
    expect(inAll((locale) => formatDay(locale, day))).toEqual(['1 March 2026', '1. marts 2026', '1. mars 2026']);
    expect(inAll((locale) => formatWeekday(locale, day))).toEqual([
      'Sunday 1 March',
      'søndag 1. marts',
      'søndag 1. mars',
    ]);
    expect(inAll((locale) => weekdayName(locale, 1))).toEqual(['Monday', 'mandag', 'mandag']);
    expect(inAll((locale) => monthName(locale, 5))).toEqual(['May', 'maj', 'mai']);
  });

  it('shows the last day of a window, not the day after it', () => {
    expect(plainBlanks(formatDays('en', day, day + 31))).toBe('1–31 March 2026');
    expect(plainBlanks(formatDays('en', day, day + 1))).toBe('1 March 2026');
  });

  it('shows an instant on the clock of its time zone', () => {
    const at = new Date('2025-12-31T23:30:00Z');
    expect(formatInstant('en', at, 'Europe/Copenhagen')).toBe('Thursday 1 January at 00:30');
  });
});

it('names countries and languages, and leaves what is none as it is', () => {
  expect([
    countryName('da', 'dk'),
    languageName('da', 'nb'),
    countryName('da', 'Danmark'),
    languageName('nb', ''),
  ]).toEqual(['Danmark', 'bokmål', 'Danmark', '']);
});

it('lists with the word for and', () => {
  expect(inAll((locale) => formatList(locale, ['a', 'b', 'c']))).toEqual(['a, b and c', 'a, b og c', 'a, b og c']);
});

describe('what people typed', () => {
  it('stands on one line, without what cannot be seen', () => {
    expect(oneLine(' a\r\n\u2028b\tc\u0007\u200B\uFEFF \uD800')).toBe('a b c');
    expect(oneLine('\u202Eevil')).toBe('evil');
    expect(oneLine('שלום')).toBe('\u2068שלום\u2069');
  });

  it('keeps its paragraphs in a quote', () => {
    expect(manyLines('a  b\r\n\r\n\r\n\r\nc\rd ')).toBe('a b\n\nc\nd');
  });

  it('cannot mention, link or format', () => {
    expect(escapeMrkdwn('<!channel> & *a* _b_ ~c~ `d` <http://x|y>')).toBe(
      '&lt;!channel&gt; &amp; ∗a∗ ˍbˍ ∼c∼ ˋdˋ &lt;http://x|y&gt;',
    );
    expect(escapeMrkdwn('anna_hansen@example.com')).toBe('anna_hansen@example.com');
    expect(escapeMrkdwn('&lt;!channel&gt;')).toBe('&amp;lt;!channel&amp;gt;');
  });

  it('is never escaped to anything that Slack would read as a mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(escapeMrkdwn(typed)).not.toMatch(/[<>*~`\n]|&(?!(amp|lt|gt);)/);
        expect(oneLine(oneLine(typed))).toBe(oneLine(typed));
      }),
    );
  });
});

describe('cutting', () => {
  it('keeps people’s characters whole and counts what is left out', () => {
    const family = '👨‍👩‍👧‍👦';
    expect(shorten(`ab${family}${family}c`, 14)).toEqual({ text: `ab${family}…`, left: 2 });
    expect(shortened(`ab${family}`, 9)).toBe('ab…');
    expect(shorten('abc', 3)).toEqual({ text: 'abc', left: 0 });
  });

  it('ends what somebody said after a whole word, and cuts a word that is endless', () => {
    expect(shorten('Two kilos were missing from the delivery', 30)).toEqual({
      text: 'Two kilos were missing from…',
      left: 13,
    });
    expect(shorten(`Aarhus${'å'.repeat(50)}`, 10).text).toBe('Aarhusååå…');
    expect(shorten('Tak, det var godt 👩‍👩‍👧‍👧👩‍👩‍👧‍👧', 25).text).toBe('Tak, det var godt…');
  });

  it('keeps to its limit whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.integer({ min: 1, max: 200 }), (text, limit) => {
        const cut = shortened(text, limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        expect(cut === text || cut.endsWith('…')).toBe(true);
      }),
    );
    expect(shortened(`a${'\u0301'.repeat(1000)}`, 10)).toHaveLength(10);
  });

  it('cuts neither an entity nor a mention in two', () => {
    expect(shortenedMrkdwn('abc&amp;def', 7)).toBe('abc…');
    expect(shortenedMrkdwn('abc <@U0ASTEWARD> has it', 10)).toBe('abc …');
  });
});

describe('what people type', () => {
  it('is kept without control characters and halves of characters, which no database takes', () => {
    expect(storable('a\u0000b\u001fc\ud800d\ude00e\r\nf\tg 🎉 æ')).toBe('a b cde \nf\tg 🎉 æ');
  });
});

describe('what Slack says was typed', () => {
  it.each([
    ['Tom &amp; Jerry &lt;3 &gt;', 'Tom & Jerry <3 >'],
    ['&amp;lt;!channel&amp;gt;', '&lt;!channel&gt;'],
    [
      'see <https://example.com/a?b=1&amp;c|the offer> or <https://example.com>',
      'see the offer or https://example.com',
    ],
    ['<mailto:ida@example.com|ida@example.com>', 'ida@example.com'],
    ['<@U012AB3CD> <@U012AB3CD|ida> <#C012AB3CD|general>', '@U012AB3CD @ida #general'],
    ['<!here> <!subteam^S012AB3CD|@sales> <!date^1392734382^{date}|18 Feb>', '@here @sales 18 Feb'],
    ['2 < 3 and 5 > 4', '2 < 3 and 5 > 4'],
  ])('%s reads %s', (said, read) => expect(readMrkdwn(said)).toBe(read));
});

describe('the end of a sentence', () => {
  it.each([
    ['Anna Hansen', 'Anna Hansen.'],
    ['B. H.', 'B. H.'],
    ['B. H..', 'B. H.'],
    ['Svar fra B. H..', 'Svar fra B. H.'],
    ['12.400 kr.', '12.400 kr.'],
    ['“Nobody answered my mail.”', '“Nobody answered my mail.”'],
    ['“Nobody answered my mail.”.', '“Nobody answered my mail.”'],
    ['”Ingen svarede”', '”Ingen svarede”.'],
    ['«Hvorfor?».', '«Hvorfor?»'],
    ['+30 (100 answers)', '+30 (100 answers).'],
    ['Which one do you mean?', 'Which one do you mean?'],
    ['Well...', 'Well...'],
    ['Well…', 'Well…'],
    ['  ', ''],
  ])('%j is said as %j', (text, said) => {
    expect(sentence(text)).toBe(said);
    expect(sentence(sentence(text))).toBe(said);
  });

  it('stands between what is said one after the other, and nowhere else', () => {
    expect(sentences('Åben', '', 'Kaffen var sur.', '”Hvorfor?”', 'B. H.')).toBe(
      'Åben. Kaffen var sur. ”Hvorfor?” B. H.',
    );
    expect(sentences()).toBe('');
  });
});
