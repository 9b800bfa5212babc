import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type CustomerLink, linkAddress, readCustomerLinks } from '../../src/loyalty/customer-links.ts';

const anna = { number: '4711', email: 'anna@holm.dk' };

describe('a link to where the company looks customers up', () => {
  it('is typed as a name and an address, one a line', () => {
    expect(
      readCustomerLinks(' Our CRM  https://crm.example.com/c/{number} \n\nMail https://m.example/?q={email}'),
    ).toEqual([
      { label: 'Our CRM', address: 'https://crm.example.com/c/{number}' },
      { label: 'Mail', address: 'https://m.example/?q={email}' },
    ]);
    expect(readCustomerLinks(' \n')).toEqual([]);
  });

  it.each([
    ['https://crm.example.com/{number}', 'no-label'],
    ['CRM', 'no-label'],
    ['CRM http://crm.example.com/{number}', 'not-https'],
    ['CRM javascript:alert({number})', 'not-https'],
    ['CRM file:///etc/{number}', 'not-https'],
    ['CRM crm.example.com/{number}', 'not-https'],
    ['CRM https://crm.example.com/', 'no-customer'],
    ['CRM https://{number}.example.com/', 'host'],
    ['CRM https://{email}/', 'host'],
    ['CRM https://crm.example.com:8{number}/', 'not-https'],
    ['CRM https://user:word@crm.example.com/{number}', 'host'],
    [`${'x'.repeat(31)} https://crm.example.com/{number}`, 'too-long'],
    [Array.from({ length: 5 }, () => 'CRM https://crm.example.com/{number}').join('\n'), 'too-many'],
  ])('is refused as %s', (typed, code) => {
    expect(readCustomerLinks(typed)).toMatchObject({ code });
  });

  it('may lead to a server on the reader’s own machine without encryption', () => {
    for (const host of ['localhost:3000', '127.0.0.1', '[::1]:8080']) {
      expect(readCustomerLinks(`CRM http://${host}/{number}`)).toHaveLength(1);
    }
  });

  it('leads to the customer, encoded, whatever their number is', () => {
    const link = { label: 'CRM', address: 'https://crm.example.com/c/{number}?mail={email}' };
    expect(linkAddress(link, { number: 'K/1 ?&#', email: 'a+b@holm.dk' })).toBe(
      'https://crm.example.com/c/K%2F1%20%3F%26%23?mail=a%2Bb%40holm.dk',
    );
  });

  it('is left out where the address is not known, or the number would be a step in the path', () => {
    const mail: CustomerLink = { label: 'Mail', address: 'https://m.example/{email}' };
    const crm: CustomerLink = { label: 'CRM', address: 'https://crm.example.com/c/{number}' };
    expect(linkAddress(mail, { ...anna, email: null })).toBeNull();
    expect(linkAddress(crm, { ...anna, number: '..' })).toBeNull();
  });
});

test('whatever a customer is called, a link stays on its server and in its folder', () => {
  const link = { label: 'CRM', address: 'https://crm.example.com/c/{number}/{email}' };
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (number, email) => {
      const address = linkAddress(link, { number, email });
      if (address !== null) expect(address).toMatch(/^https:\/\/crm\.example\.com\/c\/[^/?#]*\/[^/?#]*$/);
    }),
  );
});
