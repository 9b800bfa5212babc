import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningSandbox, startSandbox } from './support.ts';

describe('the mailbox of customers', () => {
  let sandbox: RunningSandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.stop());

  const mail = (given: object = {}) => ({
    messageId: '<survey.1.1@nordlys.example>',
    from: 'Nordlys Kaffe <hello@nordlys.example>',
    to: 'anna@example.com',
    subject: 'Would you recommend us?',
    text: 'Answer here: http://127.0.0.1:1/s/1',
    html: '<!doctype html><html><head><title>x</title></head><body><script>top.location="/"</script><a href="http://127.0.0.1:1/s/1">9</a></body></html>',
    headers: { 'List-Unsubscribe': '<http://127.0.0.1:1/u/1>' },
    ...given,
  });
  const send = async (body: unknown) => {
    const response = await fetch(`${sandbox.ready.url}/sandbox/mails`, { method: 'POST', body: JSON.stringify(body) });
    return { status: response.status, ...((await response.json()) as { ok?: boolean; error?: string }) };
  };
  const list = async () =>
    (await (await fetch(`${sandbox.ready.url}/sandbox/mails`)).json()) as { messageId: string; subject: string }[];

  test('keeps each mail once, the newest first', async () => {
    expect(await send(mail())).toEqual({ status: 200, ok: true });
    const other = mail({ messageId: '<survey.1.2@nordlys.example>', subject: 'Another' });
    expect(await send(other)).toEqual({ status: 200, ok: true });
    expect(await send(mail({ subject: 'Sent again' }))).toEqual({ status: 200, ok: true });
    expect((await list()).map(({ subject }) => subject)).toEqual(['Another', 'Would you recommend us?']);
  });

  test('takes nothing that is no mail', async () => {
    const before = (await list()).length;
    expect((await send({ to: 'anna@example.com' })).status).toBe(400);
    expect((await send(mail({ messageId: '<3@x>', html: 'x'.repeat(200_001) }))).status).toBe(400);
    expect(await list()).toHaveLength(before);
  });

  test('shows what a customer sees as a page of its own that runs no script', async () => {
    const at = (id: string) => fetch(`${sandbox.ready.url}/sandbox/mails/${encodeURIComponent(id)}`);
    const response = await at('<survey.1.1@nordlys.example>');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('content-security-policy')).not.toMatch(/allow-scripts|script-src/);
    expect(await response.text()).toContain('<base target="_blank">');
    expect((await at('<none@x>')).status).toBe(404);
    expect((await fetch(`${sandbox.ready.url}/sandbox/mails/%E0%`)).status).toBe(404);
    await send(mail({ messageId: '<bare@x>', html: '<p><a href="http://127.0.0.1:1/s/1">9</a></p>' }));
    expect(await (await at('<bare@x>')).text()).toMatch(/^<base target="_blank"><p>/);
  });

  test('is empty when the company begins anew', async () => {
    await fetch(`${sandbox.ready.url}/sandbox/first-day`, { method: 'POST', body: JSON.stringify({ language: 'en' }) });
    expect(await list()).toEqual([]);
  });
});
