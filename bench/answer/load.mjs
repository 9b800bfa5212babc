// Slack's side as a process of its own: signed commands over kept-alive connections. One line of JSON in for each
// round, one out. Requests are signed before the clock runs.
import { createHmac, randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import { Client } from 'undici';

const secret = process.env.SLACK_SIGNING_SECRET;
const clients = new Map();

process.stdout.write('ready\n');
for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await round(JSON.parse(line)))}\n`);
}

/** `count` commands over `connections`; milliseconds of each, and commands a second. */
async function round({ url, fields, connections, count, expects }) {
  const { origin, pathname: path } = new URL(url);
  const requests = Array.from({ length: count }, () =>
    signed({ ...fields, trigger_id: randomBytes(8).toString('hex') }),
  );
  const times = [];
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async (_, i) => {
      const client = clientOf(origin, i);
      while (next < count) {
        const request = requests[next++];
        const start = performance.now();
        const { statusCode, body } = await client.request({ path, method: 'POST', ...request });
        const text = await body.text();
        times.push(performance.now() - start);
        if (statusCode !== 200 || !text.includes(expects)) throw new Error(`${statusCode} ${text}`);
      }
    }),
  );
  return { times, perSecond: (count / (performance.now() - began)) * 1000 };
}

function clientOf(origin, i) {
  const key = `${origin} ${i}`;
  if (!clients.has(key)) clients.set(key, new Client(origin, { keepAliveTimeout: 60_000 }));
  return clients.get(key);
}

function signed(fields) {
  const body = new URLSearchParams(fields).toString();
  const stamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', secret).update(`v0:${stamp}:${body}`).digest('hex');
  return {
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': stamp,
      'x-slack-signature': `v0=${signature}`,
    },
  };
}
