import type { Typed } from './facts.ts';

const family = '👨‍👩‍👧‍👦';
const mentions = '<!channel> <@U0ASTEWARD> <#C0ALERTS> <!here|here> <https://evil.example|click> @everyone';

const currencies =
  'DKK NOK SEK EUR USD GBP JPY KWD CHF PLN CZK HUF ISK AUD CAD NZD CNY INR BRL MXN ZAR TRY KRW THB SGD'.split(' ');

/** What people and files may write, each through every message. */
export const hostileTyped: Readonly<Record<string, Typed>> = {
  mentions: typedAs(mentions),
  formatting: typedAs('*_~`bold` _x_ ~y~ *z* > quote ```code```'),
  entities: typedAs('&amp; &lt;!channel&gt; &#60;!here&#62;'),
  'line breaks': typedAs(`one\ntwo\r\nthree\u2028${mentions}\n\n\n\n\n`),
  'right to left and invisible letters': typedAs(`\u202Eabc\u2066 שלום \u200B\u200F\uFEFF مرحبا ${mentions}`),
  'nothing that can be seen': typedAs('\u200B\u2060\uFEFF\u00AD'),
  nothing: typedAs(''),
  'families of emoji': typedAs(family.repeat(1000)),
  'endless accents': typedAs(`a${'\u0301'.repeat(10_000)}`),
  'half a character': typedAs(`\uD83D${'x'.repeat(200)}\uDE00`),
  'names of 300 letters': typedAs('&<>*'.repeat(75)),
  'comments of 10,000 letters': typedAs('Æ & <ø> '.repeat(1250)),
  'twenty-five currencies': {
    ...typedAs('Anna'),
    money: currencies.map((currency, i) => ({ amountMinor: 10 ** 12 + i, currency })),
  },
  'currencies that are none': {
    ...typedAs('Anna'),
    money: ['<!channel>', '', 'x'.repeat(400), 'kr'].map((currency) => ({ amountMinor: -5, currency })),
  },
};

function typedAs(text: string): Typed {
  const money = [{ amountMinor: 1_240_050, currency: 'DKK' }];
  return { name: text, comment: text, source: text, externalId: text, word: text, file: text, money };
}
