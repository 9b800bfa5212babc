// Files of a made-up company: the same numbers make the same files.

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';

const dayMs = 86_400_000;

/**
 * Writes customers.csv, orders.csv (in random order) and feedback.csv over the two years before `until`. `plain`:
 * customers are named by the numbers that the database gives them and amounts are whole, so that COPY can read them, too.
 */
export async function writeCompany(folder, { customers, orders, answers, until, plain = false }) {
  const name = plain ? (i) => i + 1 : (i) => `K${i}`;
  const amount = plain ? (minor) => minor : inUnits;
  const random = mulberry32(7);
  const pick = (count) => Math.floor(random() * count);
  const day = () => new Date(until - (1 + pick(730)) * dayMs).toISOString().slice(0, 10);
  await writeLines(join(folder, 'customers.csv'), 'customer,name,email,country,language', customers, (i) =>
    [name(i), `Customer ${i}`, `k${i}@example.com`, i % 3 ? 'DK' : 'NO', i % 3 ? 'da' : 'nb'].join(),
  );
  await writeLines(join(folder, 'orders.csv'), 'order,customer,date,amount,currency,status', orders, (i) =>
    [`O${i}`, name(pick(customers)), day(), amount(pick(50_000)), 'DKK', i % 50 ? 'completed' : 'cancelled'].join(),
  );
  await writeLines(join(folder, 'feedback.csv'), 'customer,date,kind,score,comment,source', answers, (i) =>
    [name(pick(customers)), day(), 'nps', score(random()), i % 4 ? '' : `Words of answer ${i}`, 'survey'].join(),
  );
}

function inUnits(minor) {
  return `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
}

/** Half promoters, three in ten passive. */
function score(chance) {
  if (chance < 0.5) return 9 + (chance < 0.25 ? 1 : 0);
  if (chance < 0.8) return 7 + (chance < 0.65 ? 1 : 0);
  return Math.floor((chance - 0.8) * 35);
}

async function writeLines(path, header, count, line) {
  const file = createWriteStream(path);
  file.write(`${header}\n`);
  for (let i = 0; i < count; ) {
    let text = '';
    for (const end = Math.min(i + 5000, count); i < end; i += 1) text += `${line(i)}\n`;
    if (!file.write(text)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}

/** A small random number generator with a seed (public domain). */
function mulberry32(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
