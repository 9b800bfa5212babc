import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Context } from '../../src/context.ts';
import { makeCustomer } from '../../src/flows/customers/make-customer.ts';
import { answerSurveys } from '../../src/flows/surveys/answer-survey.ts';
import { inviteCustomer, takeInvitationBack } from '../../src/flows/surveys/invite-customer.ts';
import { mailSurvey } from '../../src/flows/surveys/mail-survey.ts';
import { stopMails, takeMail } from '../../src/flows/surveys/send-mails.ts';
import { mailRunner } from '../../src/mail/mail-runner.ts';
import { smtpTransport } from '../../src/mail/smtp.ts';
import { useFlowWorld } from '../flows/flow-world.ts';
import { withDatabases } from '../support/database.ts';
import { type MailServer, refusal, startMailServer } from './mail-world.ts';

withDatabases((kind) => {
  const world = useFlowWorld(kind);
  let server: MailServer;
  let told: string[] = [];
  beforeEach(async () => {
    server = await startMailServer();
    told = [];
  });
  afterEach(() => server.stop());

  test('an invitation goes to the customer’s address, with a link for each number and one to stop such mails', async () => {
    const { invitation } = await asked('Anna@Example.com');
    expect(await mailSurvey(later(0), invitation.id, 'U1')).toMatchObject({
      kind: 'queued',
      address: 'anna@example.com',
    });
    await send();
    const [mail] = server.taken;
    expect(mail?.to).toEqual(['anna@example.com']);
    const raw = mail?.raw.replaceAll('=\r\n', '').replaceAll('\r\n ', ' ').replaceAll('=3D', '=') ?? '';
    expect(raw).toContain('Subject: Would you recommend Kaffebar?');
    expect(raw).toContain('From: Kaffebar <hello@kaffebar.example>');
    expect(raw).toMatch(/Message-ID: <survey\.\d+\.\d+@kaffebar\.example>/i);
    const end = `${world.workspaceId}-${invitation.token}`;
    for (let score = 0; score <= 10; score += 1)
      expect(raw).toContain(`href="https://loyalty.example.com/s/${end}?l=en&amp;score=${score}"`);
    expect(raw).toContain(`List-Unsubscribe: <https://loyalty.example.com/u/${end}?l=en>`);
    expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(raw).not.toMatch(/<img|<script/);
    await send();
    expect(server.taken).toHaveLength(1);
  });

  test('it is sent once, also when it is asked for several times and several processes send', async () => {
    const { invitation } = await asked('anna@example.com');
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => mailSurvey(later(0), invitation.id, 'U1')));
    expect(outcomes.map(({ kind: one }) => one).toSorted()).toEqual(['mailed', 'mailed', 'mailed', 'queued']);
    await Promise.all([send(), send(), send()]);
    expect(server.taken).toHaveLength(1);
    expect(await mailSurvey(later(0), invitation.id, 'U1')).toMatchObject({ kind: 'mailed' });
  });

  test('who has answered meanwhile, or wants no mail, gets none', async () => {
    const [one, other] = [await asked('anna@example.com'), await asked('bo@example.com', 'K2')];
    for (const { invitation } of [one, other]) await mailSurvey(later(0), invitation.id, 'U1');
    await answerSurveys(world.context, [{ token: one.invitation.token, scores: { score: 9 }, comment: '' }]);
    expect(await stopMails(world.context, other.invitation.token)).toBe(true);
    await send();
    expect(server.taken).toEqual([]);
    const third = await asked('BO@example.com', 'K3');
    expect(await mailSurvey(later(0), third.invitation.id, 'U1')).toMatchObject({ kind: 'unsubscribed' });
    expect(await stopMails(world.context, 'A'.repeat(22))).toBe(false);
  });

  test('a link that is taken back while somebody mails it is either mailed or taken back', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { invitation } = await asked(`anna${round}@example.com`, `K${round}`);
      const [outcome, isBack] = await Promise.all([
        mailSurvey(later(0), invitation.id, 'U1'),
        takeInvitationBack(world.context, invitation.id, 'U2'),
      ]);
      expect(outcome.kind).toBe(isBack ? 'gone' : 'queued');
    }
  });

  test('who has no address is sent nothing', async () => {
    const { invitation } = await asked(null);
    expect(await mailSurvey(later(0), invitation.id, 'U1')).toMatchObject({ kind: 'no-address' });
  });

  describe('a mail server that says', () => {
    test('no such address: the address gets no more mail, and who sent it is told once', async () => {
      server.behave({ onRcptTo: (_, _session, done) => done(refusal(550, 'No such user anna@example.com')) });
      const { invitation } = await asked('anna@example.com');
      await mailSurvey(later(0), invitation.id, 'U1');
      await send();
      await send();
      expect(told).toEqual(['U1']);
      expect(await status(invitation.id)).toBe('refused');
      const again = await asked('anna@example.com', 'K2');
      expect(await mailSurvey(later(0), again.invitation.id, 'U1')).toMatchObject({ kind: 'bounced' });
    });

    test('not now: it is tried again later, and gets there', async () => {
      let tries = 0;
      server.behave({
        onRcptTo: (_, _session, done) => {
          tries += 1;
          done(tries < 3 ? refusal(451) : undefined);
        },
      });
      const { invitation } = await asked('anna@example.com');
      await mailSurvey(later(0), invitation.id, 'U1');
      await send();
      expect(await status(invitation.id)).toBe('waiting');
      await send();
      expect(tries).toBe(1);
      await send(61);
      await send(61 + 119);
      expect(tries).toBe(2);
      await send(61 + 121);
      expect([await status(invitation.id), server.taken.length, told]).toEqual(['sent', 1, []]);
    });

    test('not now for three days: it is given up, and who sent it is told', async () => {
      server.behave({ onRcptTo: (_, _session, done) => done(refusal(451)) });
      const { invitation } = await asked('anna@example.com');
      await mailSurvey(later(0), invitation.id, 'U1');
      await send();
      await send(4 * 86_400);
      expect([await status(invitation.id), told]).toEqual(['failed', ['U1']]);
    });

    test('never to what it is sent: it is not sent again, and the address is not blamed', async () => {
      server.behave({
        onData: (stream, _, done) => {
          stream.resume();
          stream.on('end', () => done(refusal(554, 'Spam')));
        },
      });
      const { invitation } = await asked('anna@example.com');
      await mailSurvey(later(0), invitation.id, 'U1');
      await send();
      expect([await status(invitation.id), told]).toEqual(['failed', ['U1']]);
      expect(await world.context.store.mails.whyStopped('anna@example.com')).toBeNull();
    });

    test('nothing, after it has the mail: it is not sent a second time, and who sent it is told that nobody knows', async () => {
      server.behave({
        onData: (stream) => {
          stream.resume();
          stream.on('end', () => {
            taken += 1;
            server.cutLines();
          });
        },
      });
      let taken = 0;
      const { invitation } = await asked('anna@example.com');
      await mailSurvey(later(0), invitation.id, 'U1');
      await send();
      server.behave({});
      await send(7200);
      expect([taken, server.taken.length, await status(invitation.id), told]).toEqual([1, 0, 'unsure', ['U1']]);
    });
  });

  test('a mail server that is away is waited for', async () => {
    const { invitation } = await asked('anna@example.com');
    await mailSurvey(later(0), invitation.id, 'U1');
    await server.stop();
    await send();
    expect([await status(invitation.id), told]).toEqual(['waiting', []]);
  });

  test('a process that is killed between handing over and noting it leaves a mail that is told of and not sent twice', async () => {
    const { invitation } = await asked('anna@example.com');
    await mailSurvey(later(0), invitation.id, 'shell');
    // It has noted that it sends, and then it is gone.
    expect(await takeMail(later(0))).toMatchObject({ to: 'anna@example.com' });
    await send(200);
    expect(await status(invitation.id)).toBe('sending');
    await send(400);
    expect([await status(invitation.id), server.taken.length]).toEqual(['unsure', 0]);
  });

  async function asked(email: string | null, externalId = 'K1') {
    const made = await makeCustomer(world.context, { externalId, name: null, email: null, ownerId: null }, 'U1');
    await world.context.transaction((tx) => tx.customers.update([{ ...made.customer, email }]));
    const outcome = await inviteCustomer(world.context, { customerId: made.customer.id, survey: 'nps' }, 'U1');
    if (outcome.kind !== 'invited') throw new Error(outcome.kind);
    return outcome;
  }

  async function send(seconds = 0): Promise<void> {
    const transport = smtpTransport(server.url);
    const conversationWith = async (memberId: string) => {
      told.push(memberId);
      return memberId === 'shell' ? null : 'D1';
    };
    const from = 'Kaffebar <hello@kaffebar.example>';
    await mailRunner(later(seconds), { transport, from, conversationWith }).run();
    await transport.close();
  }

  function later(seconds: number): Context {
    const now = new Date(world.context.now().getTime() + seconds * 1000);
    const url = 'https://loyalty.example.com';
    return { ...world.context, now: () => now, surveyUrl: () => url, sendsMail: true };
  }

  const status = async (invitationId: number) => (await world.context.store.mails.find(invitationId))?.status;
});
