import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawReply } from '../../src/commands/tell-reply.ts';
import { context, customerValue, plainTyped } from './facts.ts';

it('what a customer is worth is what comes of multiplying what stands before it', () => {
  const companies = fc.record({
    averageMinor: fc.double({ min: 5_000, max: 500_000, noNaN: true }),
    orders: fc.integer({ min: 1, max: 12 }),
    years: fc.double({ min: 0.5, max: 7, noNaN: true }),
  });
  fc.assert(
    fc.property(companies, ({ averageMinor, orders, years }) => {
      const valueMinor = averageMinor * orders * years;
      const value = {
        ...customerValue(plainTyped),
        currency: 'DKK',
        averageOrderMinor: averageMinor,
        orders,
        years,
        valueMinor,
      };
      const said = JSON.stringify(drawReply({ kind: 'customer-value', value }, 'en', context));
      const [, order = '', times = '', lasting = '', worth = ''] =
        /DKK ([\d,.]+) × (\d+) orders? a year × ([\d.]+) years? \([^)]*\) = DKK ([\d,.]+)/.exec(said) ?? [];
      const number = (text: string) => Number(text.replaceAll(',', ''));
      expect(Math.abs(number(order) * number(times) * number(lasting) - number(worth))).toBeLessThanOrEqual(0.51);
    }),
    { numRuns: 300 },
  );
});
