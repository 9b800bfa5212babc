// Writes what memory (RSS) a process had at most in the first and in the second half of its time: [bytes, bytes].
import { writeFileSync } from 'node:fs';

const samples = [];
setInterval(() => samples.push(process.memoryUsage.rss()), 50).unref();
process.on('exit', () => {
  samples.push(process.memoryUsage.rss());
  const middle = Math.ceil(samples.length / 2);
  const halves = [samples.slice(0, middle), samples.slice(middle)];
  writeFileSync(process.env.BENCH_NOTE, JSON.stringify(halves.map((half) => Math.max(0, ...half))));
});
