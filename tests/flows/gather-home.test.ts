import { expect, test } from 'vitest';
import { setDigest } from '../../src/flows/digests/set-digest.ts';
import { addFeedback } from '../../src/flows/feedback/add-feedback.ts';
import { claimFollowUp, closeFollowUp, handBackFollowUp } from '../../src/flows/follow-ups/claim-follow-up.ts';
import { chooseHome } from '../../src/flows/settings/choose-home.ts';
import { setTarget } from '../../src/flows/targets/set-target.ts';
import { defaultSettings, type Role } from '../../src/loyalty/settings.ts';
import { gatherHome } from '../../src/sections/home/gather-home.ts';
import { withDatabases } from '../support/database.ts';
import { npsAnswer } from '../support/nps-answer.ts';
import { useFlowWorld } from './flow-world.ts';

withDatabases((kind) => {
  const world = useFlowWorld(kind);

  const store = () => world.context.store;
  /** Of who asked for follow-ups, as long as nothing else is said. */
  const homeOf = async (memberId: string, role: Role = 'member') => {
    await chooseHome(world.context, memberId, 'follow-ups');
    return gatherHome({ ...world.context, memberId, role, settings: await store().settings.read() });
  };
  const viewOf = async (memberId: string, role: Role) => {
    const home = await gatherHome({ ...world.context, memberId, role, settings: await store().settings.read() });
    const told = { 'follow-ups': home.open !== undefined, figures: home.figures !== undefined };
    return [home.view, told];
  };
  /** A customer's bad answer; its follow-up's id. */
  const bad = async (customer: string) => {
    const answer = { ...said, answerId: `bad-${customer}-${Math.random()}`, customer };
    await addFeedback(world.context, answer, { makeCustomer: true });
    const [known] = await store().customers.findByExternalId([customer]);
    return (await store().followUps.atWorkFor(known?.id ?? 0))?.id ?? 0;
  };
  const claim = (id: number, memberId: string) => claimFollowUp(world.context, id, memberId);

  test('mine are those that I have, the open ones those that nobody has', async () => {
    const [one, two] = [await bad('K1'), await bad('K2'), await bad('K3')];
    await claim(one, 'U0ANNA');
    await claim(two, 'U0BO');
    const home = await homeOf('U0ANNA');
    expect(home.mine?.list.map(({ customer }) => customer?.externalId)).toEqual(['K1']);
    expect(home.open?.list.map(({ customer }) => customer?.externalId)).toEqual(['K3']);
    expect([home.mine?.total, home.open?.total]).toEqual([1, 1]);
  });

  test('of many the first are shown, and all are counted', async () => {
    for (let n = 1; n <= 12; n += 1) await bad(`K${n}`);
    const { open } = await homeOf('U0ANNA');
    expect(open?.list.length).toBeLessThan(12);
    expect(open?.total).toBe(12);
  });

  test('my customers are those whose follow-ups I took and kept, each once', async () => {
    const by = { memberId: 'U0ANNA', role: 'member', seenWith: null } as const;
    const [done, back, mine] = [await bad('K1'), await bad('K2'), await bad('K3')];
    for (const id of [done, back, mine]) await claim(id, 'U0ANNA');
    await closeFollowUp(world.context, done, by, { cause: 'other', outcome: 'Called' });
    await handBackFollowUp(world.context, back, by);
    const again = await bad('K1');
    await claim(again, 'U0BO');
    const { myCustomers } = await homeOf('U0ANNA');
    expect(myCustomers?.map(({ externalId, atWork }) => [externalId, atWork]).sort()).toEqual([
      ['K1', false],
      ['K3', true],
    ]);
    expect(myCustomers?.map(({ takenDay }) => takenDay)).toEqual([20_000, 20_000]);
    expect((await homeOf('U0BO')).myCustomers?.map(({ externalId }) => externalId)).toEqual(['K1']);
  });

  test('who takes follow-ups has those on the Home, everybody else the figures, never both', async () => {
    const [ofFollowUps, ofFigures] = [
      ['follow-ups', { 'follow-ups': true, figures: false }],
      ['figures', { 'follow-ups': false, figures: true }],
    ];
    const id = await bad('K1');
    expect(await viewOf('U0ADMIN', 'admin')).toEqual(ofFigures);
    expect(await viewOf('U0STEWARD', 'steward')).toEqual(ofFollowUps);
    expect(await viewOf('U0ANNA', 'member')).toEqual(ofFigures);
    await claim(id, 'U0ANNA');
    expect(await viewOf('U0ANNA', 'member')).toEqual(ofFollowUps);
    await handBackFollowUp(world.context, id, { memberId: 'U0ANNA', role: 'member', seenWith: null });
    expect(await viewOf('U0ANNA', 'member')).toEqual(ofFigures);
  });

  test('what a member chose stays chosen, whatever they do and whichever role they get', async () => {
    await chooseHome(world.context, 'U0ANNA', 'figures');
    await claim(await bad('K1'), 'U0ANNA');
    await store().members.setRoles([], ['U0ANNA']);
    expect((await viewOf('U0ANNA', 'steward'))[0]).toBe('figures');
    await chooseHome(world.context, 'U0ANNA', 'follow-ups');
    expect((await viewOf('U0ANNA', 'steward'))[0]).toBe('follow-ups');
    expect((await store().members.find('U0ANNA'))?.role).toBe('steward');
  });

  test('the line on follow-ups says how many wait, how many are late, and since when', async () => {
    for (const customer of ['K1', 'K2', 'K3']) await bad(customer);
    const settings = await store().settings.read();
    const later = { ...world.context, now: () => new Date((20_000 + 9) * 86_400_000), memberId: 'U0BOSS' };
    await claim(await bad('K4'), 'U0ANNA');
    const { waiting } = await gatherHome({ ...later, role: 'admin', settings });
    expect(waiting).toEqual({ open: 3, claimed: 1, overdue: 4, oldestDay: 20_000 });
  });

  test('of many targets the first are measured, and the others counted as they were last checked', async () => {
    for (let n = 1; n <= 13; n += 1) {
      const part = { dimension: 'country', value: `A${String.fromCharCode(64 + n)}` } as const;
      await setTarget(world.context, { figure: 'nps', part, value: 45, untilDay: 40_000, span: 90 }, 'U0ANNA');
    }
    await world.database.pool.query(`UPDATE targets SET state = 'met' WHERE workspace_id = $1 AND part >= 'AL'`, [
      world.workspaceId,
    ]);
    const { targets, furtherTargets } = await homeOf('U0ANNA');
    expect([targets?.length, furtherTargets]).toEqual([10, { count: 3, met: 2 }]);
  });

  test('on a Home, which one member alone sees, customers have their names whatever channels are told', async () => {
    await store().settings.save({ ...(await store().settings.read()), nameStyle: 'id' });
    await claim(await bad('K1'), 'U0ANNA');
    await world.database.pool.query(`UPDATE customers SET name = 'Anna Hansen' WHERE workspace_id = $1`, [
      world.workspaceId,
    ]);
    const { mine, myCustomers } = await homeOf('U0ANNA');
    expect(mine?.list[0]?.customer?.shownName).toBe('Anna Hansen');
    expect(myCustomers?.[0]?.shownName).toBe('Anna Hansen');
  });

  test('the list of the first days is for who may set the app up, and ends with the last step', async () => {
    await store().settings.save({ ...defaultSettings, alertChannelId: null });
    expect((await homeOf('U0ANNA')).checklist).toBeNull();
    const steps = async () => (await homeOf('U0ANNA', 'steward')).checklist;
    expect(await steps()).toMatchObject({ imported: false, alertChannel: false, digest: false });
    await bad('K1');
    expect(await steps()).toMatchObject({ imported: true, alertChannel: false });
    await store().settings.save({ ...defaultSettings, alertChannelId: 'C0ALERTS' });
    expect(await steps()).toMatchObject({ alertChannel: true, digest: false });
    const choice = {
      when: '0 9 * * 1',
      timeZone: 'Europe/Copenhagen',
      locale: 'da',
      sections: ['figures'],
    } as const;
    await setDigest(world.context, { ...choice, channelId: 'C1', active: true }, null);
    expect(await steps()).toMatchObject({ digest: true, targets: false });
    const target = { figure: 'nps', part: null, value: 45, untilDay: 40_000, span: 90 } as const;
    await setTarget(world.context, target, 'U0ANNA');
    expect(await steps()).toBeNull();
  });
});

const said = npsAnswer({ day: 20_000, score: 1, comment: 'Too late' });
