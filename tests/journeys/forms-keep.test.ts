import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SandboxMessage, SandboxView } from '@loyalty-ladder/sandbox/wire';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forms } from '../../src/slack/views/index.ts';
import { withDatabases } from '../support/database.ts';
import { conversationOf, nordlys, until } from '../support/sandbox.ts';
import { bringIn, dayBefore } from './company.ts';
import { type Entries, standsIn } from './fill-in.ts';
import { newChannel, type Office, openOffice, tellsWhatFailed } from './office.ts';
import { labelsOf, person, wordsOf } from './person.ts';

/** A form, filled in rightly but for one field. */
interface Trial {
  open(): Promise<SandboxView>;
  /** What is filled in and is right. */
  readonly filled: Entries | ((view: SandboxView) => Entries);
  /** What is wrong in it; null: there is nothing that can be. */
  readonly wrong: Entries | null | ((view: SandboxView) => Entries);
  /** What is right in its place; left out where nothing is wrong. */
  readonly mended?: (view: SandboxView) => Promise<Entries>;
}

withDatabases((kind) => {
  let office: Office;
  const astrid = () => person(office.sandbox, nordlys.astrid);
  beforeAll(async () => {
    office = await openOffice('HTTP', kind);
    await bringIn(office);
    const form = await astrid().opens('settings');
    const saved = await astrid().submits(form, { 'alert-channel': nordlys.alarm, locale: 'da' });
    if (saved) await astrid().closes(saved);
  });
  afterAll(() => office?.close());
  tellsWhatFailed(() => office);

  const hands = async (name: string, text: string): Promise<string> => {
    const at = `${office.sandbox.url}/sandbox/files?workspace=${nordlys.id}&as=${nordlys.astrid}&name=${name}`;
    return ((await (await fetch(at, { method: 'POST', body: text })).json()) as { file_id: string }).file_id;
  };
  /** Hands a file over and waits for the form that comes of it. */
  const reads = async (name: string, text: string, comesTo: string): Promise<SandboxView> => {
    await astrid().submits(await astrid().opens('indlæs'), { file: [await hands(name, text)] });
    return shown((view) => view.callbackId === comesTo);
  };
  const shown = async (holds: (view: SandboxView) => boolean): Promise<SandboxView> => {
    const view = await until(
      () => astrid().modal(),
      (one) => one !== undefined && holds(one),
    );
    if (!view) throw new Error('There is no modal.');
    return view;
  };
  const from = (typed: string, label: string) => async () =>
    astrid().pressesAndOpens(await astrid().types(typed), label);
  const more = (typed: string, label: string) => async () =>
    astrid().pressesAndOpens(await astrid().pressesAndReads(await astrid().types(typed), 'Vis mere'), label);
  const chosen = (view: SandboxView): string => {
    const carried = view.blocks.flatMap(({ block_id: id }) => String(id).match(/^amount (.*)$/s)?.[1] ?? []);
    return carried[0] ?? '';
  };
  const complains = (customer: string) =>
    office.shell(
      'feedback',
      'add',
      '--customer',
      customer,
      '--kind',
      'nps',
      '--score',
      '1',
      '--comment',
      'Kom for sent',
    );

  const trials: Readonly<Record<string, Trial>> = {
    'settings.save': {
      open: () => astrid().opens('settings'),
      filled: { currency: 'SEK', 'alerts-per-hour': '7', stewards: [nordlys.jonas], 'own-locale': 'da' },
      wrong: { 'time-zone': 'Mars/Olympus' },
      mended: async () => ({ 'time-zone': 'Europe/Copenhagen', currency: 'DKK' }),
    },
    'feedback.save': {
      open: () => astrid().opens('feedback add'),
      filled: { 'score-nps': '9', comment: 'Altid venlige', source: 'telefon', marks: ['negative'] },
      wrong: { day: '2099-01-01' },
      mended: async () => ({ day: '2026-01-02' }),
    },
    'follow-up.done': {
      async open() {
        await complains('K3');
        const waits = (message: SandboxMessage) => labelsOf(message).includes('Tag opgaven');
        await astrid().pressesAndReads(await until(() => astrid().types('opfølgninger åbne'), waits), 'Tag opgaven');
        return from('opfølgninger mine', 'Løst')();
      },
      filled: { cause: 'delivery' },
      wrong: { outcome: ' ' },
      mended: async () => ({ outcome: 'Ringet op' }),
    },
    'customer.pin': {
      open: more('kunde K9', 'Sæt trinnet manuelt'),
      filled: { rung: 'partner', reason: 'Rammeaftale' },
      wrong: { until: '2020-01-01' },
      mended: async () => ({ until: '2099-01-01' }),
    },
    'digest.save': {
      open: () => astrid().opens('opsummering indstillinger', nordlys.kundeservice),
      filled: { when: 'fredage kl. 14.00', locale: 'nb', sections: ['figures'], review: ['on'] },
      wrong: { 'time-zone': 'Mars/Olympus' },
      mended: async () => ({ 'time-zone': 'Europe/Oslo' }),
    },
    'digest.switch-on': {
      async open() {
        const form = await astrid().opens('opsummering indstillinger', nordlys.kundeservice);
        await astrid().submits(form, { when: 'mandage kl. 9.00' });
        return shown(({ callbackId }) => callbackId === 'digest.switch-on');
      },
      filled: {},
      wrong: null,
    },
    'review.save': {
      open: () => astrid().opens('kvartalsgennemgang indstillinger', nordlys.kundeservice),
      filled: { locale: 'nb', state: ['on'] },
      wrong: { channel: '' },
      mended: async () => ({ channel: nordlys.kundeservice }),
    },
    'channel.replaced': {
      async open() {
        await office.sandbox.change({ archived: [nordlys.alarm] });
        await complains('K4');
        const told = async () => {
          const conversation = await conversationOf(office.sandbox, nordlys.astrid);
          return conversation === '' ? [] : astrid().sees(conversation);
        };
        const asks = (message: SandboxMessage) => labelsOf(message).includes('Vælg en anden kanal');
        const [message] = (await until(told, (list) => list.some(asks))).filter(asks);
        if (!message) throw new Error('Nobody was told.');
        return astrid().pressesAndOpens(message, 'Vælg en anden kanal');
      },
      filled: {},
      wrong: { channel: nordlys.alarm },
      mended: async () => ({ channel: await newChannel(office, 'nye-alarmer') }),
    },
    'target.save': {
      open: () => astrid().opens('targets add'),
      filled: { figure: 'nps', value: '45', span: '90' },
      wrong: { until: '2020-01-01' },
      mended: async () => ({ until: '2099-12-31' }),
    },
    'customer.edit': {
      open: from('kunde K8', 'Rediger'),
      filled: { segments: 'VIP; Oslo', source: 'Messe', years: '2,5' },
      wrong: { cost: 'meget' },
      mended: async () => ({ cost: '1.200,50' }),
    },
    'customer.make': {
      open: from('kunde Zoe Berg', 'Ny kunde'),
      filled: { name: 'Zoe Berg', email: 'zoe@berg.no' },
      wrong: { number: 'K8' },
      mended: async () => ({ number: 'K77' }),
    },
    'correction.save': {
      async open() {
        const asked = await more('kunde K1', 'Ret eller slet')();
        const options = JSON.stringify(asked.blocks).match(/"value":"(order:[^"]*)"/);
        return astrid().chooses(asked, 'what', JSON.parse(`"${options?.[1] ?? ''}"`));
      },
      filled: (view) => ({ [`day ${chosen(view)}`]: '2026-01-02', [`status ${chosen(view)}`]: 'cancelled' }),
      wrong: (view) => ({ [`amount ${chosen(view)}`]: 'mange' }),
      mended: async (view) => ({ [`amount ${chosen(view)}`]: '100' }),
    },
    'recommendation.note': {
      open: more('kunde K5', 'Notér en anbefaling'),
      filled: { outcome: 'lost', note: 'Ville vente til foråret' },
      wrong: { value: 'meget' },
      mended: async () => ({ value: '240' }),
    },
    'spend.save': {
      open: from('udgifter', 'Tilføj udgift'),
      filled: { source: 'Messe', from: '2026-01-02' },
      wrong: { amount: 'meget' },
      mended: async () => ({ amount: '1.200' }),
    },
    'rate.save': {
      open: from('kurser', 'Tilføj en kurs'),
      filled: { currency: 'EUR', day: '2026-01-02' },
      wrong: { rate: 'meget' },
      mended: async () => ({ rate: '7,46' }),
    },
    'segment.save': {
      open: from('kunder land:NO', 'Gem som segment'),
      filled: {},
      wrong: { name: 'Nord; Syd' },
      mended: async () => ({ name: 'Nordmænd' }),
    },
    'segment.change': {
      async open() {
        await office.shell('customers', 'country:DK', '--save-as', 'Danskere');
        return astrid().picksAndOpens(await astrid().types('segmenter'), 'segment.change', 'Danskere');
      },
      filled: {},
      wrong: { name: 'Syd; Nord' },
      mended: async () => ({ name: 'Danske kunder' }),
    },
    'answer.share-to': {
      async open() {
        await astrid().pressesAndReads(await astrid().types('kvartalsgennemgang kvartal'), 'Del i kanalen');
        const isReview = (one: SandboxMessage) => !one.ephemeral && labelsOf(one).includes('Del …');
        const shared = async () => (await astrid().sees(nordlys.general)).find(isReview);
        const review = await until(shared, (one) => one !== undefined);
        if (!review) throw new Error('There is no review.');
        return astrid().pressesAndOpens(review, 'Del …');
      },
      filled: {},
      wrong: { channel: '' },
      mended: async () => ({ channel: nordlys.kundeservice }),
    },
    'import.read': {
      open: () => astrid().opens('indlæs'),
      filled: { kind: 'customers', shop: 'webshop' },
      wrong: { file: [] },
      mended: async () => ({ file: [await hands('kunder.csv', 'kunde,navn\nK70,Per Dal\n')] }),
    },
    'import.read-again': {
      open: () => reads('uden-navne.csv', `K1,${dayBefore(3)},100\n`, 'import.read-again'),
      filled: { columns: 'customer,date,amount', shop: 'webshop', kind: 'orders' },
      wrong: null,
    },
    'import.start': {
      open: () => reads('svar.csv', `kunde,dato,type,score\nK6,${dayBefore(1)},nps,2\n`, 'import.start'),
      filled: { 'follow-ups': 'none' },
      wrong: null,
    },
  };

  test('every form is tried', () => {
    expect(Object.keys(trials).sort()).toEqual(forms.map(({ id }) => id).sort());
  });

  describe.each(Object.entries(trials))('what was typed into %s', (id, { open, filled, wrong, mended }) => {
    test('stays when a field is wrong, and when the form came to nothing; sent again it is taken', async () => {
      const view = await open();
      expect(view.callbackId).toBe(id);
      const right = typeof filled === 'function' ? filled(view) : filled;
      const bad = typeof wrong === 'function' ? wrong(view) : wrong;
      if (bad) {
        const refused = await astrid().submits(view, { ...right, ...bad });
        // Slack keeps what stands in a form that was not drawn anew.
        expect(refused?.hash).toBe(view.hash);
        expect(Object.keys(refused?.errors ?? {})).toEqual(Object.keys(bad));
      }
      const { file = [], ...whole } = { ...right, ...((await mended?.(view)) ?? {}) };
      // A file has to be handed over anew: Slack draws no form with one in it.
      const files = file.length > 0 ? { file } : {};
      const kept = await withoutDatabase(() => astrid().submits(view, { ...whole, ...files }));
      if (kept) {
        expect(kept.callbackId).toBe(id);
        expect(wordsOf(kept)).toContain('What you filled in still stands below.');
        expect(wordsOf(kept).includes('Choose the file again')).toBe(file.length > 0);
        const typed = Object.entries(whole).map(([name, entry]) => [name, [entry].flat()]);
        expect(standsIn(kept, Object.keys(whole))).toEqual(Object.fromEntries(typed));
      }
      const done = await astrid().submits(kept ?? view, kept ? files : { ...whole, ...files });
      expect(done?.errors ?? {}).toEqual({});
      const end = done && (await shown((one) => !/^(Et øjeblik|One moment)/.test(one.title)));
      expect(end?.callbackId).not.toBe(id);
      if (end) await astrid().closes(end);
    });
  });

  test('what is filled in stays when another kind of feedback is chosen', async () => {
    const form = await astrid().opens('feedback add');
    const filled = { comment: 'Kom for sent', source: 'telefon', marks: ['negative'], day: '2026-01-02' };
    const redrawn = await astrid().chooses(form, 'kind', 'review', filled);
    expect(standsIn(redrawn, [...Object.keys(filled), 'kind'])).toEqual({
      comment: ['Kom for sent'],
      source: ['telefon'],
      marks: ['negative'],
      day: ['2026-01-02'],
      kind: ['review'],
    });
    await astrid().closes(redrawn);
  });

  test('settings that turn out not to be possible while they are saved come back as they were filled in', async () => {
    const filled = { 'time-zone': 'Europe/Oslo', activeWindowDays: '200', currency: 'SEK' };
    const form = await astrid().opens('settings');
    await astrid().submits(form, filled);
    const back = await shown(({ callbackId }) => callbackId === 'settings.save');
    expect(wordsOf(back)).toContain('dagene tælles i Europe/Copenhagen');
    expect(wordsOf(back)).toContain('Det, du udfyldte, står stadig herunder.');
    expect(standsIn(back, Object.keys(filled))).toEqual({
      'time-zone': ['Europe/Oslo'],
      activeWindowDays: ['200'],
      currency: ['SEK'],
    });
    await astrid().closes(back);
  });

  test('a segment that turns out not to be possible while it is saved comes back as it was filled in', async () => {
    const rows = Array.from({ length: 24 }, (_, i) => `N${i},N${i},${dayBefore(i + 1)},${100 + i}.00,DKK`);
    const path = join(office.place.folder, 'mange.csv');
    writeFileSync(path, `${['order,customer,date,amount,currency', ...rows].join('\n')}\n`);
    expect(await office.shell('import', 'orders', path)).toMatchObject({ code: 0 });
    expect(await office.shell('customers', 'orders>50', '--save-as', 'Faste')).toMatchObject({ code: 0 });
    const form = await from('segmenter', 'Vælg et færdigt')();
    const filled = { ready: 'loyal', name: 'Faste' };
    await astrid().submits(form, filled);
    const back = await shown(({ callbackId, hash }) => callbackId === 'segment.save' && hash !== form.hash);
    expect(wordsOf(back)).toContain('Der findes allerede et segment, der hedder ”Faste”.');
    expect(wordsOf(back)).toContain('Det, du udfyldte, står stadig herunder.');
    expect(standsIn(back, Object.keys(filled))).toEqual({ ready: ['loyal'], name: ['Faste'] });
    await astrid().submits(back, { name: 'Faste kunder' });
    const done = await shown(({ callbackId }) => callbackId === 'view.plain');
    expect(wordsOf(done)).toContain('Faste kunder');
    await astrid().closes(done);
  });

  test('whoever edits a customer is told what somebody else changed meanwhile, and undoes none of it', async () => {
    const opens = from('kunde K2', 'Rediger');
    const form = await opens();
    expect(await office.shell('correct', 'customer', 'K2', '--name', 'Bjørn Dal')).toMatchObject({ code: 0 });
    const refused = await astrid().submits(form, { name: 'Bjørn Dahlen', source: 'Messe' });
    expect(Object.keys(refused?.errors ?? {})).toEqual(['name']);
    // What stands as it was drawn was not meant to be changed.
    const saved = await astrid().submits(form, { source: 'Messe' });
    if (saved) await astrid().closes(saved);
    const anew = await opens();
    expect(standsIn(anew, ['name', 'source'])).toEqual({ name: ['Bjørn Dal'], source: ['Messe'] });
    await astrid().closes(anew);
  });

  test('how a file is to be read stays chosen when it cannot be read like that either', async () => {
    const form = await reads('heller-ikke.csv', `K1,${dayBefore(3)},100\n`, 'import.read-again');
    const filled = { columns: 'customer,weather,amount', shop: 'webshop', kind: 'orders' };
    await astrid().submits(form, filled);
    const again = await shown(({ callbackId, hash }) => callbackId === 'import.read-again' && hash !== form.hash);
    expect(standsIn(again, Object.keys(filled))).toEqual({
      columns: ['customer,weather,amount'],
      shop: ['webshop'],
      kind: ['orders'],
    });
    await astrid().closes(again);
  });

  /** Does something while the database answers nothing; null where there is no server that could be cut off. */
  async function withoutDatabase<T>(work: () => Promise<T>): Promise<T | null> {
    if (kind.name !== 'PostgreSQL') return null;
    await office.look((pool) => pool.query('ALTER TABLE settings RENAME TO settings_away'));
    try {
      return await work();
    } finally {
      await office.look((pool) => pool.query('ALTER TABLE settings_away RENAME TO settings'));
    }
  }
});
