import type { SandboxView } from '@loyalty-ladder/sandbox/wire';
import { expect, test } from 'vitest';
import { nordlys, until } from '../support/sandbox.ts';
import type { Office } from './office.ts';
import { labelsOf, person, wordsOf } from './person.ts';

/** On the first day, before anything is in. */
export function firstHomeJourneys(office: () => Office): void {
  test('on the first day who may set the app up sees what is to be done, and others what will be there', async () => {
    const { sandbox } = office();
    const seen = async (who: string) => {
      await sandbox.act({ as: who, do: 'open-home' });
      const { home } = await until(
        () => sandbox.screen(who),
        (screen) => screen.home !== null && wordsOf(screen.home).includes('Ingen kunder endnu'),
      );
      if (!home) throw new Error('There is no Home.');
      return home;
    };
    const astrid = person(sandbox, nordlys.astrid);
    const first = await seen(nordlys.astrid);
    expect(wordsOf(first)).toContain('Kom godt i gang: 0 af 4 klaret');
    expect(labelsOf(first).slice(0, 4)).toEqual([
      'Åbn indstillinger',
      'Indlæs en fil',
      'Opret en opsummering',
      'Sæt et mål',
    ]);
    for (const [label, title] of [
      ['Indlæs en fil', 'Indlæs en fil'],
      ['Åbn indstillinger', 'Indstillinger'],
      ['Opret en opsummering', 'Opsummering'],
      ['Sæt et mål', 'Mål'],
    ] as const) {
      const { blockId, actionId } = buttonsOf(first).find((one) => one.label === label) ?? missing(label);
      const on = { kind: 'view', viewId: first.id } as const;
      const form = await astrid.opensBy(() => sandbox.act({ as: nordlys.astrid, do: 'press', on, blockId, actionId }));
      expect(form.title).toBe(title);
      await astrid.closes(form);
    }
    expect(wordsOf(await seen(nordlys.mads))).not.toContain('Kom godt i gang');
  });
}

/** The app's Home: a dashboard for the person who opens it, and everything that can be pressed on it. */
export function homeJourneys(office: () => Office): void {
  const as = (id: string) => person(office().sandbox, id);
  const { astrid, emily, jonas, mads } = nordlys;

  const home = async (who: string, holds: (shown: string) => boolean): Promise<SandboxView> => {
    const look = async () => (await office().sandbox.screen(who)).home;
    const found = await until(look, (view) => view !== null && holds(wordsOf(view)));
    if (!found) throw new Error('There is no Home.');
    return found;
  };
  /** Opens it and waits until it is drawn anew: what stood there before is not to be pressed any more. */
  const opens = async (who: string, holds: (shown: string) => boolean = () => true) => {
    const { sandbox } = office();
    const before = (await sandbox.screen(who)).home?.hash;
    await sandbox.act({ as: who, do: 'open-home' });
    await until(
      () => sandbox.screen(who),
      (screen) => screen.home !== null && screen.home.hash !== before,
    );
    return home(who, holds);
  };
  /** Presses a button; on the Home as it is by then, where it was drawn anew a moment before. */
  const press = async (who: string, view: SandboxView, label: string, nth = 0): Promise<void> => {
    const { blockId, actionId } = buttonsOf(view).filter((one) => one.label === label)[nth] ?? missing(label);
    const on = { kind: 'view', viewId: view.id } as const;
    const { ok } = await office().sandbox.act({ as: who, do: 'press', on, blockId, actionId });
    const { home: now } = await office().sandbox.screen(who);
    if (!ok && now && now.hash !== view.hash) await press(who, now, label, nth);
    else expect(ok).toBe(true);
  };
  /** Opens it, and turns it to its other view unless it shows that already. */
  const turns = async (who: string, label: string, holds: (shown: string) => boolean): Promise<SandboxView> => {
    const view = await opens(who);
    if (labelsOf(view).includes(label)) await press(who, view, label);
    return home(who, holds);
  };
  /** Chooses from a menu of the Home by what is written. */
  const pick = async (who: string, view: SandboxView, label: string, actionId: string): Promise<void> => {
    const option = choiceOf(view, actionId, label);
    const on = { kind: 'view', viewId: view.id } as const;
    const value = { type: 'static_select', selected_option: option.option };
    const pressed = { as: who, do: 'press', on, blockId: option.blockId, actionId, value } as const;
    expect((await office().sandbox.act(pressed)).ok).toBe(true);
  };
  const saysBad = (customer: string, comment: string) =>
    office().shell('feedback', 'add', '--customer', customer, '--kind', 'nps', '--score', '1', '--comment', comment);

  test('it shows the ladder, the figures and what one can do, in one’s own language', async () => {
    const danish = wordsOf(await turns(mads, 'Vis tallene', (shown) => /\d+ på stigen/.test(shown)));
    expect(danish).toMatch(/\d+ på stigen/);
    expect(danish).toMatch(/\*\d+\* potentiel/);
    expect(danish).toMatch(/\*NPS\* [+−]?\d+ [▁▂▃▄▅▆▇█·]+ · \d+ svar/);
    expect(danish).toContain('Det kan du gøre');
    const english = wordsOf(await turns(emily, 'Show figures', (shown) => /\d+ on the ladder/.test(shown)));
    expect(english).toMatch(/\*Repeat purchase rate\* \d+/);
  });

  test('only who may manage has the buttons for it and the list of the first days', async () => {
    expect(labelsOf(await opens(mads))).not.toContain('Indlæs en fil');
    expect(labelsOf(await opens(astrid))).toContain('Indlæs en fil');
  });

  test('what is open can be taken, handed back and closed there, and Home and card follow', async () => {
    await saysBad('K9', 'Koppen var revnet ved ankomst');
    const figures = await turns(emily, 'Show figures', (shown) => /\d+ on the ladder/.test(shown));
    expect(wordsOf(figures)).toMatch(/\*\d+ follow-ups? waits?\*, the oldest since /);
    expect(wordsOf(figures)).not.toContain('Koppen var revnet');
    await press(emily, figures, 'Show follow-ups');
    const before = await home(emily, (shown) => shown.includes('Koppen var revnet'));
    expect(wordsOf(before)).toMatch(/\d+ unclaimed follow-ups?/);
    expect(wordsOf(before)).toContain('DKK 1,200 in orders · due ');
    expect(wordsOf(before)).toContain('*NPS* ');
    expect(wordsOf(before)).not.toMatch(/\d+ on the ladder/);
    expect(wordsOf(before)).not.toContain('Your customers');
    const nth = openOf(before, 'Koppen var revnet');
    await press(emily, before, 'Claim', nth);
    const mine = await home(emily, (shown) => shown.includes('of yours'));
    expect(wordsOf(mine)).toContain('It is yours.');
    expect(wordsOf(mine)).toContain('Your customers');
    expect(wordsOf(mine)).toContain('Ida Hansen');
    await until(
      async () => (await as(mads).sees(nordlys.alarm)).map(wordsOf),
      (cards) => cards.some((card) => card.includes('Ida Hansen') && card.includes('Emily Clarke')),
    );
    await pick(emily, mine, 'Ida Hansen', 'follow-up.hand-back');
    const back = await home(emily, (shown) => shown.includes('You handed it back'));
    expect(wordsOf(back)).not.toContain('of yours');
    await press(emily, back, 'Claim', openOf(back, 'Koppen var revnet'));
    const again = await home(emily, (shown) => shown.includes('of yours'));
    const form = await as(emily).opensBy(() => press(emily, again, 'Done'));
    await as(emily).submits(form, { cause: 'product', outcome: 'Sent a new cup' });
    const done = await home(emily, (shown) => !shown.includes('of yours'));
    expect(wordsOf(done)).toContain('Your customers');
    expect(wordsOf(done)).toContain('you took a follow-up on');
  });

  test('of two who take the same one on their Homes, the second reads who was faster', async () => {
    await saysBad('K8', 'Ingen ringede tilbage');
    const ofMads = await turns(mads, 'Vis opfølgninger', (shown) => shown.includes('Ingen ringede tilbage'));
    const ofJonas = await turns(jonas, 'Vis oppfølginger', (shown) => shown.includes('Ingen ringede tilbage'));
    await press(mads, ofMads, 'Tag opgaven', openOf(ofMads, 'Ingen ringede tilbage'));
    await home(mads, (shown) => shown.includes('Opgaven er din'));
    await press(jonas, ofJonas, 'Ta oppgaven', openOf(ofJonas, 'Ingen ringede tilbage'));
    const told = await home(jonas, (shown) => shown.includes('kom først') || shown.includes('var raskere'));
    expect(wordsOf(told)).toContain(`<@${mads}>`);
    expect(wordsOf(told)).not.toContain('Ingen ringede tilbage');
  });

  test('what is pressed in a channel shows on the Home of who pressed it', async () => {
    const look = async () =>
      (await as(mads).sees(nordlys.alarm)).find(
        (one) => !one.ephemeral && wordsOf(one).includes('Ingen ringede tilbage'),
      );
    const card = await until(look, (one) => one !== undefined && wordsOf(one).includes('Mads Lund'));
    if (!card) throw new Error('There is no card.');
    await home(mads, (shown) => shown.includes('er din'));
    await as(mads).pressesAndReads(card, 'Giv tilbage');
    await home(mads, (shown) => !shown.includes('er din'));
  });

  test('a question is answered in one’s messages with the app, once, and the Home says where', async () => {
    const dm = (await office().sandbox.act({ as: emily, do: 'open-home', tab: 'messages' })).id ?? '';
    const answers = async () => (await as(emily).sees(dm)).filter((one) => one.isApp && wordsOf(one).includes('NPS: '));
    const before = (await answers()).length;
    const view = await turns(emily, 'Show figures', (shown) => /\d+ on the ladder/.test(shown));
    await office().under({ seed: 51, rates: { duplicate: 1 } }, () => press(emily, view, 'NPS'));
    const told = await home(emily, (shown) => shown.includes('The answer was sent to you'));
    await until(answers, (list) => list.length > before);
    await press(emily, told, 'CSAT');
    await until(
      async () => (await as(emily).sees(dm)).map(wordsOf),
      (all) => all.some((one) => one.includes('CSAT: ')),
    );
    expect(await answers()).toHaveLength(before + 1);
  });

  test('a customer of one’s own is shown with everything known, in one’s messages', async () => {
    const view = await turns(emily, 'Show follow-ups', (shown) => shown.includes('Your customers'));
    await press(emily, view, 'Show');
    const dm = (await office().sandbox.act({ as: emily, do: 'open-home', tab: 'messages' })).id ?? '';
    await until(
      async () => (await as(emily).sees(dm)).map(wordsOf),
      (all) => all.some((one) => one.includes('ida@example.com')),
    );
  });

  test('forms open from it, and what is saved in them shows at once', async () => {
    const view = await opens(emily);
    const form = await as(emily).opensBy(() => press(emily, view, 'Settings'));
    await as(emily).submits(form, { 'own-locale': 'nb' });
    const left = await as(emily).modal();
    if (left) await as(emily).closes(left);
    expect(wordsOf(await home(emily, (shown) => shown.includes('Dette kan du gjøre')))).toContain('Dette kan du gjøre');
    const norwegian = await home(emily, () => true);
    const back = await as(emily).opensBy(() => press(emily, norwegian, 'Innstillinger'));
    await as(emily).submits(back, { 'own-locale': 'en' });
    const closed = await as(emily).modal();
    if (closed) await as(emily).closes(closed);
    await home(emily, (shown) => shown.includes('What you can do'));
  });
}

interface PlacedButton {
  readonly blockId: string;
  readonly actionId: string;
  readonly label: string;
}

function buttonsOf(view: SandboxView): PlacedButton[] {
  return view.blocks.flatMap((block) => {
    const elements = [block.accessory, ...(Array.isArray(block.elements) ? block.elements : [])] as {
      readonly type: string;
      readonly action_id: string;
      readonly text: { readonly text: string };
    }[];
    return elements
      .filter((one) => one?.type === 'button')
      .map((one) => ({ blockId: String(block.block_id), actionId: one.action_id, label: one.text.text }));
  });
}

function choiceOf({ blocks }: SandboxView, actionId: string, label: string) {
  for (const block of blocks) {
    const menus = (Array.isArray(block.elements) ? block.elements : []) as {
      readonly action_id?: string;
      readonly option_groups?: readonly { readonly options: readonly { readonly text: { readonly text: string } }[] }[];
    }[];
    const menu = menus.find(({ action_id }) => action_id === actionId);
    const option = menu?.option_groups?.flatMap(({ options }) => options).find(({ text }) => text.text === label);
    if (option) return { blockId: String(block.block_id), option };
  }
  return missing(label);
}

/** Which of the open follow-ups it is that holds these words. */
function openOf(view: SandboxView, words: string): number {
  const claims = view.blocks.filter((block) => JSON.stringify(block).includes('follow-up.claim'));
  const at = view.blocks.findIndex((block) => JSON.stringify(block).includes(words));
  const next = view.blocks.slice(at).find((block) => JSON.stringify(block).includes('follow-up.claim'));
  return next ? claims.indexOf(next) : -1;
}

function missing(label: string): never {
  throw new Error(`There is no button ${label}.`);
}
