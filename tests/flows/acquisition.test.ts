import { describe, expect, test } from 'vitest';
import type { ImportRows } from '../../src/facts/import.ts';
import { removeRate, setRate } from '../../src/flows/acquisition/keep-rates.ts';
import { readCampaigns } from '../../src/flows/acquisition/read-campaigns.ts';
import { removeCampaign } from '../../src/flows/acquisition/remove-campaign.ts';
import { editCustomer } from '../../src/flows/customers/edit-customer.ts';
import { noteRecommendation } from '../../src/flows/customers/note-recommendation.ts';
import { missingRate, mustConvert } from '../../src/flows/figures/missing-rate.ts';
import { importRows } from '../../src/flows/imports/import-rows.ts';
import type { NewContact } from '../../src/loyalty/facts/campaign.ts';
import type { NewCustomer } from '../../src/loyalty/facts/customer.ts';
import type { ImportKind } from '../../src/loyalty/facts/import-kind.ts';
import { convert, ratesInto } from '../../src/loyalty/facts/rates.ts';
import type { LostRecommendation, WonRecommendation } from '../../src/loyalty/facts/recommendation.ts';
import type { NewSpend } from '../../src/loyalty/facts/spend.ts';
import { withDatabases } from '../support/database.ts';
import { useFlowWorld } from './flow-world.ts';

withDatabases((kind) => {
  const world = useFlowWorld(kind);

  /** @returns the counts, and the refused rows as "line column reason" */
  async function imported<K extends ImportKind>(kind: K, given: readonly ImportRows[K][], makeCustomers = true) {
    const rows = given.map((row, i) => ({ line: i + 2, cells: [], row }));
    const refused: string[] = [];
    const source = (async function* () {
      yield { rows, refused: [] };
    })();
    const { counts } = await importRows(world.context, kind, source, {
      makeCustomers,
      followUps: 'none',
      rowsPerTransaction: 100,
      afterLine: 0,
      isStopped: () => false,
      beforeCommit: async (_, { refused: some }) => {
        for (const { line, column, reason } of some) refused.push(`${line} ${column} ${reason.code}`);
      },
    });
    const { imported, updated, unchanged } = counts;
    return { new: imported, changed: updated, same: unchanged, refused };
  }
  const store = () => world.context.store;
  async function customerOf(externalId: string) {
    const [customer] = await store().customers.findByExternalId([externalId]);
    if (!customer) throw new Error(`There is no ${externalId}`);
    return { ...customer, segments: (await store().segments.ofCustomers([customer.id])).get(customer.id) ?? [] };
  }

  describe('segments', () => {
    test('of a file replace those of the customer; a row that says nothing leaves them, one that says none clears them', async () => {
      await imported('customers', [named('1', { segments: ['VIP', 'Kontor'] })]);
      expect((await customerOf('1')).segments).toEqual(['Kontor', 'VIP']);
      expect(await imported('customers', [named('1', { segments: null })])).toMatchObject({ same: 1 });
      expect(await imported('customers', [named('1', { segments: ['kontor', 'vip'] })])).toMatchObject({ same: 1 });
      expect(await imported('customers', [named('1', { segments: ['Oslo'] })])).toMatchObject({ changed: 1 });
      expect((await customerOf('1')).segments).toEqual(['Oslo']);
      expect(await imported('customers', [named('1', { segments: [] })])).toMatchObject({ changed: 1 });
      expect((await customerOf('1')).segments).toEqual([]);
    });

    test('and sources are written as they were typed first, whatever their capitals later', async () => {
      await imported('customers', [
        named('1', { segments: ['Café'], source: 'Messe' }),
        named('2', { segments: ['cafe', 'CAFÉ'], source: 'MESSE' }),
      ]);
      expect(await customerOf('2')).toMatchObject({ segments: ['Café'], source: 'Messe' });
      await imported('spend', [spent('a', 0, 10, { source: 'messe' })]);
      expect(await store().spend.newest(1)).toMatchObject([{ source: 'Messe' }]);
    });
  });

  describe('a recommendation that won somebody', () => {
    test('names the one recommender and what was paid; told again it changes nothing', async () => {
      expect(await imported('recommendations', [won('A', 'B', 5_000)])).toMatchObject({ new: 1, refused: [] });
      const [a, b] = [await customerOf('A'), await customerOf('B')];
      expect(b).toMatchObject({ recommendedById: a.id, rewardMinor: 5_000, rewardCurrency: 'DKK' });
      expect(await imported('recommendations', [won('A', 'B', 5_000)])).toMatchObject({ same: 1 });
      expect(await imported('recommendations', [won('A', 'B', 6_000)])).toMatchObject({ changed: 1 });
    });

    test('is refused where somebody else recommended the customer, where customers recommend themselves, and on a day to come', async () => {
      await imported('recommendations', [won('A', 'B')]);
      const { refused } = await imported('recommendations', [
        won('C', 'B'),
        won('C', 'C'),
        won('C', 'D', null, 20_001),
        won('A', 'B'),
      ]);
      expect(refused).toEqual([
        '2 recommender other-recommender',
        '3 recommended_by self-recommendation',
        '4 date in-future',
      ]);
      expect((await customerOf('B')).recommendedById).toBe((await customerOf('A')).id);
    });

    test('by two at once is taken from exactly one, and the other is told', async () => {
      await imported('customers', [named('A'), named('C'), named('B')]);
      const outcomes = await Promise.all(['A', 'C'].map((by) => noteRecommendation(world.context, won(by, 'B'), 'U1')));
      expect(outcomes.toSorted()).toEqual([null, 'other-recommender']);
      const winner = await customerOf(outcomes[0] === null ? 'A' : 'C');
      expect((await customerOf('B')).recommendedById).toBe(winner.id);
    });

    test('may lead back to where it began', async () => {
      expect(await imported('recommendations', [won('A', 'B'), won('B', 'A')])).toMatchObject({ new: 2, refused: [] });
    });

    test('of unknown customers is refused where none are to be made', async () => {
      await imported('customers', [named('A')]);
      const { refused } = await imported('recommendations', [won('A', 'X'), won('X', 'A')], false);
      expect(refused).toEqual(['2 recommended unknown-customer', '3 recommender unknown-customer']);
    });
  });

  test('a recommendation that won nobody is kept once, corrected by its id, and goes when it turns out to be won', async () => {
    expect(await imported('recommendations', [lost('L1', 'A'), lost('L2', 'A', 24_000)])).toMatchObject({ new: 2 });
    expect(await imported('recommendations', [lost('L1', 'A'), lost('L2', 'A', 25_000)])).toMatchObject({
      same: 1,
      changed: 1,
    });
    const { id } = await customerOf('A');
    const values = async () => (await store().lostRecommendations.ofCustomers([id])).map((loss) => loss.valueMinor);
    expect((await values()).toSorted()).toEqual([25_000, null]);
    await imported('recommendations', [{ ...won('A', 'B'), recommendationId: 'L2' }]);
    expect(await values()).toEqual([null]);
  });

  test('what a person enters is refused for the same reasons', async () => {
    await imported('recommendations', [won('A', 'B'), lost('L', 'C')]);
    const note = (row: WonRecommendation | LostRecommendation) => noteRecommendation(world.context, row, 'U1');
    expect(await note(won('C', 'B'))).toBe('other-recommender');
    expect(await note(won('C', 'C'))).toBe('self-recommendation');
    expect(await note(lost('slack:1', 'C'))).toBeNull();
    expect(await note(lost('slack:1', 'C'))).toBeNull();
    const { id } = await customerOf('C');
    expect(await store().lostRecommendations.ofCustomers([id])).toHaveLength(2);
  });

  test('editing a customer moves the recommender, and takes back what was lost by mistake', async () => {
    await imported('recommendations', [won('A', 'B', 5_000), lost('L', 'B'), lost('M', 'A')]);
    const [a, b] = [await customerOf('A'), await customerOf('B')];
    const edit = {
      name: 'Bo Lind',
      email: null,
      ownerId: 'U2',
      source: 'Web',
      segments: ['VIP'],
      relationshipYears: 3,
      costMinor: 100,
      costCurrency: 'DKK',
      recommendedById: null,
      rewardMinor: null,
      rewardCurrency: null,
      lossesTakenBack: ['L', 'M'],
    };
    const save = (customerId: number, changes: object = {}) =>
      editCustomer(world.context, customerId, { ...edit, ...changes }, 'U1');
    expect(await save(b.id)).toEqual({ kind: 'saved' });
    expect(await customerOf('B')).toMatchObject({
      name: 'Bo Lind',
      ownerId: 'U2',
      source: 'Web',
      segments: ['VIP'],
      relationshipYears: 3,
      costMinor: 100,
      recommendedById: null,
      rewardMinor: null,
    });
    expect(await store().lostRecommendations.ofCustomers([b.id])).toEqual([]);
    // That of another customer is not taken back on the way.
    expect(await store().lostRecommendations.ofCustomers([a.id])).toHaveLength(1);
    expect(await save(b.id, { recommendedById: b.id })).toEqual({ kind: 'self-recommendation' });
    expect(await save(0)).toEqual({ kind: 'gone' });
  });

  describe('spend', () => {
    test('is given to a window by the days that lie in it, per currency and source', async () => {
      await imported('spend', [
        spent('a', 100, 110, { amountMinor: 1_000 }),
        spent('b', 105, 106, { amountMinor: 70, source: 'Messe' }),
        spent('c', 100, 110, { amountMinor: 500, currency: 'EUR' }),
        spent('d', 90, 100, {}),
      ]);
      const windows = [
        { from: 100, to: 105 },
        { from: 105, to: 120 },
        { from: 200, to: 210 },
      ];
      expect(await store().spend.inWindow(windows, null)).toEqual([
        [
          { currency: 'DKK', from: 100, to: 105, amountMinor: 500 },
          { currency: 'EUR', from: 100, to: 105, amountMinor: 250 },
        ],
        [
          { currency: 'DKK', from: 105, to: 106, amountMinor: 70 },
          { currency: 'DKK', from: 105, to: 110, amountMinor: 500 },
          { currency: 'EUR', from: 105, to: 110, amountMinor: 250 },
        ],
        [],
      ]);
      expect(await store().spend.inWindow(windows, 'Messe')).toMatchObject([[], [{ amountMinor: 70 }], []]);
      expect(await store().spend.inWindow([{ from: 0, to: 200 }], '')).toHaveLength(1);
    });

    test('is known again by its id, and corrected by it', async () => {
      await imported('spend', [spent('a', 1, 2)]);
      expect(await imported('spend', [spent('a', 1, 2), spent('b', 1, 2)])).toMatchObject({ same: 1, new: 1 });
      expect(await imported('spend', [spent('a', 1, 5)])).toMatchObject({ changed: 1 });
    });
  });

  describe('currency rates', () => {
    test('are kept per day, corrected, taken back, and missed with words', async () => {
      const rate = { currency: 'EUR', base: 'DKK', day: 100, rate: 7.4605 };
      expect(await imported('rates', [rate])).toMatchObject({ new: 1 });
      expect(await imported('rates', [rate, { ...rate, day: 200, rate: 7.5 }])).toMatchObject({ same: 1, new: 1 });
      await setRate(world.context, { ...rate, day: 200, rate: 7.6 }, 'U1');
      expect(await store().rates.list()).toEqual([rate, { ...rate, day: 200, rate: 7.6 }]);
      await removeRate(world.context, { ...rate, day: 200 }, 'U1');
      const rates = ratesInto('DKK', await store().rates.list());
      const amount = { currency: 'EUR', day: 300, amountMinor: 10_000 };
      expect(mustConvert(convert(rates, [amount]), rates)).toBe(74_605);
      expect(() => mustConvert(convert(rates, [{ ...amount, day: 99 }]), rates)).toThrow('from EUR into DKK');
      expect(missingRate('EUR', 'DKK', 99).words('da')).toContain('/loyalty kurser');
    });
  });

  describe('a campaign', () => {
    const ofAll = async () => (await readCampaigns(store(), 20_001)).map(({ name, variants }) => ({ name, variants }));

    test('counts contacted, delivered and responded per variant, and corrections move the counts', async () => {
      const rows = [
        contact('Høst', 'A', '1'),
        contact('høst', 'A', '2', { responded: true }),
        contact('HØST', 'B', '3', { delivered: false }),
      ];
      expect(await imported('campaign', rows)).toMatchObject({ new: 3, refused: [] });
      expect(await imported('campaign', rows)).toMatchObject({ same: 3 });
      expect(await ofAll()).toMatchObject([
        {
          name: 'Høst',
          variants: [
            { variant: 'A', contacted: 2, delivered: 2, responded: 1, value: 0.5 },
            { variant: 'B', contacted: 1, delivered: 0, responded: 0, value: null },
          ],
        },
      ]);
      await imported('campaign', [contact('Høst', 'B', '3', { responded: true, contactedDay: 19_800 })]);
      expect(await ofAll()).toMatchObject([{ variants: [{}, { delivered: 1, responded: 1, value: 1 }] }]);
      expect(await readCampaigns(store(), 19_800)).toEqual([]);
    });

    test('has a customer in one variant, and nobody in the future', async () => {
      const { refused } = await imported('campaign', [
        contact('Høst', 'A', '1'),
        contact('Høst', 'B', '1'),
        contact('Høst', 'B', '2', { contactedDay: 20_001 }),
        contact('Høst', 'B', '2', { responded: true, respondedDay: 20_001 }),
        contact('Vinter', 'B', '1'),
      ]);
      expect(refused).toEqual(['3 variant other-variant', '4 contacted in-future', '5 responded in-future']);
      expect(await ofAll()).toMatchObject([{ name: 'Vinter' }, { name: 'Høst', variants: [{ contacted: 1 }] }]);
    });

    test('that is taken away leaves no counts behind', async () => {
      await imported('campaign', [contact('Høst', 'A', '1', { responded: true })]);
      const [campaign] = await readCampaigns(store(), 20_001);
      expect(await removeCampaign(world.context, campaign?.id ?? 0, 'U1')).toBe(true);
      expect(await removeCampaign(world.context, campaign?.id ?? 0, 'U1')).toBe(false);
      expect(await readCampaigns(store(), 20_001)).toEqual([]);
      const { rows } = await world.database.pool.query<{ sum: string | null }>(
        `SELECT sum(first + second + third) FROM tallies WHERE workspace_id = $1 AND figure = 'campaign'`,
        [world.workspaceId],
      );
      expect(rows).toEqual([{ sum: '0' }]);
    });
  });
});

function named(customer: string, facts: Partial<NewCustomer> = {}): NewCustomer {
  return {
    customer,
    name: null,
    email: null,
    language: null,
    country: null,
    sinceDay: null,
    costMinor: null,
    costCurrency: null,
    source: null,
    relationshipYears: null,
    segments: null,
    recommendedBy: null,
    rewardMinor: null,
    rewardCurrency: null,
    ...facts,
  };
}

function won(
  recommender: string,
  customer: string,
  rewardMinor: number | null = null,
  day = 20_000,
): WonRecommendation {
  const rewardCurrency = rewardMinor === null ? null : 'DKK';
  return {
    outcome: 'won',
    recommendationId: `won:${customer}`,
    recommender,
    customer,
    day,
    rewardMinor,
    rewardCurrency,
  };
}

function lost(recommendationId: string, recommender: string, valueMinor: number | null = null): LostRecommendation {
  const valueCurrency = valueMinor === null ? null : 'DKK';
  return {
    outcome: 'lost',
    recommendationId,
    recommender,
    customer: null,
    day: 19_999,
    valueMinor,
    valueCurrency,
    note: null,
  };
}

function spent(spendId: string, from: number, to: number, facts: Partial<NewSpend> = {}): NewSpend {
  return { spendId, from, to, source: null, amountMinor: 1_000, currency: 'DKK', ...facts };
}

function contact(campaign: string, variant: string, customer: string, facts: Partial<NewContact> = {}): NewContact {
  return {
    campaign,
    variant,
    customer,
    contactedDay: 19_900,
    delivered: true,
    responded: false,
    respondedDay: null,
    ...facts,
  };
}
