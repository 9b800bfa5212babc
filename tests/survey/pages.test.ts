import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { useSurveyWorld } from './survey-world.ts';

describe('the page of a survey', () => {
  const world = useSurveyWorld();
  const page = async (url: string, headers: Readonly<Record<string, string>> = {}) => {
    const response = await fetch(url, { headers, redirect: 'manual' });
    return { status: response.status, html: await response.text(), headers: response.headers };
  };
  const post = async (url: string, fields: Readonly<Record<string, string>> | string) => {
    const body = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString();
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const response = await fetch(url, { method: 'POST', body, headers: type, redirect: 'manual' });
    return { status: response.status, html: await response.text(), to: response.headers.get('location') };
  };
  const kept = () => world.flow.count('answers');

  test('asks in at most 20 kB, without a script, with nothing from elsewhere and nothing of the person', async () => {
    const { status, html, headers } = await page(await world.link());
    expect(status).toBe(200);
    expect(Buffer.byteLength(html)).toBeLessThan(20_000);
    expect(html).toContain('How likely are you to recommend Kaffebar to a friend or colleague?');
    expect(html).not.toMatch(/<script|https?:|Anna|Holm|>K\d/);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  test('who looks, also with a score in the address and as often as a scanner, has answered nothing', async () => {
    const url = await world.link();
    const before = await kept();
    for (const method of ['GET', 'HEAD', 'GET']) {
      expect((await fetch(`${url}?score=9`, { method })).status).toBe(200);
    }
    expect((await page(`${url}?score=9`)).html).toMatch(/value="9" required checked/);
    expect((await page(`${url}?score=11`)).html).not.toContain('required checked');
    expect((await page(`${url}?sent`)).html).toContain('How likely');
    expect(await kept()).toBe(before);
  });

  test('thanks for an answer, which can then be changed', async () => {
    const url = await world.link();
    const sent = await post(url, { score: '9', comment: 'Good' });
    expect(sent).toMatchObject({ status: 303, html: '' });
    const thanks = await page(new URL(sent.to ?? '', url).href);
    expect(thanks.html).toContain('Thank you for your answer');
    const again = (await page(url)).html;
    expect(again).toContain('You have answered already. Until');
    expect(again).not.toMatch(/required checked|Good/);
    expect((await post(url, { score: '3' })).status).toBe(303);
  });

  test.each([
    {},
    { score: '' },
    { score: '11' },
    { score: '-1' },
    { score: '7.5' },
    { score: '٣' },
    { score: 'nine' },
    { recommend: '3' },
  ])('sent with %o it asks again, and what was written is still there', async (fields) => {
    const url = await world.link();
    const { status, html } = await post(`${url}?l=da`, { ...fields, comment: '</textarea><b>"Hej" & \'hej\'' });
    expect(status).toBe(422);
    expect(html).toContain('Vælg et tal.');
    expect(html).toContain('&lt;/textarea&gt;&lt;b&gt;&quot;Hej&quot; &amp; &#39;hej&#39;</textarea>');
    expect((await page(url)).html).not.toContain('already');
  });

  test('all questions of a CLI survey have to be answered', async () => {
    const url = await world.link('cli');
    const { status, html } = await post(url, { recommend: '1', other: '6' });
    expect(status).toBe(422);
    expect(html.match(/role="alert"/g)).toHaveLength(1);
    expect(html).toMatch(/name="recommend" value="1" required checked/);
    expect((await post(url, { recommend: '1', again: '2', other: '6' })).status).toBe(303);
  });

  test('speaks the language that is asked for, else the customer’s, the browser’s, the company’s', async () => {
    const [danes, anybodys] = [await world.link('nps', 'da'), await world.link()];
    const languageOf = async (url: string, accepted = '') => {
      const { html } = await page(url, accepted === '' ? {} : { 'accept-language': accepted });
      return /<html lang="(\w+)"/.exec(html)?.[1];
    };
    expect(await languageOf(danes, 'nb-NO,nb;q=0.9')).toBe('da');
    expect(await languageOf(`${danes}?l=en`, 'nb-NO')).toBe('en');
    expect(await languageOf(anybodys, 'sv,nn;q=0.9,en;q=0.5')).toBe('nb');
    expect(await languageOf(anybodys, 'fr')).toBe('en');
    expect(await languageOf(`${anybodys}?l=xx`, 'da')).toBe('da');
  });

  test.each(['', 'x', '1', '1-', `1-${'A'.repeat(22)}`, `99-${'A'.repeat(22)}`, '1-..%2f..', `1-${'A'.repeat(500)}`])(
    'a link that ends with %o is nobody’s, in the reader’s language',
    async (end) => {
      const { status, html } = await page(`${world.base}/s/${end}`, { 'accept-language': 'da' });
      expect([status, html.includes('Linket virker ikke')]).toEqual([404, true]);
    },
  );

  test('what is no request of a form is sent away: too much, other methods, half a request, no address', async () => {
    const url = await world.link();
    expect((await post(url, `score=9&comment=${'x'.repeat(40_000)}`)).status).toBe(413);
    expect((await fetch(url, { method: 'PUT' })).status).toBe(405);
    const { port } = new URL(url);
    const raw = (text: string) =>
      new Promise<string>((resolve) => {
        const socket = connect(Number(port), '127.0.0.1', () => socket.end(text));
        let said = '';
        socket.on('data', (data) => {
          said += data.toString();
        });
        socket.on('close', () => resolve(said.split('\r\n')[0] ?? ''));
        socket.on('error', () => resolve(''));
      });
    expect(await raw('GET // HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n')).toContain('404');
    expect(await raw('GET http://[ HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n')).toContain('404');
    await raw(`POST ${new URL(url).pathname} HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nscore=9`);
    expect((await page(url)).html).not.toContain('already');
    expect(world.faults).toEqual([]);
  });

  test('mails are stopped by a form or a mail program that sends it, not by who looks, and by no link that was never mailed', async () => {
    const url = await world.link('nps', 'da');
    const stop = url.replace('/s/', '/u/');
    const oneClick = { 'List-Unsubscribe': 'One-Click' };
    expect((await post(stop, oneClick)).status).toBe(404);
    const token = url.slice(-22);
    const { store } = world.flow.context;
    const invitation = await store.invitations.find(token);
    const mail = { invitationId: invitation?.id ?? 0, address: 'anna@example.com', createdBy: 'U1' };
    await world.flow.context.transaction((tx) => tx.mails.add({ ...mail, at: world.flow.context.now() }));
    expect(await page(stop)).toMatchObject({ status: 200, html: expect.stringContaining('Stop disse mails') });
    expect(await store.mails.whyStopped('anna@example.com')).toBeNull();
    expect((await post(stop, oneClick)).html).toContain('Du får ikke flere spørgsmål med mail');
    expect(await store.mails.whyStopped('anna@example.com')).toBe('unsubscribed');
    expect((await post(stop, {})).status).toBe(200);
  });

  test('many who send at once are all heard', async () => {
    const urls = await Promise.all(Array.from({ length: 12 }, () => world.link()));
    const before = await kept();
    const sent = await Promise.all(urls.flatMap((url) => [post(url, { score: '9' }), post(url, { score: '9' })]));
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([303]));
    expect(await kept()).toBe(before + 12);
  });
});
