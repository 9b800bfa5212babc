import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer, Asking } from '../../src/commands/command.ts';
import { answerWords, commands } from '../../src/commands/index.ts';
import { contextOf } from '../../src/context.ts';
import { UserError } from '../../src/errors.ts';
import { dayFromIso } from '../../src/loyalty/time/period.ts';
import { locales } from '../../src/text/define-text.ts';
import { shortened } from '../../src/text/shorten.ts';
import { oneLine } from '../../src/text/typed.ts';
import { withDatabases } from '../support/database.ts';
import { depsOn } from '../support/deps.ts';
import { file, importing } from './support.ts';
import { openTerminal, type Terminal } from './terminal.ts';

const customers = 'customer,name,country,source,segments\na,Anna,DK,web,vip\nb,Bo,NO,fair,vip;cafés\nc,Cy,DK,web,\n';
const orders =
  'order,customer,date,amount\n1,a,2026-01-05,100\n2,b,2026-01-06,100\n3,a,2026-02-06,100\n4,c,2025-03-07,1\n';
const answers =
  'customer,date,kind,score,source\na,2026-01-05,nps,10,web\nb,2026-02-06,nps,0,fair\nc,2025-03-07,nps,8,web\n';

/** What may be meant somewhere, in three languages. */
const known = [
  ...['30', '365 dage', 'sidste måned', 'week 3', 'uge 2', '2026-W06', '2025', 'marts 2025', '2026-01-02..2026-01-20'],
  ...['by rung', 'pr. trin', 'by country', 'per land', 'fordelt på segment', 'by source'],
  ...['trend', 'over tid', 'udvikling', 'weeks', 'uker', 'kvartaler', 'daily'],
  ...[
    'country:DK',
    'land:no',
    'segment:vip',
    'segment:"cafés"',
    'kilde:web',
    'source:fair',
    'rung:customer',
    'trin:kunde',
  ],
  ...['why', 'hvorfor', 'mine', 'åpne', 'forfaldne', 'add', 'nu', 'now', 'settings', 'innstillinger', 'remove'],
  ...['list', 'vis', 'undo', 'fortryd'],
  ...['in Denmark', 'Norge', 'NO', '7 days', 'detractors', 'unhappy', 'with words', 'kind:review', 'causes', 'lapsed'],
  ...['country:XX', 'segment:nobody', 'rung:king', '2031', 'uge 54'],
];
const isUnknown = (word: string) => word.startsWith('zq');
const unknown = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('<@U1>', '`code`', '*bold*', '&amp;', '../..', "';--", '\u202Ertl', 'a'.repeat(200), ':', 'ØÅ'),
  )
  .map((word) => `zq${word.replace(/[\s\p{C}\p{Z}"“”„«»]/gu, '')}`.normalize());

withDatabases((kind) => {
  let terminal: Terminal;
  let asking: Asking;
  beforeAll(async () => {
    terminal = await openTerminal(kind);
    for (const [what, content] of Object.entries({ customers, orders, feedback: answers }))
      expect(await importing((args) => terminal.ask(args), what, file(content))).toMatchObject({ code: 0, refused: 0 });
    const deps = depsOn(kind, terminal.pool, { now: () => new Date('2026-03-01T12:00:00Z') });
    const [workspace] = await deps.store.workspaces.list();
    const context = contextOf(deps, workspace?.id ?? 0);
    const settings = await context.store.settings.read();
    const asOf = dayFromIso('2026-03-01');
    asking = { ...context, settings, memberId: null, role: 'admin', asOf, windowDays: null };
  });
  afterAll(() => terminal.close());

  async function answered(command: string, words: readonly string[]): Promise<Answer | UserError> {
    try {
      return await answerWords(asking, [command, ...words].join(' '));
    } catch (thrown) {
      if (thrown instanceof UserError) return thrown;
      throw thrown;
    }
  }

  /** Commands with text of their own tell what they looked for, or refuse. */
  const readsText = new Set(['ask', 'customer', 'campaign', 'clv', 'help', 'targets', 'segments']);
  const anyCommand = fc.constantFrom(...commands.flatMap(({ words }) => words));
  const nameOf = (word: string) => commands.find(({ words }) => words.includes(word))?.words[0] ?? '';

  test('each word after a command is used or named in what refuses it', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyCommand,
        fc.array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: unknown }), {
          maxLength: 5,
        }),
        async (command, words) => {
          const answer = await answered(command, words);
          const strange = words.filter(isUnknown);
          if (answer instanceof UserError) {
            expect(answer.understood).toBe(false);
            for (const locale of locales) {
              const said = answer.words(locale);
              // Which of them are wrong is the command's to say; nothing typed is refused without a word of it.
              const told = (word: string) => said.includes(shortened(oneLine(word), 60));
              const parts = words.flatMap((word) => [
                word,
                ...word.split(' '),
                word.split(':').at(-1)?.replaceAll('"', '') ?? '',
              ]);
              expect({ command, words, said, told: parts.some(told) || words.length === 0 }).toMatchObject({
                told: true,
              });
              if (!readsText.has(nameOf(command)) && answer.code === 'unknown-words' && strange.length <= 3)
                for (const word of strange.slice(0, 1))
                  expect({ words, said, told: told(word) }).toMatchObject({ told: true });
            }
            return;
          }
          if (readsText.has(nameOf(command))) {
            if (strange.length > 0) expect(JSON.stringify(answer)).toContain(JSON.stringify(strange[0]).slice(1, -1));
            return;
          }
          expect({ command, words, strange }).toMatchObject({ strange: [] });
          await eachIsUsed(command, words, answer);
        },
      ),
      { numRuns: 250 },
    );
  });

  test('a ready segment without a name, or by one that is none, is refused before anything is counted', async () => {
    for (const words of [['add'], ['add', 'zq']]) {
      const answer = await answered('segments', words);
      expect(answer).toMatchObject({ code: 'no-ready-segment', understood: false });
      for (const locale of locales) expect((answer as UserError).words(locale)).toContain(words.at(-1));
    }
  });

  test('a terminal that knows nobody in particular names the word that asks for one', async () => {
    for (const [command, word] of [
      ['list', 'mine'],
      ['customers', 'owner:me'],
      ['kunder', 'ansvarlig:mig'],
    ] as const) {
      const answer = await answered(command, [word]);
      for (const locale of locales) expect((answer as UserError).words(locale)).toContain(word);
    }
  });

  /** Without a word the answer is another, or the word was said twice. */
  async function eachIsUsed(command: string, words: readonly string[], answer: Answer): Promise<void> {
    const others = (i: number) => words.filter((_, at) => at !== i);
    for (const [i, word] of words.entries()) {
      const without = await answered(command, others(i));
      const isSame = !(without instanceof UserError) && JSON.stringify(without) === JSON.stringify(answer);
      if (isSame)
        expect({ command, words, word, saysNothingNew: saysNothingNew(word, others(i)) }).toMatchObject({
          saysNothingNew: true,
        });
    }
  }

  const alike = [
    ['by rung', 'pr. trin'],
    ['by country', 'per land'],
    ['weeks', 'uker'],
    ['rung:customer', 'trin:kunde'],
    ['country:DK', 'in Denmark'],
    ['land:no', 'Norge', 'NO'],
    ['why', 'hvorfor'],
    ['nu', 'now'],
    ['settings', 'innstillinger'],
    ['add'],
  ];
  const steps = ['weeks', 'uker', 'kvartaler', 'daily'];
  /** So few days are told one by one anyway. */
  const short = ['week 3', 'uge 2', '2026-W06', '7 days', '30', 'sidste måned', 'marts 2025', '2026-01-02..2026-01-20'];
  const trends = ['trend', 'over tid', 'udvikling', ...steps];

  function saysNothingNew(word: string, others: readonly string[]): boolean {
    // A review without a word is that of now, and what customers said is listed anyway.
    if (['now', 'nu', 'list', 'vis'].includes(word)) return true;
    if (word === 'daily' && others.some((other) => short.includes(other))) return true;
    if (trends.includes(word) && !steps.includes(word)) return others.some((other) => trends.includes(other));
    return (
      others.includes(word) || alike.some((same) => same.includes(word) && same.some((other) => others.includes(other)))
    );
  }

  test('what is longer than anybody asks is refused as a whole', async () => {
    for (const { words } of commands) {
      const answer = await answered(
        words[0],
        Array.from({ length: 800 }, () => 'zq'),
      );
      expect(answer).toBeInstanceOf(UserError);
      expect((answer as UserError).code).toBe('too-long');
    }
  });
});
