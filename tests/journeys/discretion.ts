import { expect, test } from 'vitest';
import type { Office } from './office.ts';

/** What the app writes to its log is for operators, and about nobody. */
export function discretionJourneys(office: () => Office): void {
  test('the log tells what happened', () => {
    expect(office().log()).toContain('"event":"refused"');
  });
  discretionOf(office);
}

export function discretionOf(office: () => Office): void {
  test('no customer’s name, address or words, and no token, is in the log', () => {
    const { sandbox, log } = office();
    const secrets = [sandbox.botToken, sandbox.app.appToken, sandbox.app.signingSecret, sandbox.app.clientSecret];
    for (const secret of [...secrets, ...personal]) expect(log()).not.toContain(secret);
  });
}

const personal = [
  'example.com',
  'Sørensen',
  'Carl Lund',
  'Dorte',
  'Hansen',
  'Rammeavtale',
  'Kaffen kom to uger for sent',
  'Ringede tre gange',
  'Leveringen tok',
  'Over skalaen',
  'Ny kaffe sendt',
  'evil.example',
  'VICTIM',
  '<!channel>',
  'R&B',
];
