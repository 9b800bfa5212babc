import { describe, expect, it } from 'vitest';
import type { CampaignFacts } from '../../src/facts/reply.ts';
import { campaignReport } from '../../src/loyalty/figures/campaign-response.ts';
import { chanceWords, findingWords } from '../../src/messages/acquisition/campaign-finding.ts';

type Variant = [variant: string, responded: number, delivered: number];

function campaign(...variants: Variant[]): CampaignFacts {
  const counts = variants.map(([variant, responded, delivered]) => ({
    variant,
    contacted: delivered,
    delivered,
    responded,
  }));
  return { id: 1, name: 'Autumn', ...campaignReport(counts) };
}

describe('what came of a campaign', () => {
  it.each<[told: string, variants: Variant[]]>([
    ['34 of 200 responded (17%)', [['', 34, 200]]],
    ['not enough data (reached 3)', [['', 1, 3]]],
    [
      '“Letter” brought about 8 more responses per 100 than “Control” (34 of 200 against 18 of 200)',
      [
        ['Control', 18, 200],
        ['Letter', 34, 200],
      ],
    ],
    [
      '“B” brought about 10 fewer responses per 100 than “A” (20 of 200 against 40 of 200)',
      [
        ['A', 40, 200],
        ['B', 20, 200],
      ],
    ],
    [
      'no difference proven between “B” and “A” (34 of 200 against 30 of 200)',
      [
        ['A', 30, 200],
        ['B', 34, 200],
      ],
    ],
    [
      'no difference proven between the variants',
      [
        ['A', 30, 200],
        ['B', 34, 200],
        ['C', 33, 200],
      ],
    ],
    [
      'the variants cannot be compared, as they were not split evenly',
      [
        ['A', 18, 200],
        ['B', 60, 300],
      ],
    ],
  ])('is told in a sentence: %s', (told, variants) => {
    expect(findingWords('en', campaign(...variants))).toBe(told);
  });

  it('says how often chance alone brings as much, where two are compared', () => {
    const close = campaign(['A', 30, 200], ['B', 34, 200]);
    expect(chanceWords('en', close)).toBe(
      'Chance alone brings such a difference in about 59 of 100 cases (p = 0.585).',
    );
    const clear = campaign(['A', 10, 200], ['B', 50, 200]);
    expect(chanceWords('da', clear)).toBe(
      'En så stor forskel opstår tilfældigt i færre end 1 af 100 tilfælde (p < 0,001).',
    );
    expect(chanceWords('en', campaign(['', 30, 200]))).toBeNull();
  });
});
