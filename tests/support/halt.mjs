// Loaded before the app by a test that kills it in the middle of a transaction of the embedded database: the process
// stands still when it is about to send the first statement that holds TEST_HALT_AT, and says so on stderr.
import { writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

const text = process.env.TEST_HALT_AT ?? '';
const post = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (message, ...rest) {
  if (message?.kind === 'wire' && Buffer.from(message.bytes).includes(text)) {
    writeSync(2, `halted before ${text}\n`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  }
  return post.call(this, message, ...rest);
};
