// Loaded before the app by a test that kills it in the middle of a transaction of the embedded database. The process
// stands still when the texts of TEST_HALT_AT (JSON: {at: string[], skip?: number, after?: boolean}) have come in this
// order in what it sends to the database: before the last one is sent, or after it and before its answer. Prisma's client
// puts names in quotes, with their schema; the texts are told without.
import { writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

const { at, skip = 0, after = false } = JSON.parse(process.env.TEST_HALT_AT ?? '{"at":[]}');
const post = Worker.prototype.postMessage;
let seen = 0;
let left = skip;

function isThere(message) {
  if (message?.kind !== 'wire' || seen >= at.length || !plain(message.bytes).includes(at[seen])) return false;
  if (seen === 0 && left > 0) {
    left -= 1;
    return false;
  }
  seen += 1;
  return seen === at.length;
}

function plain(bytes) {
  return Buffer.from(bytes).toString('latin1').replaceAll('"public".', '').replaceAll('"', '');
}

function standStill() {
  writeSync(2, `halted ${after ? 'after' : 'before'} ${at.at(-1)}\n`);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

Worker.prototype.postMessage = function (message, ...rest) {
  const halts = isThere(message);
  if (halts && !after) standStill();
  post.call(this, message, ...rest);
  if (halts) standStill();
};
