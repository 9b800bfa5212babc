import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { respondToUrl } from '../../src/slack/respond-to-url.ts';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** Whether words count as told where an address for answers answers like this. */
async function isTold(answer: (response: ServerResponse) => void): Promise<boolean> {
  const server = createServer((request, response) => {
    request.resume();
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const said = { text: 'saved', blocks: [], replace_original: false };
  return (await respondToUrl(`http://127.0.0.1:${port}/`, said, { patienceMs: 500, tries: 1 })) === 'taken';
}

const refused = JSON.stringify({ ok: false, error: 'invalid_blocks' });

test.each([
  ['says "ok"', 200, 'ok', true],
  ['says {"ok":true}', 200, '{"ok":true}', true],
  ['says {"ok":false} with a status of 200', 200, refused, false],
  ['says 400', 400, refused, false],
  ['says 404, as it was used up', 404, '{"ok":false,"error":"used_url"}', false],
  ['says 500', 500, 'no_text', false],
] as const)(
  'what is told beside a message is told, or shown in its form, where Slack %s',
  async (_, status, body, told) => {
    expect(await isTold((response) => response.writeHead(status).end(body))).toBe(told);
  },
);

test('what is told beside a message is shown in its form where the connection breaks, or nobody answers', async () => {
  expect(await isTold((response) => response.socket?.destroy())).toBe(false);
  expect(await isTold(() => undefined)).toBe(false);
  expect(
    await isTold((response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"ok"');
    }),
  ).toBe(false);
});
