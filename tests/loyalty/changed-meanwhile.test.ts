import { describe, expect, test } from 'vitest';
import { marksOf, mergeChanges } from '../../src/loyalty/changed-meanwhile.ts';

const drawn = { currency: 'DKK', channel: null as string | null, admins: ['U1', 'U2'], rules: { days: 90, orders: 2 } };
const seen = marksOf(drawn);

describe('what two change at once', () => {
  test('holds as each wanted it where each changed something else', () => {
    const now = { ...drawn, currency: 'EUR', rules: { days: 180, orders: 2 } };
    const wanted = { ...drawn, channel: 'C1', rules: { days: 90, orders: 3 } };
    expect(mergeChanges(seen, now, wanted)).toEqual({
      merged: { ...drawn, currency: 'EUR', channel: 'C1', rules: { days: 180, orders: 3 } },
      both: [],
    });
  });

  test('is named where both changed the same to different values, also within', () => {
    const now = { ...drawn, currency: 'EUR', admins: ['U1'], rules: { days: 180, orders: 2 } };
    const wanted = { ...drawn, currency: 'SEK', admins: ['U1', 'U2', 'U3'], rules: { days: 60, orders: 2 } };
    expect(mergeChanges(seen, now, wanted).both).toEqual(['currency', 'admins', 'days']);
  });

  test('is no conflict where both want the same', () => {
    const both = { ...drawn, currency: 'EUR', channel: 'C1' };
    expect(mergeChanges(seen, both, both)).toEqual({ merged: both, both: [] });
  });

  test('the order of a list says nothing', () => {
    const now = { ...drawn, admins: ['U9'] };
    expect(mergeChanges(seen, now, { ...drawn, admins: ['U2', 'U1'] })).toEqual({ merged: now, both: [] });
  });

  test('where nobody knows what was seen, what is wanted holds', () => {
    expect(mergeChanges(null, { ...drawn, currency: 'EUR' }, drawn)).toEqual({ merged: drawn, both: [] });
  });
});
