import type { SandboxMessage } from '@loyalty-ladder/sandbox/wire';
import { expect, test } from 'vitest';
import { nordlys, until } from '../support/sandbox.ts';
import { dayBefore } from './company.ts';
import type { Office } from './office.ts';
import { labelsOf, person, wordsOf as piecesOf } from './person.ts';

/** From an unhappy answer to a follow-up that is done, with everything delivered twice, late and out of order. */
export function followUpJourneys(office: () => Office): void {
  const as = (id: string) => person(office().sandbox, id);
  const weather = { duplicate: 0.6, delay: 0.3, reorder: 0.3 };
  const inBadWeather = <T>(seed: number, work: () => Promise<T>) => office().under({ seed, rates: weather }, work);
  const whileSlackFails = <T>(work: () => Promise<T>) =>
    office().under({ seed: 13, rates: failing, methods: ['chat.update'] }, work);
  const cards = async () => (await as(nordlys.mads).sees(nordlys.alarm)).filter(({ threadTs }) => threadTs === null);
  const cardOf = (name: string, holds: (card: string) => boolean = () => true) =>
    cardThat(cards, (card) => card.includes(name) && holds(card));
  const threadOf = async (card: SandboxMessage) =>
    (await as(nordlys.mads).sees(nordlys.alarm, card.ts)).filter(({ ts }) => ts !== card.ts).map(wordsOf);

  test('a bad score noted in the terminal becomes one follow-up and one alert with who, what they said and Claim', async () => {
    const said = ['--kind', 'nps', '--score', '2', '--comment', 'Kaffen kom to uger for sent'];
    expect(await office().shell('feedback', 'add', '--customer', 'K3', ...said)).toMatchObject({ code: 0 });
    const card = await cardOf('Carl Lund');
    const shown = wordsOf(card);
    expect(shown).toContain('Opfølgning: Carl Lund');
    expect(shown).toContain('Kunde · 500 kr. i alt · nyeste ordre');
    expect(shown).toContain('Kaffen kom to uger for sent');
    expect(shown).toContain('Åben');
    expect(labelsOf(card)).toEqual(['Tag opgaven', 'Vis kunden']);
    expect(await cards()).toHaveLength(1);
  });

  test('more from the same customer joins it: a word in the thread, and no second alert', async () => {
    const said = ['--kind', 'remark', '--negative', '--comment', 'Nu er posen også i stykker'];
    expect(await office().shell('feedback', 'add', '--customer', 'K3', ...said)).toMatchObject({ code: 0 });
    const card = await cardOf('Carl Lund', (shown) => shown.includes('Nu er posen også i stykker'));
    await until(
      () => threadOf(card),
      (thread) => thread.length > 0,
    );
    expect(await threadOf(card)).toEqual([expect.stringContaining('Carl Lund har svaret igen')]);
    expect(await cards()).toHaveLength(1);
  });

  test('Emily notes what a customer said in a modal; sent twice by Slack, it is one answer, one follow-up, one alert', async () => {
    const emily = as(nordlys.emily);
    const form = await emily.opens('feedback add');
    const csat = await emily.chooses(form, 'kind', 'csat');
    const found = await emily.looksUp(csat, 'customer', 'dorte');
    const customer = found['Dorte Vang · K4'];
    expect(customer).toBeDefined();
    await office().under({ seed: 11, rates: { duplicate: 1 } }, async () => {
      const told = await emily.submits(csat, {
        kind: 'csat',
        customer: customer ?? '',
        'score-csat': '1',
        comment: 'Ringede tre gange uden svar',
        day: dayBefore(0),
      });
      expect(told && wordsOf(told)).toContain('Feedback from Dorte Vang is recorded. It is negative');
      if (told) await emily.closes(told);
    });
    await cardOf('Dorte Vang');
    expect(await cards()).toHaveLength(2);
    await office().holds(answersOf('K4'), [
      { kind: 'csat', score: 1, comment: 'Ringede tre gange uden svar', negative: true, followed: true },
      { kind: 'nps', score: 8, comment: null, negative: false, followed: false },
    ]);
  });

  test('of all who press Claim at once exactly one wins, and the others are told who', async () => {
    const { sandbox } = office();
    const card = await cardOf('Carl Lund');
    await sandbox.act({ as: nordlys.astrid, do: 'invite', channel: nordlys.alarm, user: nordlys.guest });
    const told = await inBadWeather(12, () =>
      Promise.all(team.map(async (id) => ({ id, said: wordsOf(await as(id).pressesAndReads(card, 'Tag opgaven')) }))),
    );
    const claimed = await cardOf('Carl Lund', (shown) => shown.includes(' har opgaven'));
    const winner = winnerOf(claimed);
    for (const { id, said } of told) {
      if (id === nordlys.guest)
        expect(said).toBe('Loyalty Ladder er for medlemmer af dette workspace, ikke for gæster.');
      else if (id === winner) expect(said).toMatch(yours);
      else expect(said).toContain(`<@${winner}>`);
    }
    expect(labelsOf(claimed)).toEqual(['Løst', 'Giv tilbage', 'Vis kunden']);
    const taken = (thread: readonly string[]) => thread.filter((note) => note.includes('tager sig af den'));
    await until(
      () => threadOf(claimed),
      (thread) => taken(thread).length > 0,
    );
    // Who pressed is named, and not mentioned: Slack would tell them of what they did themselves.
    expect(taken(await threadOf(claimed))).toEqual([`${names[winner]} tager sig af den.`]);
    await office().holds(`${eventsOf('K3')} AND e.kind = 'claimed' ORDER BY e.id LIMIT 1`, [
      { kind: 'claimed', member_id: winner },
    ]);
  });

  test('a plain member neither hands back nor closes what somebody else has, and reads who may', async () => {
    const card = await cardOf('Carl Lund', (shown) => shown.includes(' har opgaven'));
    const winner = winnerOf(card);
    const [other, who] =
      winner === nordlys.mads
        ? [nordlys.emily, 'has it. Only the person who has it, an admin or a customer ambassador can']
        : [nordlys.mads, 'har den. Kun den, der har opgaven, en administrator eller en kundeambassadør kan'];
    for (const label of ['Giv tilbage', 'Løst']) {
      expect(wordsOf(await as(other).pressesAndReads(card, label))).toContain(`<@${winner}> ${who}`);
    }
  });

  test('handed back, it is open again and somebody else takes it', async () => {
    const card = await cardOf('Carl Lund', (shown) => shown.includes(' har opgaven'));
    const winner = winnerOf(card);
    const open = await whileSlackFails(async () => {
      await as(winner).pressesAndReads(card, 'Giv tilbage');
      return cardOf('Carl Lund', (shown) => shown.includes('Åben'));
    });
    expect(labelsOf(open)).toEqual(['Tag opgaven', 'Vis kunden']);
    const told = await inBadWeather(14, () => as(nordlys.jonas).pressesAndReads(open, 'Tag opgaven'));
    expect(wordsOf(told)).toMatch(yours);
    await cardOf('Carl Lund', (shown) => shown.includes('Jonas Berg'));
  });

  test('an admin hands back what Jonas, who is away, has; card and thread say who did it and for whom', async () => {
    const jonasHasIt = (shown: string) => shown.includes('Jonas Berg har opgaven');
    const card = await cardOf('Carl Lund', jonasHasIt);
    const told = wordsOf(await inBadWeather(16, () => as(nordlys.astrid).pressesAndReads(card, 'Giv tilbage')));
    // Delivered twice, the second press finds that nobody has it any more.
    expect([
      `Du har givet opfølgningen tilbage på vegne af <@${nordlys.jonas}>. Nu kan en anden tage den.`,
      'Ingen har den endnu. Tag opgaven først.',
    ]).toContain(told);
    const open = await cardOf('Carl Lund', (shown) => shown.includes('Åben'));
    expect(wordsOf(open)).toContain('Astrid Holm gav opfølgningen tilbage på vegne af Jonas Berg');
    // Whose it was is told.
    const forJonas = (note: string) => note.includes('på vegne af') && note.includes(nordlys.jonas);
    await until(
      () => threadOf(open),
      (thread) => thread.some(forJonas),
    );
    await as(nordlys.jonas).pressesAndReads(open, 'Tag opgaven');
    const again = await cardOf('Carl Lund', jonasHasIt);
    expect(wordsOf(again)).not.toContain('på vegne af');
  });

  test('Jonas closes it with the cause and what was done; a modal sent twice closes it once', async () => {
    const jonas = as(nordlys.jonas);
    const card = await cardOf('Carl Lund', (shown) => shown.includes('Jonas Berg'));
    const form = await jonas.pressesAndOpens(card, 'Løst');
    expect(wordsOf(form)).toContain('Om Carl Lund');
    expect((await jonas.submits(form, { cause: 'delivery' }))?.errors).toHaveProperty('outcome');
    await office().under({ seed: 15, rates: { duplicate: 1 } }, () =>
      jonas.submits(form, { cause: 'delivery', outcome: 'Ny kaffe sendt med bud' }),
    );
    const done = await cardOf('Carl Lund', (shown) => shown.includes('Opfølgning løst: Carl Lund'));
    expect(wordsOf(done)).toContain('Ny kaffe sendt med bud');
    expect(labelsOf(done)).toEqual([]);
    // Who is answered by the second delivery reads that it is done already.
    const left = await jonas.modal();
    if (left) {
      expect(wordsOf(left)).toBe('Oppgaven er løst. Takk for det.');
      await jonas.closes(left);
    }
  });

  test('everything that happened to it is in its thread, once and in order', async () => {
    const card = await cardOf('Carl Lund');
    const notes = [
      'har svaret igen',
      'tager sig af den',
      'gav den tilbage',
      'tager sig af den',
      'gav opfølgningen tilbage på vegne af',
      'tager sig af den',
      'har lukket opfølgningen',
    ];
    const thread = await until(
      () => threadOf(card),
      (list) => list.length >= notes.length,
    );
    expect(thread).toEqual(notes.map((note) => expect.stringContaining(note)));
    expect(thread.at(-1)).toContain('Ny kaffe sendt med bud');
    const kinds = ['opened', 'answered', 'claimed', 'handed-back', 'claimed', 'handed-back', 'claimed', 'done'];
    await office().holds(
      `SELECT kind FROM (${eventsOf('K3')} ORDER BY e.id LIMIT ${kinds.length}) AS first`,
      kinds.map((kind) => ({ kind })),
    );
  });

  test('what is done is over: the next bad answer opens another follow-up', async () => {
    const said = ['--kind', 'csat', '--score', '2', '--comment', 'Og så var den sur'];
    await office().shell('feedback', 'add', '--customer', 'K3', ...said);
    await cardOf('Og så var den sur');
    expect((await cards()).filter((card) => wordsOf(card).includes('Carl Lund'))).toHaveLength(2);
  });

  test('follow-ups are listed: mine, open, and claimed from the list too', async () => {
    const mads = as(nordlys.mads);
    expect(wordsOf(await mads.types('opfølgninger mine'))).toBe('Du har ingen opfølgninger.');
    const list = await mads.types('opfølgninger åbne');
    expect(wordsOf(list)).toContain('2 åbne opfølgninger');
    await mads.pressesAndReads(list, 'Tag opgaven');
    expect(wordsOf(await mads.types('opfølgninger mine'))).toContain('1 opfølgning er din');
    expect(wordsOf(await mads.types('opfølgninger forfaldne'))).toBe('Ingen forfaldne opfølgninger.');
  });

  test('Jonas, a customer ambassador, closes what Mads has: the window says whose it is, the thread who closed it for whom', async () => {
    const jonas = as(nordlys.jonas);
    const madsHasIt = (shown: string) => shown.includes('Mads Lund har opgaven');
    const form = await jonas.pressesAndOpens(await cardThat(cards, madsHasIt), 'Løst');
    expect(wordsOf(form)).toContain(nordlys.mads);
    expect(wordsOf(form)).toContain('har denne oppfølgingen. I tråden vil det stå at du lukket den.');
    await jonas.submits(form, { cause: 'service', outcome: 'Ringet og beklaget' });
    const done = await cardThat(cards, (shown) => shown.includes('Ringet og beklaget'));
    expect(wordsOf(done)).toContain('Jonas Berg har lukket opfølgningen på vegne af Mads Lund');
    const note = (await until(() => threadOf(done), hasEnd)).at(-1);
    expect(note).toMatch(new RegExp(`Jonas Berg har lukket opfølgningen på vegne af ${nordlys.mads}`));
  });
}

/** Presses come twice and out of order, and two of three edits of a card fail. */
const failing = {
  duplicate: 0.6,
  reorder: 0.3,
  'rate-limit': 0.3,
  'server-error': 0.3,
  'accepted-then-dropped': 0.3,
};
const team = [nordlys.astrid, nordlys.jonas, nordlys.emily, nordlys.mads, nordlys.guest];
const members = team.filter((id) => id !== nordlys.guest);
/** Words with the pieces of a line joined as they are seen. */
function wordsOf(shown: Parameters<typeof piecesOf>[0]): string {
  return piecesOf(shown).replaceAll(/\n(?= )|(?<= )\n/g, '');
}

/** What Slack calls them. */
const names: Readonly<Record<string, string>> = {
  [nordlys.astrid]: 'Astrid Holm',
  [nordlys.jonas]: 'Jonas Berg',
  [nordlys.emily]: 'Emily Clarke',
  [nordlys.mads]: 'Mads Lund',
};

/** A press delivered twice may be answered twice: the second time one has it already. */
const yours =
  /Opgaven er din|Oppgaven er din|It is yours|Du har allerede (?:taget opgaven|tatt oppgaven)|You already have it/;

const hasEnd = (thread: readonly string[]) => thread.some((note) => note.includes('Ringet og beklaget'));

function winnerOf(card: SandboxMessage): string {
  const winner = members.find((id) => wordsOf(card).includes(`${names[id]} har opgaven`));
  if (!winner) throw new Error('Nobody has it.');
  return winner;
}

async function cardThat(
  cards: () => Promise<readonly SandboxMessage[]>,
  holds: (shown: string) => boolean,
): Promise<SandboxMessage> {
  const find = async () => (await cards()).find((card) => !card.ephemeral && holds(wordsOf(card)));
  const found = await until(find, (card) => card !== undefined);
  if (!found) throw new Error('There is no such card.');
  return found;
}

const answersOf = (customer: string) => `
  SELECT a.kind, a.score, a.comment, a.negative, f.id IS NOT NULL AS followed FROM answers a
  JOIN customers c ON c.workspace_id = a.workspace_id AND c.id = a.customer_id AND c.external_id = '${customer}'
  LEFT JOIN follow_ups f ON f.workspace_id = a.workspace_id AND f.id = a.follow_up_id ORDER BY a.kind`;
const eventsOf = (customer: string) => `
  SELECT e.kind, e.member_id FROM follow_up_events e
  JOIN follow_ups f ON f.workspace_id = e.workspace_id AND f.id = e.follow_up_id
  JOIN customers c ON c.workspace_id = f.workspace_id AND c.id = f.customer_id AND c.external_id = '${customer}'`;
