import { describe, expect, test } from 'vitest';
import { directionIn } from '../../src/ingest/scale-direction.ts';

describe('the best end of a scale', () => {
  test.each([
    'CSAT (1=best)',
    'Tilfredshed (1 = meget tilfreds, 5 = meget utilfreds)',
    'Satisfaction 1 = Very satisfied',
    'Hvor tilfreds er du? 1 er bedst og 5 er dårligst',
    'Fornøydhet (1: svært fornøyd - 5: svært misfornøyd)',
    'Zufriedenheit (1 sehr gut bis 6 ungenügend)',
    'Score, very satisfied (1) to very dissatisfied (5)',
    'best = 1',
    'Tilfredshed (5-1)',
    'CSAT 5 til 1',
    'Schulnote',
    'Score (lower is better)',
    '5 = værst',
  ])('is its first number: %s', (text) => {
    expect(directionIn(text)).toBe('best-first');
  });

  test.each([
    'Tilfredshed (1 = meget utilfreds, 5 = meget tilfreds)',
    'Satisfaction (1 = very dissatisfied; 5 = very satisfied)',
    '0 - Not at all likely, 10 - Extremely likely',
    'Rating 1 (worst) to 5 (best)',
    '10 = best',
  ])('is its last number: %s', (text) => {
    expect(directionIn(text)).toBe('best-last');
  });

  test.each([
    'Satisfaction (1-5)',
    'Tilfredshed 1-5',
    'NPS 0-10',
    'How satisfied are you with our service?',
    'Q1: how likely are you to recommend us to a friend?',
    'Tilfredshed med levering 2026-03-02',
    'Score 3',
    'Hvor tilfreds er du med vores 24-7 support?',
    'Would you recommend us (1 of 3)',
  ])('is not told: %s', (text) => {
    expect(directionIn(text)).toBeNull();
  });
});
