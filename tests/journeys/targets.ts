import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SandboxMessage } from '@loyalty-ladder/sandbox/wire';
import { expect, test } from 'vitest';
import { nordlys, until } from '../support/sandbox.ts';
import type { Office } from './office.ts';
import { labelsOf, person, wordsOf } from './person.ts';

/** What figures are to reach, and what is told of it. */
export function targetJourneys(office: () => Office): void {
  const as = (id: string) => person(office().sandbox, id);
  const astrid = () => as(nordlys.astrid);
  const alerts = async () =>
    (await astrid().sees(nordlys.alarm)).filter((one) => !one.ephemeral && labelsOf(one).includes('Vis NPS'));

  /** Anonymous NPS answers, of three weeks ago unless a day is given, by an import in the shell. */
  async function bring(count: number, score: number, day = isoBefore(Date.now(), 21)): Promise<void> {
    const path = join(office().place.folder, `nps-${score}.csv`);
    const rows = Array.from({ length: count }, () => `,${day},nps,${score}`);
    writeFileSync(path, `${['customer,date,kind,score', ...rows].join('\n')}\n`);
    expect(await office().shell('import', 'feedback', path, '--scale', '0-10', '--json')).toMatchObject({ code: 0 });
  }

  test('everybody sees that there is no target yet; who may not set one is told so', async () => {
    const told = await as(nordlys.emily).types('targets');
    expect(wordsOf(told)).toContain('No target is set yet');
    expect(labelsOf(told)).toEqual(['Why?']);
    expect(wordsOf(await as(nordlys.emily).types('mål nps 45 30. juni'))).toContain(
      'Only admins and customer ambassadors',
    );
    expect(wordsOf(await astrid().types('mål glæde 45 30. juni'))).toContain('er ikke et tal, jeg kender');
  });

  test('Astrid types a target, mends it in the modal, and it is set once however often that arrives', async () => {
    await bring(60, 10);
    const form = await astrid().opens('mål nps 120 31. december');
    expect(wordsOf(form)).toContain('NPS skal mindst nå');
    const refused = await astrid().submits(form, {});
    expect(refused?.errors.value).toBe('Det kan være fra −100 til 100.');
    await office().under({ seed: 51, rates: { duplicate: 1 } }, async () => {
      const told = await astrid().submits(form, { value: '20,5' });
      expect(told && wordsOf(told)).toContain('Målet er sat. NPS +');
      if (told) await astrid().closes(told);
    });
    const list = await astrid().types('mål');
    expect(wordsOf(list)).toContain('+20,5 senest 31. december');
    expect(labelsOf(list)).toEqual(expect.arrayContaining(['Ret', 'Fjern', 'Sæt et mål']));
  });

  test('the alert channel hears once that it is left, and the figure is a press away', async () => {
    await bring(200, 0);
    await office().restart();
    const [alert] = await until(alerts, (list) => list.length > 0);
    if (!alert) throw new Error('There is no alert.');
    expect(wordsOf(alert)).toContain('*NPS lever ikke længere op til sit mål*');
    expect(wordsOf(alert)).toContain(' (mål: +20,5): mangler ');
    expect(wordsOf(await astrid().pressesAndReads(alert, 'Vis NPS'))).toContain('NPS: −');
    await office().restart('SIGKILL');
    expect(wordsOf(await astrid().types('mål'))).toContain(' (mål: +20,5): mangler ');
    expect(await alerts()).toHaveLength(1);
  });

  test('Jonas, a customer ambassador, changes it from the list, and takes it away', async () => {
    const jonas = as(nordlys.jonas);
    const form = await jonas.pressesAndOpens(await jonas.types('mål'), 'Endre');
    expect(JSON.stringify(form.blocks)).toContain('20,5');
    const told = await jonas.submits(form, { value: '−10', span: '365' });
    expect(told && wordsOf(told)).toContain('Målet er satt. NPS −');
    if (told) await jonas.closes(told);
    const list = await jonas.types('mål');
    expect(wordsOf(list)).toContain('målt over 365 dager');
    expect(wordsOf(await jonas.pressesAndReads(list, 'Fjern'))).toContain('Målet for NPS er fjernet.');
    expect(wordsOf(await jonas.types('mål'))).toContain('Det er ikke satt noe mål ennå');
    await office().holds(`SELECT action, actor FROM audit WHERE subject LIKE 'target:%' ORDER BY id`, [
      { action: 'target.set', actor: nordlys.astrid },
      { action: 'target.set', actor: nordlys.jonas },
      { action: 'target.removed', actor: nordlys.jonas },
    ]);
  });

  test('a channel gets the quarterly review, and whoever asks gets it at once', async () => {
    const form = await astrid().opens('kvartalsgennemgang indstillinger', nordlys.kundeservice);
    const told = await astrid().submits(form, { locale: 'da' });
    expect(told && wordsOf(told)).toContain(`<#${nordlys.kundeservice}> får kvartalsgennemgangen.`);
    if (told) await astrid().closes(told);
    await office().holds(`SELECT channel_id, active FROM schedules WHERE kind = 'quarterly-review'`, [
      { channel_id: nordlys.kundeservice, active: true },
    ]);
    expect(wordsOf(await astrid().types('kvartalsgennemgang kvartal'))).toContain('Ingen sikker ændring: NPS');
    expect(wordsOf(await as(nordlys.emily).types('review now'))).toContain('Quarterly review: ');
    expect(wordsOf(await as(nordlys.emily).types('review marts'))).toContain('looks back on a quarter');
  });

  test('a review that stands in a channel is shared to another one', async () => {
    const reviews = async (channel: string) =>
      (await astrid().sees(channel)).filter(
        (one) => !one.ephemeral && wordsOf(one).includes('Kvartalsgennemgang:') && labelsOf(one).includes('Del …'),
      );
    await astrid().pressesAndReads(await astrid().types('kvartalsgennemgang kvartal'), 'Del i kanalen');
    const [review] = await until(
      () => reviews(nordlys.general),
      (list) => list.length > 0,
    );
    if (!review) throw new Error('There is no review.');
    const form = await as(nordlys.jonas).pressesAndOpens(review, 'Del …');
    const told = await as(nordlys.jonas).submits(form, { channel: nordlys.kundeservice });
    expect(told && wordsOf(told)).toContain(`<#${nordlys.kundeservice}>`);
    if (told) await as(nordlys.jonas).closes(told);
    const shared = await until(
      () => reviews(nordlys.kundeservice),
      (list) => list.length > 0,
    );
    expect(shared.map(wordsOf).join()).toContain('Jonas Berg');
  });

  test('where a channel gets reviews, the last one shared there leads to its canvas, and so does the next', async () => {
    const channel = nordlys.kundeservice;
    const canvases = async () => (await astrid().sees(channel)).flatMap((one) => canvasOf(one) ?? []);
    const share = async () => {
      const before = (await canvases()).length;
      await astrid().pressesAndReads(await astrid().types('kvartalsgennemgang', channel), 'Del i kanalen');
      return until(canvases, (list) => list.length > before);
    };
    await bring(6, 9, inLastQuarter());
    const [first] = await share();
    const lost = { seed: 33, rates: { 'accepted-then-dropped': 0.5 }, methods: ['canvases.edit', 'files.info'] };
    const urls = await office().under(lost, share);
    expect(urls).toEqual([first, first]);
    const [, workspace, id] = /\/docs\/(\w+)\/(\w+)$/.exec(first ?? '') ?? [];
    const canvas = await fetch(`${office().sandbox.url}/sandbox/canvas?workspace=${workspace}&id=${id}`);
    expect(await canvas.json()).toMatchObject({ title: 'Kvartalsgennemgang', channel: { id: channel } });
    const shown = (await astrid().sees(channel)).findLast((one) => canvasOf(one) !== undefined);
    expect(shown && (await astrid().presses(shown, 'Åbn som canvas'))).toMatchObject({ ok: true });
  });
}

/** Where the button leads that opens a review as a canvas. */
function canvasOf({ blocks }: SandboxMessage): string | undefined {
  const elements = blocks.flatMap((block) => (block.elements ?? []) as { action_id?: string; url?: string }[]);
  return elements.find(({ action_id }) => action_id === 'review.canvas')?.url;
}

function isoBefore(instant: number, days: number): string {
  return new Date(instant - days * 86_400_000).toISOString().slice(0, 10);
}

function inLastQuarter(): string {
  const now = new Date();
  return isoBefore(Date.UTC(now.getUTCFullYear(), Math.floor(now.getUTCMonth() / 3) * 3, 1), 40);
}
