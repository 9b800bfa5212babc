import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { FollowUpFacts } from '../../src/facts/customer.ts';
import { announceFollowUps } from '../../src/flows/follow-ups/announce-follow-up.ts';
import { claimFollowUp, closeFollowUp, handBackFollowUp } from '../../src/flows/follow-ups/claim-follow-up.ts';
import { readFollowUps } from '../../src/flows/follow-ups/read-follow-ups.ts';
import type { Releaser } from '../../src/loyalty/follow-up.ts';
import { type TestDatabase, withDatabases } from '../support/database.ts';
import { type FlowWorld, flowWorld } from './flow-world.ts';

const end = { cause: 'delivery', outcome: 'Ny kaffe sendt' } as const;

withDatabases((kind) => {
  let database: TestDatabase;
  let world: FlowWorld;
  let id: number;
  beforeAll(async () => {
    database = await kind.open();
  });
  beforeEach(async () => {
    world = await flowWorld(kind, database);
    const { context } = world;
    id = await context.transaction(async (tx) => {
      const now = context.now();
      const opened = await tx.followUps.openFor(null, 20_002, now);
      await announceFollowUps(tx, await tx.settings.read(), [opened.id], now);
      return opened.id;
    });
    await claims('UOWNER');
  });
  afterAll(() => database.close());

  test('an admin or a customer ambassador hands back what somebody else has; card and thread say so until it is claimed again', async () => {
    for (const role of ['admin', 'steward'] as const) {
      expect(await handsBack({ memberId: 'UBOSS', role })).toEqual({ kind: 'released', stewardId: 'UOWNER' });
      expect(await card()).toMatchObject({
        status: 'open',
        stewardId: null,
        release: { byId: 'UBOSS', ofId: 'UOWNER' },
      });
      await claims('UOWNER');
      expect(await card()).toMatchObject({ status: 'claimed', stewardId: 'UOWNER', release: null });
    }
    const { rows } = await database.pool.query<{ event: object }>(
      `SELECT announcement->'event' AS event FROM outbox
       WHERE workspace_id = $1 AND announcement->'event'->>'kind' = 'handed-back'`,
      [world.workspaceId],
    );
    const told = { event: { kind: 'handed-back', memberId: 'UBOSS', ofId: 'UOWNER' } };
    expect(rows).toEqual([told, told]);
  });

  test('who closes it for somebody else is told beside who had it', async () => {
    expect(await closes({ memberId: 'UBOSS', role: 'admin' })).toEqual({ kind: 'released', stewardId: 'UOWNER' });
    expect(await card()).toMatchObject({ status: 'done', ...end, release: { byId: 'UBOSS', ofId: 'UOWNER' } });
  });

  test('who lets go of their own does it for nobody else', async () => {
    expect(await handsBack({ memberId: 'UOWNER', role: 'member' })).toEqual({ kind: 'released', stewardId: 'UOWNER' });
    expect(await card()).toMatchObject({ status: 'open', release: null });
    await claims('UOWNER');
    await closes({ memberId: 'UOWNER', role: 'admin' });
    expect(await card()).toMatchObject({ status: 'done', release: null });
  });

  test('a plain member lets go of nobody else’s', async () => {
    const refused = { kind: 'not-yours', stewardId: 'UOWNER' };
    expect(await handsBack({ memberId: 'UOTHER', role: 'member' })).toEqual(refused);
    expect(await closes({ memberId: 'UOTHER', role: 'member' })).toEqual(refused);
    expect(await card()).toMatchObject({ status: 'claimed', stewardId: 'UOWNER' });
  });

  test('pressed late or delivered twice, it takes nothing from who has it by then', async () => {
    const boss = { memberId: 'UBOSS', role: 'admin', seenWith: 'UOWNER' } as const;
    await handsBack(boss);
    await claims('UOTHER');
    expect(await handsBack(boss)).toEqual({ kind: 'passed-on', stewardId: 'UOTHER' });
    expect(await closes(boss)).toEqual({ kind: 'passed-on', stewardId: 'UOTHER' });
    expect(await card()).toMatchObject({ status: 'claimed', stewardId: 'UOTHER' });
  });

  test('of all who let it go at once exactly one does, and it is told once', async () => {
    const outcomes = await Promise.all([
      handsBack({ memberId: 'UOWNER', role: 'member' }),
      handsBack({ memberId: 'UBOSS', role: 'admin' }),
      closes({ memberId: 'UOWNER', role: 'member' }),
      closes({ memberId: 'UBOSS', role: 'admin' }),
    ]);
    expect(outcomes.filter(({ kind }) => kind === 'released')).toHaveLength(1);
    // One of the claim, one of what came after.
    expect(await world.count('follow_up_events')).toBe(2);
  });

  async function claims(memberId: string): Promise<void> {
    expect(await claimFollowUp(world.context, id, memberId)).toEqual({ kind: 'claimed' });
  }

  function handsBack(by: Omit<Releaser, 'seenWith'> & Partial<Releaser>) {
    return handBackFollowUp(world.context, id, { seenWith: null, ...by });
  }

  function closes(by: Omit<Releaser, 'seenWith'> & Partial<Releaser>) {
    return closeFollowUp(world.context, id, { seenWith: null, ...by }, end);
  }

  async function card(): Promise<FollowUpFacts | undefined> {
    const { store, now } = world.context;
    const settings = await store.settings.read();
    const followUp = await store.followUps.find(id);
    const [facts] = await readFollowUps({ store, settings }, followUp ? [followUp] : [], now());
    return facts;
  }
});
