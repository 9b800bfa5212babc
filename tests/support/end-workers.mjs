// Loaded before the app by a test in which the embedded database ends by itself, as it does on a disk that is full.
import { Worker } from 'node:worker_threads';

const post = Worker.prototype.postMessage;
let database = null;
Worker.prototype.postMessage = function (message, ...rest) {
  if (message?.kind === 'wire') database = this;
  post.call(this, message, ...rest);
};
process.on('SIGUSR2', () => database?.terminate());
