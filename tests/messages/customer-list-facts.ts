import type { ModalView } from '@slack/types';
import type { ReadyAnnouncement } from '../../src/facts/announcement.ts';
import type { CustomerListFacts, ListedCustomer } from '../../src/facts/customer-list.ts';
import type { Note, Reply } from '../../src/facts/reply.ts';
import { allCustomers } from '../../src/loyalty/customer-query.ts';
import { readySegments } from '../../src/loyalty/ready-segments.ts';
import { dayFromIso } from '../../src/loyalty/time/period.ts';
import {
  readySegmentsView,
  segmentChangeView,
  segmentView,
  workingOnSegment,
} from '../../src/messages/modals/segment-form.ts';
import { waitingView } from '../../src/messages/modals/waiting-view.ts';
import type { Locale } from '../../src/text/define-text.ts';
import type { Typed } from './facts.ts';

function listed(typed: Typed, i: number): ListedCustomer {
  return {
    id: i + 1,
    externalId: `${typed.externalId}${i}`,
    shownName: i === 9 ? null : typed.name,
    rung: i === 0 ? 'partner' : 'ambassador',
    orders: 40 - i,
    value: i === 8 ? [] : typed.money,
    worthMinor: 1_240_050 - i,
    lastOrderDay: i === 8 ? null : dayFromIso('2026-11-20') - i,
    nps: i % 3 === 0 ? 10 - i : null,
    email: 'anna@example.com',
    country: 'NO',
    source: typed.source,
  };
}

function list(typed: Typed, of: Partial<CustomerListFacts>): Reply {
  const customers = Array.from({ length: 10 }, (_, i) => listed(typed, i));
  const all: CustomerListFacts = {
    query: allCustomers,
    ownerName: null,
    count: 400,
    isExact: true,
    base: 400,
    before: 0,
    customers,
    next: { worthMinor: 1_240_041, id: 10 },
  };
  return { kind: 'customer-list', list: { ...all, ...of }, currency: 'DKK', mayExport: true };
}

export function customerLists(typed: Typed): Readonly<Record<string, Reply>> {
  const ambassadors = { ...allCustomers, rung: 'ambassador', country: 'NO' } as const;
  const everything = {
    ...ambassadors,
    segment: typed.source,
    source: typed.source,
    lapsed: true,
    value: { least: 1_000_001, most: 5_000_000 },
    orders: { least: 4, most: null },
    last: { least: null, most: 89 },
    nps: { least: 7, most: 8 },
    known: { from: dayFromIso('2026-10-01'), to: dayFromIso('2026-11-01') },
  };
  return {
    'customer-list': list(typed, { query: ambassadors, count: 13 }),
    'customer-list-all': list(typed, {}),
    'customer-list-last-page': list(typed, { query: ambassadors, count: 13, before: 3, next: null }),
    'customer-list-none': list(typed, { query: everything, count: 0, customers: [], next: null }),
    'customer-list-of-very-many': list(typed, {
      query: { ...ambassadors, value: everything.value },
      count: 17,
      isExact: false,
      base: 1_000_000,
    }),
    'customer-list-none-so-far': list(typed, {
      query: ambassadors,
      count: 0,
      isExact: false,
      base: 1_000_000,
      customers: [],
    }),
    'customer-list-owned': list(typed, {
      query: { ...ambassadors, owner: 'U0OWNER' },
      ownerName: 'Anna <b> & Co',
      count: 13,
    }),
    'customer-list-of-nobody': list(typed, { query: { ...allCustomers, owner: '' }, count: 387 }),
    'customer-list-of-a-campaign': list(typed, {
      query: { ...allCustomers, campaign: { name: typed.source, variant: typed.word, responded: true } },
      count: 3,
      customers: Array.from({ length: 3 }, (_, i) => listed(typed, i)),
      next: null,
    }),
    'customer-list-empty': list(typed, { count: 0, base: 0, customers: [], next: null }),
  };
}

export const customerListNotes: readonly Note[] = [
  { kind: 'customers-sent' },
  { kind: 'segment-saved', name: 'Good <ones> & *all*' },
  { kind: 'segment-removed', name: 'Good ones' },
  { kind: 'segment-gone' },
  { kind: 'customers-written', path: '/home/anna/kunder.csv', count: 13 },
];

export function customerFiles(typed: Typed): Readonly<Record<string, ReadyAnnouncement>> {
  const query = { ...allCustomers, rung: 'ambassador', segment: typed.source } as const;
  const mine = { ...allCustomers, owner: 'U0OWNER' };
  return {
    'customer-file': { kind: 'customer-file', query, currency: 'DKK', ownerName: null },
    'customer-file-owned': { kind: 'customer-file', query: mine, currency: 'DKK', ownerName: typed.name },
  };
}

const good = { ...allCustomers, orders: { least: 4, most: null }, last: { least: null, most: 89 } } as const;
const away = { ...allCustomers, lapsed: true, value: { least: 1_000_001, most: null } } as const;
const fresh = { ...allCustomers, knownFor: { least: null, most: 29 } } as const;

export function segmentReplies(typed: Typed): Readonly<Record<string, Reply>> {
  const of = { currency: 'DKK', isExact: true } as const;
  const segments = [
    { ...of, id: 1, name: typed.source, rule: good, count: 23 },
    { ...of, id: 2, name: 'Away', rule: away, count: 4_310, isExact: false },
    { ...of, id: 3, name: 'New', rule: fresh, count: 0 },
  ];
  return {
    segments: { kind: 'segments', segments, mayManage: true },
    'segments-of-a-member': { kind: 'segments', segments: segments.slice(0, 1), mayManage: false },
    'segments-none': { kind: 'segments', segments: [], mayManage: true },
  };
}

export function segmentViews(typed: Typed, locale: Locale): Readonly<Record<string, ModalView>> {
  const spread = { customers: 400, recent: [40, 110], orders: [1, 3], worthMinor: 250_000 } as const;
  const ready = readySegments(spread);
  const segment = { id: 2, name: typed.source, rule: away, currency: 'DKK' };
  return {
    'segment-save': segmentView(good, 'DKK', locale),
    ...(ready && { 'segment-ready': readySegmentsView(ready, 'DKK', locale) }),
    'segment-change': segmentChangeView(segment, locale),
    'segment-waiting': waitingView(locale, workingOnSegment(locale, 'removing')),
  };
}
