import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SandboxMessage, SandboxView } from '@loyalty-ladder/sandbox/wire';
import { expect, test } from 'vitest';
import { nordlys, until } from '../support/sandbox.ts';
import { dayBefore } from './company.ts';
import type { Office } from './office.ts';
import { labelsOf, person, wordsOf } from './person.ts';

/** Names and comments as people, or attackers, write them. */
const hostile = [
  '<!channel> <@U0VICTIM001> <#C0VICTIM001> <https://evil.example|klik her>',
  '*_~`fed`~_* > citat ```kode``` :skull:',
  '\u202Eabc\u2066 שלום \u200B\u200F مرحبا',
  '\u200B\u2060\uFEFF',
  '👨‍👩‍👧‍👦'.repeat(27),
  '&<>*'.repeat(75),
  '&amp; &lt;!channel&gt; &#60;!here&#62;',
] as const;

/** Hostile names and comments go through every message; none gets out of its place, none keeps a message from coming. */
export function hostileJourneys(office: () => Office): void {
  const as = (id: string) => person(office().sandbox, id);
  const { astrid, jonas, emily, alarm, general } = nordlys;
  const seen: (SandboxMessage | SandboxView)[] = [];
  const see = <T extends SandboxMessage | SandboxView>(shown: T): T => {
    seen.push(shown);
    return shown;
  };
  const cards = async () => (await as(emily).sees(alarm)).filter((one) => one.threadTs === null && isHostile(one));
  const isHostile = (card: SandboxMessage) => wordsOf(card).includes('webformular');

  test('customers with hostile names, orders and bad answers come in, and each becomes an alert', async () => {
    const files = {
      customers: ['customer,name,email', ...hostile.map((name, i) => `H${i},${quoted(name)},h${i}@example.com`)],
      orders: [
        'customer,date,amount',
        ...hostile.flatMap((_, i) => [9, 4].map((ago) => `H${i},${dayBefore(ago)},10.00`)),
      ],
      feedback: [
        'customer,date,kind,score,comment,source',
        ...hostile.map((words, i) => `H${i},${dayBefore(1)},nps,1,${quoted(words)},webformular`),
      ],
    };
    // Each as a card of its own, however many they are.
    expect(await office().shell('settings', '--alerts-per-hour', '1000')).toMatchObject({ code: 0 });
    for (const [kind, lines] of Object.entries(files)) {
      const path = join(office().place.folder, `hostile-${kind}.csv`);
      writeFileSync(path, `${lines.join('\n')}\n`);
      expect(
        await office().shell('import', kind, path, ...(kind === 'feedback' ? ['--scale', '0-10'] : [])),
      ).toMatchObject({ code: 0 });
    }
    await until(cards, (list) => list.length >= hostile.length);
    expect(await cards()).toHaveLength(hostile.length);
  });

  test('every answer about them arrives', async () => {
    const typed = [
      '',
      'ladder',
      'nps by rung',
      'followups',
      'digest',
      'help',
      ...hostile,
      ...hostile.map((name) => `customer ${name}`),
    ];
    for (const words of typed) {
      if (words.trim() !== '' || words === '') see(await as(astrid).types(words));
    }
    for (const i of hostile.keys()) see(await as(astrid).types(`customer H${i}`));
  });

  test('so do modals, a pin, what is shared, a digest, and everything in a thread', async () => {
    const [name = ''] = hostile;
    const more = see(await as(astrid).pressesAndReads(await as(astrid).types('customer H0'), 'Vis mere'));
    const form = see(await as(astrid).pressesAndOpens(more, 'Sæt trinnet manuelt'));
    const pinned = await as(astrid).submits(form, { rung: 'partner', reason: name });
    if (pinned) await as(astrid).closes(see(pinned));
    see(await as(astrid).types('customer H0'));
    await as(jonas).pressesAndReads(see(await as(jonas).types('ladder')), 'Del i kanalen');
    await as(astrid).types('digest now', general);

    const list = see(await as(jonas).types('oppfølginger'));
    const rest = see(await as(jonas).pressesAndReads(list, 'Vis flere'));
    const card = (await cards()).find((one) => JSON.stringify(one.blocks).includes('evil.example'));
    if (!card) throw new Error('There is no card.');
    await as(jonas).pressesAndReads(card, 'Tag opgaven');
    const again = ['--customer', 'H0', '--kind', 'csat', '--score', '1', '--comment', name, '--source', name];
    expect(await office().shell('feedback', 'add', ...again)).toMatchObject({ code: 0 });
    const claimed = async () =>
      (await as(emily).sees(alarm)).find(({ ts, ...one }) => ts === card.ts && labelsOf(one).includes('Løst'));
    const mine = await until(claimed, (one) => one !== undefined);
    if (!mine) throw new Error('Nobody has it.');
    const end = see(await as(jonas).pressesAndOpens(mine, 'Løst'));
    await as(jonas).submits(end, { cause: 'other', outcome: name });
    const thread = () => as(emily).sees(alarm, mine.ts);
    await until(thread, (notes) => notes.some((one) => wordsOf(one).includes('har lukket opfølgningen')));
    await until(
      () => as(emily).sees(general),
      (posts) => posts.filter((one) => !one.ephemeral && one.isApp).length >= 3,
    );
    expect(list.blocks.length + rest.blocks.length).toBeGreaterThan(hostile.length);
    seen.push(...(await thread()));
  });

  test('in all that anybody sees nobody is called, nothing is linked and no direction is turned', async () => {
    const channels = [general, alarm, nordlys.kundeservice];
    for (const id of [astrid, jonas, emily, nordlys.mads]) {
      for (const channel of channels) {
        const messages = await as(id)
          .sees(channel)
          .catch(() => []);
        if (Array.isArray(messages)) seen.push(...messages.filter(({ isApp }) => isApp));
      }
    }
    expect(seen.length).toBeGreaterThan(100);
    for (const shown of seen) expect(harmIn([...shown.blocks, ...textOf(shown)]), JSON.stringify(shown)).toEqual([]);
  });

  test('Slack refused none of it', async () => {
    const refused = (await office().sandbox.calls()).filter(({ error }) => error !== null && !harmless.has(error));
    expect(refused.map(({ method, error, arguments: given }) => ({ method, error, given }))).toEqual([]);
  });
}

/** Refusals that deliveries made twice bring with them, and the pace of a test. */
const harmless = new Set([
  'exchanged_trigger_id',
  'trigger_exchanged',
  'hash_conflict',
  'expired_trigger_id',
  'ratelimited',
]);

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

const textOf = (shown: SandboxMessage | SandboxView) => ('text' in shown ? [{ type: 'mrkdwn', text: shown.text }] : []);

/** What in blocks would call somebody, link somewhere or turn the direction of what follows. */
function harmIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(harmIn);
  if (typeof part !== 'object' || part === null) return [];
  const node = part as Readonly<Record<string, unknown>>;
  const text = typeof node.text === 'string' ? node.text : '';
  const live = node.type === 'mrkdwn' ? (text.match(/<!\w+|<@U0VICTIM001|<#C0VICTIM001|<https?:\/\/evil/g) ?? []) : [];
  const calls = [node.user_id, node.channel_id, node.url].filter((one) => /VICTIM|evil/.test(String(one))).map(String);
  const turned = /[\u202A-\u202E]/.test(text) ? ['direction'] : [];
  const broadcast = node.type === 'broadcast' ? ['broadcast'] : [];
  return [...live, ...calls, ...turned, ...broadcast, ...Object.values(node).flatMap(harmIn)];
}
