import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { signatureHeaders } from '@loyalty-ladder/sandbox/signature';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startApp } from '../support/app.ts';
import { launchApp, newFolder } from '../support/life.ts';
import { nordlys, type RunningSandbox, startSandbox, until } from '../support/sandbox.ts';

let sandbox: RunningSandbox;
const cleanUp: (() => unknown)[] = [];
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterEach(async () => {
  for (const clean of cleanUp.splice(0).reverse()) await clean();
});
afterAll(() => sandbox.stop());

const isJson = (line: string) => line.startsWith('{') && Boolean(JSON.parse(line));

describe('in Socket Mode', () => {
  const slackOf = (apiUrl: string, appToken: string) => ({
    SLACK_BOT_TOKEN: sandbox.botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_API_URL: apiUrl,
  });

  test('an app token that Slack refuses at the start is said by its name, and the app ends', async () => {
    const app = launchApp({ env: { LOYALTY_DATA: newFolder() } }, { env: slackOf(sandbox.apiUrl, 'xapp-1-other') });
    expect(await app.ended).toBe(1);
    const words = app.err().trim().split('\n');
    expect(words.at(-1)).toMatch(/^Slack does not take SLACK_APP_TOKEN: invalid_auth\. .*connections:write/);
    expect(words.slice(0, -1).every(isJson)).toBe(true);
  });

  test('one that is refused when the line is renewed, too; until then a passing fault is waited for', async () => {
    let answers: (() => object) | null = null;
    const between = await standBetween((method) => (method === 'apps.connections.open' ? answers?.() : undefined));
    const app = launchApp(
      { env: { LOYALTY_DATA: newFolder() } },
      { env: slackOf(between, sandbox.app.appToken), args: ['--empty'] },
    );
    await until(() => app.out().includes('\n'));
    answers = () => ({ ok: false, error: 'internal_error' });
    await fetch(`${sandbox.url}/sandbox/delivery`, { method: 'POST', body: JSON.stringify({ refresh: true }) });
    await until(() => app.err().includes('"not-connected"'));
    expect(app.process.exitCode).toBeNull();
    answers = () => ({ ok: false, error: 'token_revoked' });
    expect(await app.ended).toBe(1);
    const words = app.err().trim().split('\n');
    expect(words.at(-1)).toMatch(/^Slack does not take SLACK_APP_TOKEN: token_revoked\./);
    expect(words.slice(0, -1).every(isJson)).toBe(true);
  });

  test('Slack that is away at the start, or has no line to spare, is waited for', async () => {
    const faults: Readonly<Record<string, readonly object[]>> = {
      'auth.test': [{ ok: false, error: 'internal_error' }, { ok: true }],
      'apps.connections.open': [{ ok: false, error: 'too_many_websockets' }],
    };
    const met: string[] = [];
    const between = await standBetween((method) => {
      const fault = faults[method]?.[met.filter((one) => one === method).length];
      if (fault) met.push(method);
      return fault;
    });
    const app = launchApp(
      { env: { LOYALTY_DATA: newFolder() } },
      { env: slackOf(between, sandbox.app.appToken), args: ['--empty'] },
    );
    await until(() => app.out().includes('\n'));
    expect(met).toEqual(['auth.test', 'auth.test', 'apps.connections.open']);
    expect(app.err().trim().split('\n').every(isJson)).toBe(true);
    expect(await app.stop()).toBe(0);
  });

  /** Hands calls on to the sandbox, but for those that it answers itself. @returns its address in Slack's place */
  async function standBetween(answer: (method: string) => object | undefined): Promise<string> {
    const handOn = async (request: IncomingMessage) => {
      const own = answer((request.url ?? '').split('/').at(-1) ?? '');
      if (own) return JSON.stringify(own);
      const body = Buffer.concat(await request.toArray());
      const { authorization = '', 'content-type': type = '' } = request.headers;
      const headers = { authorization, 'content-type': type };
      return (await fetch(new URL(request.url ?? '', sandbox.url), { method: 'POST', body, headers })).text();
    };
    const server = await listening(
      createServer((request, response) => void handOn(request).then((text) => response.end(text))),
    );
    return `http://127.0.0.1:${portOf(server)}/api/`;
  }
});

describe('over HTTP', () => {
  test('what is no request of Slack’s ends nothing, keeps nobody waiting and leaves no line but JSON', async () => {
    const app = await startApp({
      sandbox,
      transport: 'HTTP',
      place: { folder: newFolder(), databaseUrl: null },
    });
    cleanUp.push(() => app.stop());
    const port = Number(new URL(app.address).port);

    // What is signed and is no object.
    for (const [type, body] of [
      ['application/json', 'null'],
      ['application/json', '[1]'],
      ['application/json', '"x"'],
      ['application/json', '{'],
      ['application/x-www-form-urlencoded', 'payload=null'],
    ] as const) {
      expect(await sends(app.address, body, { 'content-type': type, ...sign(body) })).toBe(400);
    }
    expect(await sends(app.address, 'null', { 'content-type': 'application/json' })).toBe(401);
    // What is signed for a time to come could be sent again until then.
    const verify = '{"type":"url_verification","challenge":"x"}';
    const json = { 'content-type': 'application/json' };
    expect(await sends(app.address, verify, { ...json, ...sign(verify) })).toBe(200);
    expect(await sends(app.address, verify, { ...json, ...signedFor(verify, Date.now() + 3_600_000) })).toBe(401);
    // Who stands between may say besides how it is encoded.
    const help = 'command=%2Floyalty&text=help';
    const encoded = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
    expect(await sends(app.address, help, { ...encoded, ...sign(help) })).toBe(200);
    // Slack looks so whether the address has a certificate.
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(await sends(app.address, 'ssl_check=1&token=x', form)).toBe(200);
    // What is too long to be Slack's is not read.
    expect(await sends(app.address, 'x'.repeat(2000), form)).toBe(401);
    const long = `text=${'x'.repeat(1 << 20)}`;
    expect(await sends(app.address, long, { ...form, ...sign(long) })).toBe(413);
    expect(await says(port, 'GET // HTTP/1.1\r\nhost: x\r\n\r\n')).toMatch(/^HTTP\/1\.1 404/);

    // Bodies that never come to an end.
    const slow = await Promise.all(Array.from({ length: 300 }, () => open(port)));
    for (const socket of slow) socket.resume().write(`${slowStart}command=`);
    const answer = await sandbox.act({
      as: nordlys.emily,
      do: 'command',
      channel: nordlys.general,
      command: '/loyalty',
      text: 'help',
    });
    expect(answer).toMatchObject({ ok: true });
    await until(() => slow.every((socket) => socket.closed));

    expect(app.process.exitCode).toBeNull();
    expect(app.log().trim().split('\n').filter(Boolean).every(isJson)).toBe(true);
  });

  const sign = (body: string) => signatureHeaders(sandbox.app.signingSecret, body);
  const signedFor = (body: string, at: number) => {
    const stamp = String(Math.floor(at / 1000));
    const digest = createHmac('sha256', sandbox.app.signingSecret).update(`v0:${stamp}:${body}`).digest('hex');
    return { 'x-slack-request-timestamp': stamp, 'x-slack-signature': `v0=${digest}` };
  };
  const slowStart = [
    'POST /slack/events HTTP/1.1',
    'host: x',
    'content-type: application/x-www-form-urlencoded',
    'content-length: 1000',
    `x-slack-request-timestamp: ${Math.floor(Date.now() / 1000)}`,
    `x-slack-signature: v0=${'0'.repeat(64)}`,
    '',
    '',
  ].join('\r\n');

  async function sends(address: string, body: string, headers: Readonly<Record<string, string>>): Promise<number> {
    return (await fetch(address, { method: 'POST', body, headers })).status;
  }

  async function says(port: number, request: string): Promise<string> {
    const socket = await open(port);
    socket.end(request);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    return answer.toString();
  }

  async function open(port: number) {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    return socket;
  }
});

async function listening(server: Server): Promise<Server> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  cleanUp.push(() => server.closeAllConnections());
  cleanUp.push(() => server.close());
  return server;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
