import { defineText } from '../../../text/define-text.ts';
import { customersBase } from './base-words.ts';
import { partLine } from './part-line.ts';
import type { ToldFigure } from './told-figure.ts';

const words = defineText({
  en: {
    name: 'repeat purchase rate',
    theName: 'the repeat purchase rate',
    repeated: 'bought again',
    once: 'did not',
    help: { usage: '/loyalty repeat 365', line: 'How many of those who bought had bought before' },
    definition: {
      title: 'Repeat purchase rate',
      meaning: 'How many of those who bought had bought before?',
      formula:
        'Customers with a repeat order ÷ customers who ordered. A repeat order is placed on a later day than the customer’s first ever.',
      base: 'Customers with a completed order in the period.',
      leftOut: 'Refunds and cancelled orders. An order of amount 0 counts; several orders on one day are one.',
      example: '1,040 of 2,357 customers: 44.1%',
    },
  },
  da: {
    name: 'genkøbsrate',
    theName: 'genkøbsraten',
    repeated: 'købte igen',
    once: 'gjorde det ikke',
    help: { usage: '/loyalty genkøb 365', line: 'Hvor mange af køberne der havde købt før' },
    definition: {
      title: 'Genkøbsrate',
      meaning: 'Hvor mange af køberne havde købt før?',
      formula:
        'Kunder med genkøb ÷ kunder, der har købt. Et genkøb er en ordre på en senere dag end kundens allerførste.',
      base: 'Kunder med en gennemført ordre i perioden.',
      leftOut: 'Refusioner og annullerede ordrer. En ordre på 0 tæller med; flere ordrer samme dag er én.',
      example: '1.040 af 2.357 kunder: 44,1 %',
    },
  },
  nb: {
    name: 'gjenkjøpsrate',
    theName: 'gjenkjøpsraten',
    repeated: 'kjøpte igjen',
    once: 'gjorde det ikke',
    help: { usage: '/loyalty gjenkjøp 365', line: 'Hvor mange av kjøperne som hadde kjøpt før' },
    definition: {
      title: 'Gjenkjøpsrate',
      meaning: 'Hvor mange av kjøperne hadde kjøpt før?',
      formula:
        'Kunder med gjenkjøp ÷ kunder som har kjøpt. Et gjenkjøp er en ordre på en senere dag enn kundens aller første.',
      base: 'Kunder med en fullført ordre i perioden.',
      leftOut: 'Refusjoner og kansellerte ordrer. En ordre på 0 teller med; flere ordrer samme dag er én.',
      example: '1 040 av 2 357 kunder: 44,1 %',
    },
  },
});

/** Repeat purchase rate. */
export const repeat: ToldFigure = {
  words,
  base: customersBase,
  command: ['genkøb', 'genkøbsrate', 'gentagne', 'gjenkjøp', 'gjenkjøpsrate'],
  parts(locale, { counts, base }) {
    const { repeat = 0 } = counts;
    const { repeated, once } = words(locale);
    return [partLine(locale, repeat, base, repeated), partLine(locale, base - repeat, base, once)];
  },
};
