import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Deps } from '../../src/deps.ts';
import { answerRecorder } from '../../src/flows/record-answers.ts';
import { localDay } from '../../src/loyalty/period.ts';
import type { SandboxMessage } from '../../src/sandbox/page-api.ts';
import type { Database } from '../../src/store/database.ts';
import { openStore } from '../../src/store/store.ts';
import { withDatabases } from '../support/database.ts';
import { nordlys, type RunningSandbox, startSandbox, until } from '../support/sandbox.ts';
import { type AppHome, newHome, passMinute, type RunningApp, startApp } from './delivery-app.ts';

/** The app is killed with -9 while the sandbox lives on; then it is started again. */
withDatabases((kind) => {
  const { alarm, astrid, bot } = nordlys;
  const onServer = kind.name === 'PostgreSQL';
  const none = { seed: 1, rates: {} };
  let sandbox: RunningSandbox;
  let home: AppHome;
  let app: RunningApp | undefined;

  beforeAll(async () => {
    sandbox = await startSandbox();
    await sandbox.act({ do: 'invite', as: astrid, channel: alarm, user: bot });
    home = await newHome(kind);
    const first = await startApp(home, sandbox);
    await first.stop();
  });
  afterEach(async () => {
    await app?.kill();
    await sandbox.setChaos(none);
  });
  afterAll(async () => {
    await home.close();
    await sandbox.stop();
  });

  /** What the app said for all to read: posts, or the replies in a thread. */
  const said = async (channel: string, threadTs: string | null = null) =>
    (await sandbox.messages(astrid, channel, threadTs ?? undefined)).filter(
      (one) => one.isApp && !one.ephemeral && one.threadTs === threadTs && one.ts !== threadTs,
    );
  const report = (round: number, phase: string, durable: unknown, checked: string) =>
    process.stdout.write(
      `  ${kind.name} ${round}: ${phase}; durable: ${JSON.stringify(durable)}; checked: ${checked}\n`,
    );

  /** Holds up whatever wants to write to the outbox, on a server, until it is let go. */
  async function holdingWriters(work: () => Promise<void>, then: () => Promise<void>): Promise<void> {
    await home.inside(async ({ pool }) => {
      const client = await pool.connect();
      await client.query('BEGIN');
      await client.query('LOCK TABLE outbox IN SHARE MODE');
      await work();
      const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
        AND query ILIKE 'INSERT INTO outbox%'`;
      await until(async () => ((await pool.query(waiting)).rowCount ?? 0) > 0);
      await then();
      await client.query('ROLLBACK');
      client.release();
      await until(async () => (await pool.query(waiting)).rowCount === 0);
    });
  }

  describe('a claim', () => {
    type Phase = 'open transaction' | 'note not noted' | 'card not noted' | 'any moment';
    const gaps: readonly Phase[] = ['note not noted', 'card not noted', 'note not noted'];
    const phases: readonly Phase[] = onServer
      ? ['open transaction', ...gaps, 'open transaction', 'any moment']
      : [...gaps, 'card not noted', 'note not noted'];

    test('is there once and told once, wherever the app was killed', async () => {
      await home.inside((database) => complain(database, phases.length, alarm));
      app = await startApp(home, sandbox);
      const cards = await until(
        () => said(alarm),
        (all) => all.length === phases.length,
      );
      for (const [n, phase] of phases.entries()) {
        const card = cards[n];
        if (!card) throw new Error(`There is no card ${n}.`);
        await interruptClaim(phase, card);
        await sandbox.setChaos(none);
        const durable = await home.inside(async (database) => {
          await passMinute(database);
          return lastRow(database);
        });
        app = await startApp(home, sandbox);
        if (!(await isClaimed(n))) await press(card);
        await until(async () => (await notes(card)).length > 0 && (await cardOf(card.ts)).edited);
        report(n + 1, phase, durable, 'one note, one claim, card edited');
      }
      await app.stop();
      const facts = await home.inside(claims);
      expect(facts).toEqual(phases.map((_phase, n) => ({ id: n + 1, steward: astrid, claims: 1, unsent: 0 })));
      for (const card of cards) {
        expect((await notes(card)).map((one) => one.text)).toEqual([expect.stringContaining(`<@${astrid}>`)]);
        expect((await cardOf(card.ts)).text).toContain(`<@${astrid}>`);
      }
      expect(await said(alarm)).toHaveLength(phases.length);
    }, 240_000);

    async function interruptClaim(phase: Phase, card: SandboxMessage): Promise<void> {
      const kill = async () => app?.kill();
      switch (phase) {
        case 'open transaction':
          return holdingWriters(() => press(card), kill);
        case 'note not noted':
          await sandbox.setChaos({ ...none, holdAnswers: ['chat.postMessage'] });
          await press(card);
          await until(async () => (await notes(card)).length > 0);
          return kill();
        case 'card not noted':
          await sandbox.setChaos({ ...none, holdAnswers: ['chat.update'] });
          await press(card);
          await until(async () => (await cardOf(card.ts)).edited);
          return kill();
        case 'any moment':
          await press(card);
          return kill();
      }
    }

    const notes = (card: SandboxMessage) => said(alarm, card.ts);
    const isClaimed = (n: number) =>
      onServer ? home.inside(async (database) => (await claims(database))[n]?.claims === 1) : cardIsClaimed(n);

    /** The embedded database is the app's alone; its restart tells by the thread. */
    async function cardIsClaimed(n: number): Promise<boolean> {
      const card = (await said(alarm))[n];
      return card !== undefined && ((await notes(card)).length > 0 || card.edited);
    }

    async function cardOf(ts: string): Promise<SandboxMessage> {
      const card = (await said(alarm)).find((one) => one.ts === ts);
      if (!card) throw new Error(`The card ${ts} is gone.`);
      return card;
    }

    async function press(card: SandboxMessage): Promise<void> {
      for (const block of card.blocks) {
        for (const element of (block.elements ?? []) as readonly { readonly action_id?: string }[]) {
          if (!element.action_id?.includes('claim')) continue;
          const on = { kind: 'message', channel: alarm, ts: card.ts } as const;
          const blockId = String(block.block_id);
          const result = await sandbox.act({ do: 'press', as: astrid, on, blockId, actionId: element.action_id });
          expect(result).toMatchObject({ ok: true });
          return;
        }
      }
      throw new Error('The card has no button to claim it.');
    }
  });

  describe('a digest', () => {
    type Phase = 'open transaction' | 'not noted' | 'any moment';
    const gaps: readonly Phase[] = ['not noted', 'not noted', 'not noted'];
    const phases: readonly Phase[] = onServer
      ? ['open transaction', ...gaps, 'open transaction', 'any moment']
      : [...gaps, 'not noted', 'not noted'];

    test('is posted once, wherever the app was killed', async () => {
      const channels: string[] = [];
      for (const [n, phase] of phases.entries()) {
        const name = `digest-${n + 1}`;
        const { id = '' } = await sandbox.act({ do: 'create-channel', as: astrid, name, isPrivate: false });
        await sandbox.act({ do: 'invite', as: astrid, channel: id, user: bot });
        channels.push(id);
        await home.inside((database) => scheduleYesterday(database, id));
        if (phase === 'open transaction') {
          await holdingWriters(
            async () => {
              app = await startApp(home, sandbox);
            },
            async () => app?.kill(),
          );
        } else {
          await sandbox.setChaos({ ...none, ...(phase === 'not noted' && { holdAnswers: ['chat.postMessage'] }) });
          app = await startApp(home, sandbox);
          if (phase === 'not noted') await until(async () => (await said(id)).length > 0);
          await app.kill();
        }
        await sandbox.setChaos(none);
        const durable = await home.inside(async (database) => {
          await passMinute(database);
          return lastRow(database);
        });
        app = await startApp(home, sandbox);
        await until(async () => (await said(id)).length > 0);
        await app.stop();
        const noted = await until(
          () => home.inside((database) => digestRows(database, id)),
          (rows) => rows.length > 0,
        );
        report(n + 1, phase, durable, `one message, one run, ${JSON.stringify(noted)}`);
        expect(noted).toHaveLength(1);
      }
      app = await startApp(home, sandbox);
      await app.stop();
      for (const id of channels) expect(await said(id)).toHaveLength(1);
    }, 240_000);
  });
});

/** As many customers as there are rounds complain. */
async function complain(database: Database, count: number, channel: string): Promise<void> {
  const store = openStore(database);
  const [workspace] = await store.workspaces.list();
  if (!workspace) throw new Error('The app has made no workspace.');
  const log = { info: () => undefined, error: () => undefined };
  const deps: Deps = { store, now: () => new Date(), log, nudgeDelivery: () => undefined };
  const settings = { ...(await store.of(workspace.id).settings.read()), alertChannelId: channel };
  await store.of(workspace.id).settings.save(settings);
  const nothing = { at: null, recommend: null, again: null, other: null, source: null, markedNegative: null };
  const day = localDay(new Date(), settings.timeZone);
  await store.transaction(workspace.id, async (tx) => {
    const recorder = answerRecorder(deps, tx, settings, { makeCustomers: true, followUps: 'all' });
    const numbers = Array.from({ length: count }, (_, n) => n + 1);
    await recorder.take(
      numbers.map((n) => ({
        ...nothing,
        answerId: `a${n}`,
        customer: `K${n}`,
        kind: 'nps' as const,
        score: 2,
        day,
        comment: `It broke ${n}`,
        public: false,
      })),
    );
    return recorder.settle();
  });
}

async function scheduleYesterday(database: Database, channelId: string): Promise<void> {
  const store = openStore(database);
  const [workspace] = await store.workspaces.list();
  if (!workspace) throw new Error('The app has made no workspace.');
  const dueAt = new Date();
  dueAt.setUTCHours(9 - 24, 0, 0, 0);
  const doneUntil = new Date(dueAt.getTime() - 1000);
  await store.of(workspace.id).schedules.save({
    channelId,
    cron: '0 9 * * *',
    timeZone: 'UTC',
    locale: 'en',
    sections: ['figures'],
    active: true,
    doneUntil,
    dueAt,
    createdBy: null,
  });
}

async function lastRow({ pool }: Database): Promise<unknown> {
  const { rows } = await pool.query('SELECT id, kind, subject, status FROM outbox ORDER BY id DESC LIMIT 1');
  return rows[0] ?? null;
}

async function claims({ pool }: Database) {
  const { rows } = await pool.query<{ id: number; steward: string | null; claims: number; unsent: number }>(`
    SELECT f.id, f.steward_id AS steward,
      (SELECT count(*)::int FROM follow_up_events e WHERE e.follow_up_id = f.id AND e.kind = 'claimed') AS claims,
      (SELECT count(*)::int FROM outbox o WHERE o.subject = 'follow-up:' || f.id AND o.status <> 'sent') AS unsent
    FROM follow_ups f ORDER BY f.id`);
  return rows;
}

async function digestRows({ pool }: Database, channelId: string) {
  const { rows } = await pool.query<{ status: string; runs: number }>(
    `SELECT o.status, (SELECT count(*)::int FROM job_runs r WHERE r.schedule_id = s.id) AS runs
     FROM outbox o JOIN schedules s ON s.channel_id = o.channel_id WHERE o.channel_id = $1`,
    [channelId],
  );
  return rows;
}
