import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Office } from './office.ts';

/**
 * Nine customers whose figures can be worked out by hand:
 *
 *   NPS      30 days: 9 10 9 · 7 · 3 → +40    90 days: and a 10 → +50    365 days: and an 8 → +43
 *   CSAT     90 days: 5 4 5 5 · 2 2 → 4 of 6
 *   repeat   30 days: 2 of 5    90 days: 3 of 6    365 days: 3 of 7
 *   ladder   1 prospect, 5 customers (one lapsed), 2 repeat customers, 1 ambassador
 */
const customers = [
  ['K1', 'Anna Sørensen', 'anna@example.com', 'da', 'DK'],
  ['K2', 'Bjørn Dahl', 'bjorn@example.com', 'nb', 'NO'],
  ['K3', 'Carl Lund', 'carl@example.com', 'da', 'DK'],
  ['K4', 'Dorte Vang', 'dorte@example.com', 'da', 'DK'],
  ['K5', 'Erik Moe', 'erik@example.com', 'nb', 'NO'],
  ['K6', 'Freja Krogh', 'freja@example.com', 'da', 'DK'],
  ['K7', 'Gunnar Åse', 'gunnar@example.com', 'nb', 'NO'],
  ['K8', 'Hanne Hansen', 'hanne@example.com', 'da', 'DK'],
  ['K9', 'Ida Hansen', 'ida@example.com', 'da', 'DK'],
] as const;

/** Customer, days ago, amount in kroner. */
const orders = [
  ['K1', 400, 100],
  ['K1', 20, 200],
  ['K2', 200, 300],
  ['K2', 40, 400],
  ['K3', 10, 500],
  ['K4', 100, 600],
  ['K6', 500, 700],
  ['K6', 450, 800],
  ['K7', 60, 900],
  ['K7', 5, 1000],
  ['K8', 28, 1100],
  ['K9', 25, 1200],
] as const;

/** Customer, days ago, kind, score, comment. None is negative within the last seven days. */
const answers = [
  ['K1', 10, 'nps', 9, 'God kaffe og hurtig levering'],
  ['K2', 40, 'nps', 10, ''],
  ['K3', 8, 'nps', 3, 'Posen var åben, da den kom'],
  ['K4', 100, 'nps', 8, ''],
  ['K7', 3, 'nps', 10, 'Beste kaffen i Bergen'],
  ['K8', 20, 'nps', 9, ''],
  ['K9', 20, 'nps', 7, ''],
  ['K1', 12, 'csat', 5, ''],
  ['K2', 41, 'csat', 4, ''],
  ['K3', 9, 'csat', 2, ''],
  ['K7', 6, 'csat', 5, ''],
  ['K8', 22, 'csat', 5, ''],
  [
    'K9',
    22,
    'csat',
    2,
    'Kaffen kom en dag for sent, og ingen tog telefonen, da jeg ringede for at høre, hvor den blev af',
  ],
  ['K7', 2, 'review', 5, 'Anbefales'],
] as const;

/** Brings the company in by the shell, as its people do on their first day. */
export async function bringIn(office: Office): Promise<void> {
  const files = {
    customers: ['customer,name,email,language,country', ...customers.map((row) => row.join(','))],
    orders: [
      'order,customer,date,amount,currency',
      ...orders.map(([customer, ago, amount], i) => `O${i},${customer},${dayBefore(ago)},${amount}.00,DKK`),
    ],
    feedback: [
      'customer,date,kind,score,comment,public',
      ...answers.map(
        ([customer, ago, kind, score, comment]) =>
          `${customer},${dayBefore(ago)},${kind},${score},"${comment}",${kind === 'review' ? 'yes' : ''}`,
      ),
    ],
  };
  for (const [kind, lines] of Object.entries(files)) {
    const path = join(office.place.folder, `${kind}.csv`);
    writeFileSync(path, `${lines.join('\n')}\n`);
    expect(await office.shell('import', kind, path, '--json')).toMatchObject({ code: 0 });
  }
}

/** A day in Copenhagen, as ISO date. */
export function dayBefore(days: number): string {
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Copenhagen' });
  return new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);
}
