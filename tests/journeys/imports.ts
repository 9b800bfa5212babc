import type { SandboxView } from '@loyalty-ladder/sandbox/wire';
import { expect, test } from 'vitest';
import { nordlys, until } from '../support/sandbox.ts';
import { dayBefore } from './company.ts';
import type { Office } from './office.ts';
import { person, wordsOf } from './person.ts';

/** A file handed over in Slack. */
export function importJourneys(office: () => Office): void {
  const as = (id: string) => person(office().sandbox, id);
  const jonas = () => as(nordlys.jonas);

  test('Jonas hands over a file and sees how it is read, its first rows and how many alerts would come', async () => {
    const preview = await handOver(office(), 'tilbakemeldinger.csv', feedback());
    const shown = wordsOf(preview);
    expect(shown).toContain('tilbakemeldinger.csv');
    expect(shown).toContain('Kunde');
    expect(shown).toContain('Leveringen tok');
    expect(JSON.stringify(preview.blocks)).toMatch(/varsler: 1\b/);
    await jonas().closes(preview);
    expect(wordsOf(await as(nordlys.emily).types('customer K2'))).not.toContain('Leveringen tok evigheter');
  });

  test('started, even twice at once, it runs once; what was refused comes back as a file to mend', async () => {
    const preview = await handOver(office(), 'tilbakemeldinger.csv', feedback());
    await office().under({ seed: 21, rates: { duplicate: 1 } }, async () => {
      const told = await jonas().submits(preview, {});
      if (told) await jonas().closes(told);
    });
    const message = await until(
      progress,
      (one) => one !== undefined && wordsOf(one).includes('Importert: tilbakemeldinger.csv'),
    );
    expect(message && wordsOf(message)).toMatch(/2 nye.*1 avvist/);
    const file = await until(refusedFile, (one) => one !== undefined);
    const text = await (await fetch(`${office().sandbox.url}${file?.url}`)).text();
    expect(text.trim().split(/\r?\n/)).toEqual([
      expect.stringContaining('kunde;dato;type;score;kommentar;'),
      expect.stringMatching(/^K1;.*;nps;11;Over skalaen;.*0 til 10/),
    ]);
    expect((await inMessages()).filter(({ threadTs, files }) => threadTs === null && files.length === 0)).toHaveLength(
      1,
    );
    await office().holds(runs(1), [{ status: 'finished', imported: 2, unchanged: 0, refused: 1 }]);
    await office().holds(taken, [{ score: 3, negative: true }]);
  });

  test('its bad answer of this week is an alert', async () => {
    await until(
      async () => (await as(nordlys.mads).sees(nordlys.alarm)).map(wordsOf),
      (cards) => cards.some((card) => card.includes('Leveringen tok evigheter')),
    );
  });

  test('the same file again changes nothing', async () => {
    const preview = await handOver(office(), 'tilbakemeldinger.csv', feedback());
    const told = await jonas().submits(preview, {});
    if (told) await jonas().closes(told);
    const again = async () => (await inMessages()).filter((one) => wordsOf(one).includes('2 fantes fra før'));
    await until(again, (list) => list.length > 0);
    await office().holds(runs(2), [
      { status: 'finished', imported: 2, unchanged: 0, refused: 1 },
      { status: 'finished', imported: 0, unchanged: 2, refused: 1 },
    ]);
    await office().holds(taken, [{ score: 3, negative: true }]);
  });

  test('a file that can be read in two ways is asked about before its first row', async () => {
    const day = dayBefore(3).slice(0, 4);
    const text = `order,customer,date,amount\nX1,K1,01/02/${day},"1,234"\nX2,K2,03/04/${day},"2,345"\n`;
    const asked = await handOver(office(), 'ordrer.csv', text, 'import.read-again');
    const preview = await jonas().submits(asked, { locale: 'en' });
    const ready = await until(() => jonas().modal(), isAt('import.start'));
    expect(preview && ready && wordsOf(ready)).toContain('ordrer.csv');
    await office().holds(`SELECT FROM orders WHERE external_id = 'X1'`, []);
    if (ready) await jonas().closes(ready);
  });

  test('a customer’s number that looks like a known one is asked about before the first row', async () => {
    const text = `order,customer,date,amount\nX9,k2,${dayBefore(3)},5.00\n`;
    const asked = await handOver(office(), 'kunder.csv', text, 'import.read-again');
    for (const word of ['«k2»', '«K2»', 'Det er samme kunde eller ordre']) expect(wordsOf(asked)).toContain(word);
    const preview = await jonas().submits(asked, { 'similar-numbers': 'same' });
    const ready = await until(() => jonas().modal(), isAt('import.start'));
    expect(preview && ready && wordsOf(ready)).toContain('kunder.csv');
    await office().holds(`SELECT FROM orders WHERE external_id = 'X9'`, []);
    if (ready) await jonas().closes(ready);
  });

  test('an import that was a mistake is taken back, and its alert with it', async () => {
    const text = ['kunde;dato;type;score;kommentar', `K990;${dayBefore(1)};nps;2;Feil fil`, ''].join('\r\n');
    const told = await jonas().submits(await handOver(office(), 'feil.csv', text), {});
    if (told) await jonas().closes(told);
    const alarms = async () => (await as(nordlys.mads).sees(nordlys.alarm)).map(wordsOf);
    await until(alarms, (cards) => cards.some((card) => card.includes('Feil fil')));
    const list = await jonas().types('importer angre');
    expect(wordsOf(list)).toContain('feil.csv');
    await jonas().pressesAndReads(list, 'Angre');
    const withdrawn = (cards: readonly string[]) => cards.some((card) => card.includes('Opfølgning trukket tilbage'));
    await until(alarms, (cards) => withdrawn(cards) && !cards.some((card) => card.includes('Feil fil')));
    await until(inMessages, (all) => all.some((one) => wordsOf(one).includes('Angret: feil.csv')));
    await office().holds(`SELECT external_id FROM customers WHERE external_id = 'K990'`, []);
    expect(wordsOf(await as(nordlys.emily).types('customer K990'))).not.toContain('Feil fil');
  });

  test('one order is put right on the card, and a customer who should not be there goes with everything', async () => {
    const text = ['order;kunde;dato;belop', `991-1;K991;${dayBefore(1)};1000`, ''].join('\r\n');
    const told = await jonas().submits(await handOver(office(), 'en-ordre.csv', text), {});
    if (told) await jonas().closes(told);
    await until(inMessages, (all) => all.some((one) => wordsOf(one).includes('Importert: en-ordre.csv')));
    const card = async () => wordsOf(await jonas().types('kunde K991'));
    expect(await card()).toContain('1 ordre · 1 000 DKK');
    const more = async () => jonas().pressesAndReads(await jonas().types('kunde K991'), 'Vis mer');
    const asked = async () => jonas().pressesAndOpens(await more(), 'Rett eller slett');
    const order = await jonas().chooses(await asked(), 'what', 'order:\u001f991-1');
    const saved = await jonas().submits(order, { 'amount order:\u001f991-1': '100' });
    expect(saved && wordsOf(saved)).toContain('Ordren er rettet.');
    if (saved) await jonas().closes(saved);
    expect(await card()).toContain('1 ordre · 100 DKK');
    const whole = await jonas().chooses(await asked(), 'what', 'customer');
    const gone = await jonas().submits(whole, { 'remove customer': ['remove'] });
    expect(gone && wordsOf(gone)).toContain('er slettet med alle ordrer');
    if (gone) await jonas().closes(gone);
    await office().holds(`SELECT external_id FROM customers WHERE external_id = 'K991'`, []);
  });

  const inMessages = async () => {
    const [workspace] = await office().sandbox.describe();
    const im = workspace?.channels.find(({ kind, members }) => kind === 'im' && members.includes(nordlys.jonas));
    return im ? as(nordlys.jonas).sees(im.id) : [];
  };
  // Pictures that Jonas asked for are there, too.
  const progress = async () =>
    (await inMessages()).find(({ threadTs, files }) => threadTs === null && files.length === 0);
  const refusedFile = async () => {
    const message = await progress();
    if (!message) return undefined;
    const thread = await as(nordlys.jonas).sees(message.channel, message.ts);
    const all = [...(await inMessages()), ...thread].flatMap(({ files }) => files);
    return all.find(({ name }) => name.endsWith('.csv'));
  };
}

const runs = (first: number) => `
  SELECT status, imported, unchanged, refused FROM imports WHERE status <> 'looked-at' AND file_id <> '' ORDER BY id LIMIT ${first}`;
const taken = `SELECT score, negative FROM answers WHERE comment = 'Leveringen tok evigheter'`;

/** Two that are read, one of which is negative, and one that is refused. */
const feedback = () =>
  [
    'kunde;dato;type;score;kommentar',
    `K2;${dayBefore(1)};nps;3;Leveringen tok evigheter`,
    `K5;${dayBefore(1)};nps;9;Fin butikk`,
    `K1;${dayBefore(1)};nps;11;Over skalaen`,
    '',
  ].join('\r\n');

const isAt = (callbackId: string) => (view: SandboxView | undefined) => view?.callbackId === callbackId;

/** Hands a file over in the modal and waits for what comes of reading it. */
export async function handOver(
  office: Office,
  name: string,
  text: string,
  comesTo = 'import.start',
): Promise<SandboxView> {
  const jonas = person(office.sandbox, nordlys.jonas);
  const at = `${office.sandbox.url}/sandbox/files?workspace=${nordlys.id}&as=${nordlys.jonas}&name=${name}`;
  const response = await fetch(at, { method: 'POST', body: text });
  const { file_id: id } = (await response.json()) as { file_id: string };
  await jonas.submits(await jonas.opens('importer'), { file: [id] });
  const view = await until(
    () => jonas.modal(),
    (one) => one !== undefined && (isAt(comesTo)(one) || !isWaiting(one)),
  );
  if (view?.callbackId !== comesTo) throw new Error(`The file came to ${view ? wordsOf(view) : 'nothing'}.`);
  return view;
}

const isWaiting = (view: SandboxView) => wordsOf(view).startsWith('Leser filen') || view.callbackId === 'import.read';
