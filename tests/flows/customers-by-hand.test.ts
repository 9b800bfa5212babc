import { describe, expect, test } from 'vitest';
import { correctCustomer } from '../../src/flows/corrections/correct-customer.ts';
import { type CustomerEdit, editCustomer, seenOf } from '../../src/flows/customers/edit-customer.ts';
import { makeCustomer } from '../../src/flows/customers/make-customer.ts';
import { addFeedback } from '../../src/flows/feedback/add-feedback.ts';
import type { Customer } from '../../src/store/facts/customers.ts';
import { withDatabases } from '../support/database.ts';
import { npsAnswer } from '../support/nps-answer.ts';
import { useFlowWorld } from './flow-world.ts';

withDatabases((kind) => {
  const world = useFlowWorld(kind);

  describe('an address', () => {
    test('is one customer’s, also when two are made with it at once', async () => {
      const outcomes = await Promise.all([
        make('A', 'office@holm.dk'),
        make('B', 'Office@holm.dk'),
        make('C', 'office@HOLM.dk'),
      ]);
      expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['known', 'known', 'made']);
      expect(await holders('office@holm.dk')).toHaveLength(1);
    });

    test('is one customer’s, also when feedback names it at the same time', async () => {
      await Promise.all([make('A', 'anna@holm.dk'), say('anna@holm.dk')]);
      expect(await holders('anna@holm.dk')).toHaveLength(1);
    });

    test('that somebody else has is nobody’s to be given by hand', async () => {
      const [a, b] = [await made('A', 'anna@holm.dk'), await made('B', 'bo@lind.dk')];
      const known = { kind: 'address-known', customer: expect.objectContaining({ externalId: 'A' }) };
      expect(await edit(b, { email: 'ANNA@holm.dk' })).toEqual(known);
      expect(await correctCustomer(world.context, b.id, { email: 'anna@Holm.dk' }, 'U1')).toEqual(known);
      expect(await of(b)).toMatchObject({ email: 'bo@lind.dk' });
      // Their own is theirs, in other letters too, and so is one that is free again.
      expect(await edit(a, { email: 'Anna@Holm.dk' })).toEqual({ kind: 'saved' });
      expect(await edit(a, { email: null })).toEqual({ kind: 'saved' });
      expect(await edit(b, { email: 'anna@holm.dk' })).toEqual({ kind: 'saved' });
    });

    test('that a file gave two customers keeps neither from being edited', async () => {
      const [a, b] = [await made('A', 'office@holm.dk'), await made('B', null)];
      await world.context.transaction((tx) => tx.customers.update([{ ...b, email: 'office@holm.dk' }]));
      const shared = { email: 'office@holm.dk', name: 'Bo Holm' };
      expect(await edit(b, shared)).toEqual({ kind: 'saved' });
      expect(await correctCustomer(world.context, a.id, { name: 'Anna' }, 'U1')).toMatchObject({ kind: 'corrected' });
    });
  });

  describe('of two who edit a customer at once', () => {
    const changes: readonly (readonly [string, Partial<CustomerEdit>, Partial<CustomerEdit>])[] = [
      ['name', { name: 'Anna Lund' }, { name: 'Anna Dam' }],
      ['email', { email: 'anna@lund.dk' }, { email: 'anna@dam.dk' }],
      ['ownerId', { ownerId: 'U7' }, { ownerId: 'U8' }],
      ['source', { source: 'Messe' }, { source: 'Web' }],
      ['segments', { segments: ['VIP'] }, { segments: ['Oslo'] }],
      ['relationshipYears', { relationshipYears: 2.5 }, { relationshipYears: 3 }],
      ['cost', { costMinor: 30_000, costCurrency: 'DKK' }, { costMinor: 30_000, costCurrency: 'EUR' }],
      [
        'recommender',
        { recommendedById: 0, rewardMinor: null, rewardCurrency: null },
        { recommendedById: 0, rewardMinor: 500, rewardCurrency: 'DKK' },
      ],
    ];

    test.each(changes)(
      'the second is told where both changed the %s, and nothing is lost',
      async (part, first, second) => {
        const { a, asDrawn, seen, meant } = await opened();
        expect(await edit(a, { ...asDrawn, ...meant(first), seen })).toEqual({ kind: 'saved' });
        const before = await drawn(a);
        expect(await edit(a, { ...asDrawn, ...meant(second), seen })).toEqual({
          kind: 'changed-meanwhile',
          names: [part],
        });
        expect(await drawn(a)).toEqual(before);
      },
    );

    test.each(changes)('each changes what the other left alone: %s', async (part, first) => {
      const { a, asDrawn, seen, meant } = await opened();
      expect(await edit(a, { ...asDrawn, ...meant(first), seen })).toEqual({ kind: 'saved' });
      const other = part === 'source' ? { relationshipYears: 9 } : { source: 'Annonce' };
      expect(await edit(a, { ...asDrawn, ...other, seen })).toEqual({ kind: 'saved' });
      expect(await drawn(a)).toEqual({ ...asDrawn, ...meant(first), ...other });
    });

    async function opened() {
      const [a, friend] = [await made('A', 'anna@holm.dk'), await made('B', null)];
      const asDrawn = await drawn(a);
      const meant = (change: Partial<CustomerEdit>) =>
        change.recommendedById === 0 ? { ...change, recommendedById: friend.id } : change;
      return { a, asDrawn, seen: seenOf(asDrawn), meant };
    }
  });

  const make = (externalId: string, email: string | null) =>
    makeCustomer(world.context, { externalId, name: `Customer ${externalId}`, email, ownerId: null }, 'U1');
  const made = async (externalId: string, email: string | null) => (await make(externalId, email)).customer;
  const edit = (customer: Customer, change: Partial<CustomerEdit>) =>
    editCustomer(world.context, customer.id, { ...nothing, ...change }, 'U1');
  const of = async ({ id }: Customer) => (await world.context.store.customers.find([id]))[0];
  const say = (customer: string) =>
    addFeedback(world.context, npsAnswer({ customer, day: 19_999 }), { makeCustomer: true });

  async function holders(email: string) {
    return (await world.context.store.customers.ofAddresses([email])).get(email) ?? [];
  }

  /** What a form would show of a customer. */
  async function drawn(customer: Customer): Promise<Omit<CustomerEdit, 'lossesTakenBack' | 'seen'>> {
    const now = (await of(customer)) ?? customer;
    const segments = (await world.context.store.segments.ofCustomers([now.id])).get(now.id) ?? [];
    const { name, email, ownerId, source, relationshipYears, costMinor, costCurrency } = now;
    const { recommendedById, rewardMinor, rewardCurrency } = now;
    const cost = { costMinor, costCurrency };
    const recommender = { recommendedById, rewardMinor, rewardCurrency };
    return { name, email, ownerId, source, segments, relationshipYears, ...cost, ...recommender };
  }
});

const nothing: CustomerEdit = {
  name: null,
  email: null,
  ownerId: null,
  source: null,
  segments: [],
  relationshipYears: null,
  costMinor: null,
  costCurrency: null,
  recommendedById: null,
  rewardMinor: null,
  rewardCurrency: null,
  lossesTakenBack: [],
};
