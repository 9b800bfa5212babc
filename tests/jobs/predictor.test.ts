import fc from 'fast-check';
import { expect, test } from 'vitest';
import { predictInThread } from '../../src/jobs/predictor.ts';
import { type PredictionInput, predict } from '../../src/loyalty/prediction/predict.ts';
import { company } from '../loyalty/prediction-company.ts';

test('a thread of its own says what the pure functions say, of any company', async () => {
  const made = fc.record({ seed: fc.integer(), customers: fc.integer({ min: 0, max: 400 }), stays: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(made, async ({ seed, customers, stays }) => {
      const { input } = company(seed, customers, { stays });
      const pure = predict(input);
      const { prediction } = await predictInThread(input);
      expect(prediction).toEqual(pure);
    }),
    { numRuns: 20 },
  );
});

test('the columns are handed over to the thread, not copied', async () => {
  const { input } = company(1, 100);
  const answer = predictInThread(input);
  expect(input.histories.repeats).toHaveLength(0);
  expect(input.spending.sums).toHaveLength(0);
  expect((await answer).prediction.facts.plain.customers).toBe(100);
});

test('a thread that cannot answer is an error, not a wait without end', async () => {
  const broken = { ...company(1, 100).input, terms: null } as unknown as PredictionInput;
  await expect(predictInThread(broken)).rejects.toThrow(TypeError);
});
