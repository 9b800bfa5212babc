import { afterAll, beforeAll, expect, test } from 'vitest';
import { withDatabases } from '../support/database.ts';
import { type Ask, json } from './support.ts';
import { openTerminal, type Terminal } from './terminal.ts';

withDatabases((kind) => {
  let terminal: Terminal;
  const ask: Ask = (args) => terminal.ask(args);
  beforeAll(async () => {
    terminal = await openTerminal(kind);
  });
  afterAll(() => terminal.close());

  test('how many alerts an hour get a card is shown and set, and stays set', async () => {
    expect((await json(ask, 'settings')).alertsPerHour).toBe(10);
    expect((await json(ask, 'settings', '--alerts-per-hour', '25')).alertsPerHour).toBe(25);
    expect((await json(ask, 'indstillinger')).alertsPerHour).toBe(25);
    const { out } = await ask(['settings', '--language', 'da']);
    expect(out).toContain('Alarmer i timen med eget kort: 25');
  });

  test('links to where the company looks customers up are set, told on the card, and taken away', async () => {
    const typed = 'CRM https://crm.example.com/c/{number} | Mail https://mail.example.com/?q={email}';
    const { customerLinks } = await json(ask, 'settings', '--customer-links', typed);
    expect(customerLinks).toEqual([
      { label: 'CRM', address: 'https://crm.example.com/c/{number}' },
      { label: 'Mail', address: 'https://mail.example.com/?q={email}' },
    ]);
    await ask(['customer', 'new', '--customer', 'K 1', '--name', 'Anna Holm']);
    const { out } = await ask(['customer', 'K 1']);
    expect(out).toContain('CRM: https://crm.example.com/c/K%201');
    expect(out).not.toContain('mail.example.com');
    expect((await json(ask, 'settings', '--customer-links', '')).customerLinks).toEqual([]);
  });

  test('a link that is not encrypted is refused, and nothing changes', async () => {
    const { code, err } = await ask(['settings', '--customer-links', 'CRM http://crm.example.com/{number}']);
    expect([code, err]).toEqual([2, expect.stringContaining('begins with https://')]);
    expect((await json(ask, 'settings')).customerLinks).toEqual([]);
  });

  test.each(['ten', '-1', '2.5', '1001'])('--alerts-per-hour %s is refused, and nothing changes', async (typed) => {
    const { code, err } = await ask(['settings', `--alerts-per-hour=${typed}`]);
    expect(code).toBe(2);
    expect(err).toContain('is not a whole number from 0 to 1000');
  });

  test('said with another command it is refused rather than passed over', async () => {
    const { code, err } = await ask(['nps', '--alerts-per-hour', '5']);
    expect([code, err]).toEqual([2, expect.stringContaining('It goes with: settings')]);
  });
});
