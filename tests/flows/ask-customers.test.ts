import { expect, test } from 'vitest';
import { type Context, contextOf } from '../../src/context.ts';
import { removeCustomer } from '../../src/flows/corrections/remove-customer.ts';
import { makeCustomer } from '../../src/flows/customers/make-customer.ts';
import { answerSurveys, openSurvey, type SurveyAnswer } from '../../src/flows/surveys/answer-survey.ts';
import { type InviteOutcome, inviteCustomer, takeInvitationBack } from '../../src/flows/surveys/invite-customer.ts';
import { verify } from '../../src/flows/upkeep/verify.ts';
import { differenceCount } from '../../src/loyalty/counts/verification.ts';
import type { Survey } from '../../src/loyalty/survey.ts';
import { withDatabases } from '../support/database.ts';
import { useFlowWorld } from './flow-world.ts';

withDatabases((kind) => {
  const world = useFlowWorld(kind);

  test('a customer who is asked has a link of their own, which opens the survey and says nothing of them', async () => {
    const { token } = await invited(await customer('K1'));
    const other = await invited(await customer('K2'));
    expect(token).toMatch(/^[\w-]{22}$/);
    expect(token).not.toBe(other.token);
    const opened = await openSurvey(world.context, token);
    expect(opened).toEqual({
      kind: 'open',
      survey: 'nps',
      asker: { name: 'Kaffebar', locale: 'en', asksIn: null },
      changeableUntil: null,
    });
  });

  test('who is asked twice has the same link; who answered is not asked again before 90 days are over', async () => {
    const id = await customer('K1');
    const first = await invited(id);
    expect(await ask(id)).toMatchObject({ kind: 'invited', isNew: false, invitation: { token: first.token } });
    await answer(first.token, 9);
    const lately = { kind: 'asked-lately', askedDay: 20_000, isAnswered: true, againFrom: 20_090 };
    expect(await ask(id)).toMatchObject(lately);
    expect(await ask(id, 'csat', at(89))).toMatchObject(lately);
    expect(await ask(id, 'csat', at(90, 1))).toMatchObject({ kind: 'invited', isNew: true });
  });

  test('another survey counts against the limit, and so does a link that was never answered and holds no longer', async () => {
    const id = await customer('K1');
    await invited(id);
    expect(await ask(id, 'csat')).toMatchObject({ kind: 'asked-lately', isAnswered: false, againFrom: 20_090 });
    expect(await ask(id, 'nps', at(30))).toMatchObject({ kind: 'asked-lately', isAnswered: false });
  });

  test('of several who ask at once all get one link', async () => {
    const id = await customer('K1');
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => ask(id)));
    const tokens = outcomes.map((one) => (one.kind === 'invited' ? one.invitation.token : one.kind));
    expect(new Set(tokens).size).toBe(1);
    expect(outcomes.filter((one) => one.kind === 'invited' && one.isNew)).toHaveLength(1);
  });

  test('an answer counts like any other, and a bad one opens a follow-up', async () => {
    const id = await customer('K1');
    const { token, id: number } = await invited(id);
    expect(await answer(token, 3, '  Too\u0000 late ')).toBe('recorded');
    const kept = await world.context.store.answers.find(`invitation:${number}`);
    expect(kept).toMatchObject({
      customerId: id,
      kind: 'nps',
      day: 20_000,
      score: 3,
      comment: 'Too  late',
      source: 'survey',
    });
    expect(await world.count('follow_ups')).toBe(1);
    expect(await world.count('outbox')).toBe(1);
    expect(await differences()).toBe(0);
  });

  test('all three parts of a CLI answer are kept', async () => {
    const { token, id } = await invited(await customer('K1'), 'cli');
    const scores = { recommend: 6, again: 5, other: 6 };
    expect(await answerOne(world.context, { token, scores, comment: '' })).toBe('recorded');
    expect(await world.context.store.answers.find(`invitation:${id}`)).toMatchObject({ ...scores, negative: true });
  });

  test('the same sent several times at once is one answer and one follow-up', async () => {
    const { token } = await invited(await customer('K1'));
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => answer(token, 2, 'Late')));
    expect(outcomes.toSorted()).toEqual(['changed', 'changed', 'changed', 'recorded']);
    expect([await world.count('answers'), await world.count('follow_ups')]).toEqual([1, 1]);
    expect(await differences()).toBe(0);
  });

  test('answers that come together are noted together, each with what follows from it', async () => {
    const links = await Promise.all(Array.from({ length: 11 }, async (_, i) => invited(await customer(`K${i}`))));
    const given = links.map(({ token }, score) => ({ token, scores: { score }, comment: `${score}` }));
    const madeUp = { token: 'A'.repeat(22), scores: { score: 1 }, comment: '' };
    const outcomes = await answerSurveys(world.context, [...given, madeUp]);
    expect(links.map(({ token }) => outcomes.get(token))).toEqual(links.map(() => 'recorded'));
    expect(outcomes.get(madeUp.token)).toBe('unknown');
    expect([await world.count('answers'), await world.count('follow_ups')]).toEqual([11, 7]);
    expect(await differences()).toBe(0);
  });

  test('for a day an answer can be changed: the score, and words that are taken back', async () => {
    const { token, id } = await invited(await customer('K1'));
    await answer(token, 9, 'Good');
    expect(await world.count('follow_ups')).toBe(0);
    expect(await answer(token, 2, '', at(0, -1, 24))).toBe('changed');
    const kept = await world.context.store.answers.find(`invitation:${id}`);
    expect(kept).toMatchObject({ score: 2, comment: null, negative: true, day: 20_000 });
    expect(await world.count('follow_ups')).toBe(1);
    expect(await differences()).toBe(0);
    expect(await answer(token, 10, '', at(1))).toBe('answered');
    expect(await openSurvey(at(1), token)).toMatchObject({ kind: 'answered' });
    expect(await world.context.store.answers.find(`invitation:${id}`)).toMatchObject({ score: 2 });
  });

  test('a link holds for 30 days; one that was made up, or of another workspace, is nobody’s', async () => {
    const { token } = await invited(await customer('K1'));
    expect(await openSurvey(at(30, -1), token)).toMatchObject({ kind: 'open' });
    expect(await openSurvey(at(30), token)).toMatchObject({ kind: 'expired' });
    expect(await answer(token, 9, '', at(30))).toBe('expired');
    const madeUp = 'A'.repeat(22);
    expect([await openSurvey(world.context, madeUp), await answer(madeUp, 9)]).toEqual([
      { kind: 'unknown' },
      'unknown',
    ]);
    const other = await world.deps.store.workspaces.ensure(`TOTHER${world.workspaceId}`, 'Andre', true);
    expect(await openSurvey(contextOf(world.deps, other.id), token)).toEqual({ kind: 'unknown' });
    expect(await answer(token, 9, '', contextOf(world.deps, other.id))).toBe('unknown');
    expect(await world.count('answers')).toBe(0);
  });

  test('a link made by mistake is taken back, and the customer may be asked anew; one that was answered or mailed stays', async () => {
    const [one, other] = [await customer('K1'), await customer('K2')];
    const [mistake, answered] = [await invited(one), await invited(other)];
    expect(await takeInvitationBack(world.context, mistake.id, 'U1')).toBe(true);
    expect(await openSurvey(world.context, mistake.token)).toEqual({ kind: 'unknown' });
    expect(await takeInvitationBack(world.context, mistake.id, 'U1')).toBe(false);
    const again = await invited(one, 'csat');
    const mail = { invitationId: again.id, address: 'anna@example.com', createdBy: 'U1', at: world.context.now() };
    await world.context.transaction((tx) => tx.mails.add(mail));
    await answer(answered.token, 9);
    expect(await takeInvitationBack(world.context, again.id, 'U1')).toBe(false);
    expect(await takeInvitationBack(world.context, answered.id, 'U1')).toBe(false);
    expect(await openSurvey(world.context, again.token)).toMatchObject({ kind: 'open' });
  });

  test('with a customer goes what they were asked', async () => {
    const id = await customer('K1');
    const { token } = await invited(id);
    await removeCustomer(world.context, id, 'U1');
    expect(await openSurvey(world.context, token)).toEqual({ kind: 'unknown' });
    expect(await ask(id)).toEqual({ kind: 'gone' });
  });

  async function customer(externalId: string): Promise<number> {
    const made = await makeCustomer(world.context, { externalId, name: null, email: null, ownerId: null }, 'U1');
    return made.customer.id;
  }

  const ask = (customerId: number, survey: Survey = 'nps', when: Context = world.context): Promise<InviteOutcome> =>
    inviteCustomer(when, { customerId, survey }, 'U1');

  async function invited(customerId: number, survey?: Survey) {
    const outcome = await ask(customerId, survey);
    if (outcome.kind !== 'invited') throw new Error(`They were not asked: ${outcome.kind}`);
    return outcome.invitation;
  }

  const answer = (token: string, score: number, comment = '', when: Context = world.context) =>
    answerOne(when, { token, scores: { score }, comment });

  const answerOne = async (when: Context, given: SurveyAnswer) => (await answerSurveys(when, [given])).get(given.token);

  /** The same workspace, days, seconds and hours later. */
  function at(days: number, seconds = 0, hours = 0): Context {
    const now = new Date(world.context.now().getTime() + days * 86_400_000 + seconds * 1000 + hours * 3_600_000);
    return { ...world.context, now: () => now };
  }

  const differences = async () => differenceCount(await verify(world.context, () => undefined));
});
