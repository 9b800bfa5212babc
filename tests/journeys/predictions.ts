import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SandboxMessage } from '@loyalty-ladder/sandbox/wire';
import { expect, test } from 'vitest';
import { randoms } from '../loyalty/prediction-company.ts';
import { nordlys, until } from '../support/sandbox.ts';
import { dayBefore } from './company.ts';
import type { Office } from './office.ts';
import { labelsOf, person, wordsOf } from './person.ts';

/** From the wish for a prediction to the follow-up of a customer who may be lost. */
export function predictionJourneys(office: () => Office): void {
  const as = (id: string) => person(office().sandbox, id);
  const jonas = () => as(nordlys.jonas);
  const inMessages = async (): Promise<readonly SandboxMessage[]> => {
    const [workspace] = await office().sandbox.describe();
    const im = workspace?.channels.find(({ kind, members }) => kind === 'im' && members.includes(nordlys.jonas));
    return im ? jonas().sees(im.id) : [];
  };
  const cards = async () => (await as(nordlys.mads).sees(nordlys.alarm)).filter(({ threadTs }) => threadTs === null);

  const named = 'Jonas has a prediction made: twice pressed it is made once, and its answer comes in his messages';
  test(named, async () => {
    const file = join(office().place.folder, 'kaffeklub.csv');
    writeFileSync(file, clubOrders());
    expect(await office().shell('import', 'orders', file)).toMatchObject({ code: 0 });
    // The night's own may be at work, or have been when the app was killed: then there is nothing to press until it is done.
    const offered = await until(
      () => jonas().types('prognose'),
      (list) => labelsOf(list).includes('Lag prognosen nå'),
    );
    const told = await office().under({ seed: 51, rates: { duplicate: 1 } }, () =>
      jonas().pressesAndReads(offered, 'Lag prognosen nå'),
    );
    expect(wordsOf(told)).toContain('Prognosen er under arbeid');
    const answers = async () => (await inMessages()).filter((one) => /ordrer de neste 365 dagene/.test(wordsOf(one)));
    const [answer] = await until(answers, (list) => list.length > 0);
    expect(answer && wordsOf(answer)).toMatch(/Forventet fra \d+ kunder, for til sammen ca\. /);
    expect(await answers()).toHaveLength(1);
    const newest = await jonas().types('prognose');
    expect(wordsOf(newest)).not.toContain('BG/NBD');
    expect(JSON.stringify(await jonas().pressesAndOpens(newest, 'Hvor god er den?'))).toContain('BG/NBD: r ');
  });

  test('of the customers who may be lost, a press opens one follow-up, and its card says why', async () => {
    const list = await jonas().types('frafallstruede');
    expect(wordsOf(list)).toMatch(/\d+ kunder i faresonen: ca\. /);
    expect(wordsOf(list)).toMatch(/\d+, vanligvis \d+/);
    const before = (await cards()).length;
    const told = await office().under({ seed: 52, rates: { duplicate: 1 } }, () =>
      jonas().pressesAndReads(list, labelsOf(list).find((label) => label.startsWith('Følg opp ')) ?? ''),
    );
    expect(wordsOf(told)).toMatch(/oppfølging/);
    const isWhy = (card: SandboxMessage) => wordsOf(card).includes('I farezonen: ');
    const all = await until(cards, (shown) => shown.some(isWhy));
    expect(all.filter(isWhy)).toHaveLength(1);
    expect(await cards()).toHaveLength(before + 1);
    const then = await jonas().types('faresonen');
    expect(wordsOf(then)).toContain('✓ har en oppfølging.');
    expect(labelsOf(then).some((label) => /^Følg opp (?!den første)/.test(label))).toBe(true);
  });

  test('a member without a role reads it, and is offered no new one', async () => {
    const read = await as(nordlys.emily).types('at-risk');
    expect(wordsOf(read)).toMatch(/\d+ customers at risk: about /);
    expect(labelsOf(await as(nordlys.emily).types('prediction'))).toEqual([
      'Show customers at risk',
      'How good is it?',
      'Why?',
      'Share to channel',
    ]);
  });
}

/** Orders of a coffee club: half of its 150 customers soon drop out, the others seldom. */
function clubOrders(): string {
  const random = randoms(5);
  const rows = ['order;customer;date;amount'];
  for (let i = 0; i < 150; i += 1) {
    const gap = 6 + random() * 20;
    const dropOut = random() < 0.5 ? 0.4 : 0.03;
    let ago = 30 + Math.floor(random() * 400);
    for (let n = 0; ago > 0; n += 1) {
      rows.push(`KK${i}-${n};KK${i};${dayBefore(ago)};${100 + Math.floor(random() * 400)}`);
      if (n > 0 && random() < dropOut) break;
      ago -= Math.ceil(-Math.log(random()) * gap);
    }
  }
  return `${rows.join('\r\n')}\r\n`;
}
