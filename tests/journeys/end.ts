import { expect, test } from 'vitest';
import { until } from '../support/sandbox.ts';
import type { Office } from './office.ts';

/** Stops the app, and looks at the database. */
export function endOfJourneys(office: () => Office): void {
  test('no call to Slack had an argument that Slack knows nothing of', async () => {
    const calls = await office().sandbox.calls();
    expect(calls.flatMap(({ method, unknown }) => unknown.map((name) => `${method} ${name}`))).toEqual([]);
  });

  test('every picture that was shown is one that whoever reads it may see', async () => {
    const { sandbox } = office();
    const [workspace] = await sandbox.describe();
    const hidden: string[] = [];
    for (const { id, name, isBot } of workspace?.users ?? []) {
      for (const channel of isBot ? [] : (workspace?.channels ?? [])) {
        // Who may not read a channel is told so instead.
        const messages = await sandbox.messages(id, channel.id);
        const shown = Array.isArray(messages) ? messages : [];
        hidden.push(...shown.filter((one) => one.hiddenFiles.length > 0).map(({ text }) => `${name}: ${text}`));
      }
    }
    expect(hidden).toEqual([]);
  });

  test('the database holds it all, and each post once', async () => {
    // Of a message whose answer was lost the app is sure a minute later, though it stands there at once.
    const isSure = () => office().look(async (pool) => (await pool.query(unsure)).rowCount === 0);
    await until(isSure, Boolean, 2000);
    await office().holds(`SELECT DISTINCT status FROM outbox`, [{ status: 'sent' }]);
    await office().holds('SELECT count(*)::int AS waiting FROM requests WHERE answered_at IS NULL', [{ waiting: 0 }]);
    await office().end();
  });
}

const unsure = `SELECT FROM outbox WHERE status IN ('waiting', 'sending')`;
