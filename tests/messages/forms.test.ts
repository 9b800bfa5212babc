import { validateView } from '@loyalty-ladder/sandbox/block-kit';
import type { KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/loyalty/settings.ts';
import { dayFromIso } from '../../src/loyalty/time/period.ts';
import { amountText } from '../../src/messages/modals/amounts.ts';
import { correctionView } from '../../src/messages/modals/correction-form.ts';
import { readCustomerEdit } from '../../src/messages/modals/customer-edit-form.ts';
import { customerChoices } from '../../src/messages/modals/customer-menu.ts';
import { customerNewView, readCustomerNew } from '../../src/messages/modals/customer-new-form.ts';
import { followUpDoneForm, readFollowUpDone } from '../../src/messages/modals/follow-up-done-form.ts';
import { readChoices, readImportFile } from '../../src/messages/modals/import-file-form.ts';
import { importPreviewForm, readImportStart } from '../../src/messages/modals/import-preview-form.ts';
import { keptForm, type SentForm, withFilled } from '../../src/messages/modals/kept-form.ts';
import { readPin } from '../../src/messages/modals/pin-form.ts';
import { readRateEntry } from '../../src/messages/modals/rate-form.ts';
import { readCorrection } from '../../src/messages/modals/read-correction.ts';
import { readFeedback } from '../../src/messages/modals/read-feedback.ts';
import { readRecommendation } from '../../src/messages/modals/recommendation-form.ts';
import { readSettings } from '../../src/messages/modals/settings-form.ts';
import { readSpend } from '../../src/messages/modals/spend-form.ts';
import { digestErrors, readDigest } from '../../src/sections/digest/digest-form.ts';
import { amountReader } from '../../src/slack/views/typed-amounts.ts';
import { rateReader } from '../../src/slack/views/typed-rate.ts';
import { plainTyped, views } from './facts.ts';

const today = dayFromIso('2026-11-22');
const typed = (value: string | null) => ({ type: 'plain_text_input', value });
const chosen = (value: string | null) => ({
  type: 'static_select',
  selected_option: value === null ? null : { value },
});
const ticked = (...values: string[]) => ({ type: 'checkboxes', selected_options: values.map((value) => ({ value })) });
const date = (iso: string | null) => ({ type: 'datepicker', selected_date: iso });
const channel = (id: string | null) => ({ type: 'conversations_select', selected_conversation: id });
const members = (...ids: string[]) => ({ type: 'multi_users_select', selected_users: ids });

/** Slack's view.state.values, for blocks with one element each. */
function state(values: Record<string, Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(values).map(([block, element]) => [block, { [`x.${block}`]: element }]));
}

describe('feedback that a person notes', () => {
  const noted = {
    customer: chosen('7'),
    kind: chosen('nps'),
    'score-nps': chosen('0'),
    comment: typed('  too late  '),
    day: date('2026-11-20'),
    source: typed(null),
    marks: ticked(),
  };

  it('takes a 0 for an answer', () => {
    expect(readFeedback(state(noted), 'en', today)).toEqual({
      kind: 'filled',
      values: {
        customerId: 7,
        kind: 'nps',
        day: dayFromIso('2026-11-20'),
        score: 0,
        recommend: null,
        again: null,
        other: null,
        comment: 'too late',
        source: null,
        public: false,
        markedNegative: null,
      },
    });
  });

  it('never takes an empty score for a 0, nor a score of another scale', () => {
    const empty = readFeedback(state({ ...noted, 'score-nps': chosen(null) }), 'en', today);
    const other = readFeedback(state({ ...noted, kind: chosen('csat') }), 'en', today);
    const outside = readFeedback(state({ ...noted, 'score-nps': chosen('11') }), 'en', today);
    expect(empty).toEqual({ kind: 'errors', errors: { 'score-nps': 'Please choose one.' } });
    expect(other).toEqual({ kind: 'errors', errors: { 'score-csat': 'Please choose one.' } });
    expect(outside).toEqual({ kind: 'errors', errors: { 'score-nps': 'Please choose one.' } });
  });

  it('asks a loyalty index for all of its three parts', () => {
    const parts = { ...noted, kind: chosen('cli'), recommend: chosen('1'), again: chosen('6') };
    expect(readFeedback(state(parts), 'da', today)).toEqual({ kind: 'errors', errors: { other: 'Vælg en mulighed.' } });
    const whole = readFeedback(state({ ...parts, other: chosen('3') }), 'da', today);
    expect(whole.kind === 'filled' && [whole.values.recommend, whole.values.again, whole.values.other]).toEqual([
      1, 6, 3,
    ]);
    expect(whole.kind === 'filled' && whole.values.score).toBeNull();
  });

  it('needs words for a remark, and a day that has come', () => {
    const remark = { ...noted, kind: chosen('remark'), comment: typed(' '), day: date('2026-11-23') };
    expect(readFeedback(state(remark), 'nb', today)).toEqual({
      kind: 'errors',
      errors: { comment: 'Skriv hva som ble sagt.', day: 'Den dagen har ikke kommet ennå.' },
    });
  });

  it('can be anonymous, negative by a person’s word, and a public review', () => {
    const review = {
      ...noted,
      customer: chosen(null),
      kind: chosen('review'),
      'score-review': chosen('5'),
      marks: ticked('negative', 'public'),
    };
    const read = readFeedback(state(review), 'en', today);
    expect(read).toMatchObject({ values: { customerId: null, score: 5, public: true, markedNegative: true } });
  });

  it('offers customers with their number, which tells two of one name apart', () => {
    const found = [{ id: 7, externalId: '4711', shownName: 'Anna Hansen' }];
    expect(customerChoices(found, 'en')).toMatchObject([{ value: '7', text: { text: 'Anna Hansen · 4711' } }]);
  });
});

describe('the end of a follow-up', () => {
  it('needs a cause and what was done', () => {
    const read = readFollowUpDone(state({ cause: chosen(null), outcome: typed(' ') }), 'da');
    expect(read).toEqual({ kind: 'errors', errors: { cause: 'Vælg en mulighed.', outcome: 'Udfyld feltet.' } });
    expect(readFollowUpDone(state({ cause: chosen('delivery'), outcome: typed('Sent anew') }), 'da')).toEqual({
      kind: 'filled',
      values: { cause: 'delivery', outcome: 'Sent anew' },
    });
  });

  it('carries which follow-up it is, and who had it', () => {
    const view = views(plainTyped, 'en')['follow-up-done'];
    expect(followUpDoneForm.carried.parse(view?.private_metadata ?? '')).toEqual({
      followUpId: 12,
      stewardId: 'U0ASTEWARD',
    });
    // One that was open while the app was updated.
    expect(followUpDoneForm.carried.parse('{"followUpId": 12}')).toEqual({ followUpId: 12, stewardId: null });
    expect(followUpDoneForm.carried.safeParse('{"followUpId": "12"}').success).toBe(false);
    expect(followUpDoneForm.carried.safeParse('no JSON').success).toBe(false);
  });
});

describe('a rung set by hand', () => {
  it('needs a reason, and an end that is still to come', () => {
    const pin = { rung: chosen('partner'), reason: typed('agreement'), until: date('2026-11-22') };
    expect(readPin(state(pin), 'en', today)).toEqual({
      kind: 'errors',
      errors: { until: 'Choose a day after today.' },
    });
    expect(readPin(state({ ...pin, reason: typed(''), until: date(null) }), 'en', today)).toEqual({
      kind: 'errors',
      errors: { reason: 'Please fill this in.' },
    });
    expect(readPin(state({ ...pin, until: date('2026-11-23') }), 'en', today)).toEqual({
      kind: 'filled',
      values: { rung: 'partner', reason: 'agreement', untilDay: today + 1 },
    });
  });
});

describe('settings', () => {
  const all = {
    'own-locale': chosen('nb'),
    locale: chosen('da'),
    'time-zone': typed('Europe/Oslo'),
    currency: typed('nok'),
    'name-style': chosen('initials'),
    'alert-channel': channel('C1'),
    'alerts-per-hour': typed('25'),
    'customer-links': typed('CRM  https://crm.example.com/c/{number}\n'),
    admins: members('U1'),
    stewards: members(),
    activeWindowDays: typed('180'),
    repeatOrderDays: typed('3'),
    ambassadorNps: typed('9'),
    reviewStars: typed('5'),
  };

  it('are read whole by those who may change them', () => {
    expect(readSettings(state(all), 'en', true)).toEqual({
      kind: 'filled',
      values: {
        ownLocale: 'nb',
        workspace: {
          timeZone: 'Europe/Oslo',
          currency: 'NOK',
          locale: 'da',
          nameStyle: 'initials',
          alertChannelId: 'C1',
          alertsPerHour: 25,
          customerLinks: [{ label: 'CRM', address: 'https://crm.example.com/c/{number}' }],
          ladderRules: { activeWindowDays: 180, repeatOrderDays: 3, ambassadorNps: 9, reviewStars: 5 },
          admins: ['U1'],
          stewards: [],
        },
      },
    });
  });

  it('of a member without rights are the own language alone, whatever is sent along', () => {
    expect(readSettings(state({ ...all, 'own-locale': chosen('follow') }), 'en', false)).toEqual({
      kind: 'filled',
      values: { ownLocale: null, workspace: null },
    });
  });

  it('say under each field what is wrong', () => {
    const wrong = {
      ...all,
      'time-zone': typed('Mars/Base'),
      currency: typed('kr'),
      'alerts-per-hour': typed('ten'),
      'customer-links': typed('CRM http://crm.example.com/c/{number}'),
      admins: members(),
      reviewStars: typed('6'),
    };
    const read = readSettings(state(wrong), 'nb', true);
    expect(read.kind === 'errors' && Object.keys(read.errors)).toEqual([
      'reviewStars',
      'customer-links',
      'time-zone',
      'currency',
      'alerts-per-hour',
      'admins',
    ]);
  });
});

describe('a digest', () => {
  const all = {
    channel: channel('C1'),
    when: typed('mandage 9.00'),
    'time-zone': typed('Europe/Copenhagen'),
    locale: chosen('da'),
    sections: ticked('voices', 'figures'),
    state: ticked('on'),
  };

  it('is read as it was typed, its sections in their own order', () => {
    expect(readDigest(state(all), 'da')).toEqual({
      kind: 'filled',
      values: {
        channelId: 'C1',
        when: 'mandage 9.00',
        timeZone: 'Europe/Copenhagen',
        locale: 'da',
        sections: ['figures', 'voices'],
        active: true,
        review: false,
      },
    });
  });

  it('says what it did not understand', () => {
    const read = readDigest(
      state({ ...all, when: typed('every full moon'), sections: ticked(), state: ticked() }),
      'en',
    );
    expect(read.kind === 'errors' && Object.keys(read.errors)).toEqual(['when', 'sections']);
    expect(digestErrors([{ field: 'timeZone' }], 'en')).toEqual({
      'time-zone': 'I do not know this time zone. Write for example Europe/Copenhagen.',
    });
  });

  it.each(['en', 'da', 'nb'] as const)('stands in its modal in words that are read back the same, in %s', (locale) => {
    const view = views(plainTyped, locale).digest;
    const when = view?.blocks.find((block) => block.block_id === 'when');
    const said = (when as { element: { initial_value: string } }).element.initial_value;
    expect(said).toMatch(/^M[oa]n.*9/);
    expect(readDigest(state({ ...all, when: typed(said) }), locale).kind).toBe('filled');
  });
});

describe('an import', () => {
  it('needs a file', () => {
    expect(readImportFile(state({ file: { type: 'file_input', files: [] } }), 'en').kind).toBe('errors');
    const file = { type: 'file_input', files: [{ id: 'F1', name: 'orders.csv', size: 12, url_private: 'https://x' }] };
    expect(readImportFile(state({ file, kind: chosen('orders') }), 'en')).toMatchObject({
      values: { file: { id: 'F1', name: 'orders.csv' }, choices: { kind: 'orders', locale: null, columns: null } },
    });
  });

  it('takes column names with gaps for columns to skip', () => {
    const choices = readChoices(
      state({ kind: chosen('auto'), locale: chosen('nb'), columns: typed(',customer, date,,amount') }),
    );
    expect(choices).toMatchObject({
      kind: null,
      locale: 'nb',
      skip: null,
      columns: ['', 'customer', 'date', '', 'amount'],
    });
  });

  it('opens follow-ups for recent feedback unless told otherwise', () => {
    expect(readImportStart({})).toEqual({ followUps: 'recent', makeCustomers: true, others: false });
    expect(readImportStart(state({ 'follow-ups': chosen('none'), 'make-customers': ticked() }))).toEqual({
      followUps: 'none',
      makeCustomers: false,
      others: false,
    });
    expect(readImportStart(state({ alike: chosen('others') })).others).toBe(true);
    const view = views(plainTyped, 'en')['import-preview'];
    expect(importPreviewForm.carried.parse(view?.private_metadata ?? '')).toEqual({ importId: 4 });
  });

  it('says how numbers and dates are written where the file has any', () => {
    const { 'import-preview': both, 'import-preview-customers': neither } = views(plainTyped, 'en');
    expect(JSON.stringify(both)).toContain('decimal comma · day before month');
    expect(JSON.stringify(neither)).toContain('separated by semicolon');
    expect(JSON.stringify(neither)).not.toMatch(/decimal|before month/);
  });
});

/** Amounts as a Dane types them. */
const amounts = (text: string) => {
  if (text === '') return null;
  return /^\d+$/.test(text) ? { amountMinor: Number(text) * 100, currency: 'DKK' } : { wrong: `no amount: ${text}` };
};

const addresses = (text: string) => {
  if (text === '') return null;
  return text.includes('@') ? text : { wrong: `no address: ${text}` };
};

describe('a customer whom a person makes', () => {
  const read = (filled: Record<string, object>) =>
    readCustomerNew(state({ owner: members(), ...filled }), 'en', { address: addresses, number: addressless });
  const addressless = (text: string) => (text.includes('!') ? { wrong: 'no number' } : text || null);

  it('has a number, or an address that stands for it', () => {
    expect(read({ number: typed('4711'), name: typed('Anna Holm'), email: typed('') })).toEqual({
      kind: 'filled',
      values: { externalId: '4711', name: 'Anna Holm', email: null, ownerId: null },
    });
    expect(read({ number: typed(''), name: typed(''), email: typed('Anna@Holm.dk') })).toMatchObject({
      values: { externalId: 'anna@holm.dk', email: 'Anna@Holm.dk' },
    });
  });

  it.each([
    [{ number: typed(''), email: typed('') }, ['number']],
    [{ number: typed('!'), email: typed('anna') }, ['number', 'email']],
  ])('needs one of them', (filled, fields) => {
    const refused = read({ name: typed('Anna'), ...filled });
    expect(refused.kind === 'errors' && Object.keys(refused.errors)).toEqual(fields);
  });

  it.each([
    ['anna@holm.dk', { email: 'anna@holm.dk' }],
    ['K4711', { number: 'K4711' }],
    ['Anna Holm', { name: 'Anna Holm' }],
    ['Hotel 27', { name: 'Hotel 27' }],
    ['', {}],
  ])('begins with %s that was looked for in its field', (looked, filled) => {
    const blocks = customerNewView(looked, 'en').blocks as KnownBlock[];
    const initial = blocks.flatMap((block) => {
      if (block.type !== 'input' || block.element.type !== 'plain_text_input') return [];
      const { initial_value: value } = block.element;
      return value === undefined ? [] : [[block.block_id, value]];
    });
    expect(Object.fromEntries(initial)).toEqual(filled);
  });
});

describe('what a person knows of a customer', () => {
  const known = {
    name: typed(' Anna Holm '),
    email: typed('anna@holm.dk'),
    owner: members('U7'),
    segments: typed('VIP, Kontor'),
    source: typed('Messe'),
    years: typed('2,5'),
    cost: typed('300'),
    recommender: chosen('8'),
    'no-recommender': ticked(),
    reward: typed('50'),
    losses: ticked('L1'),
  };
  const read = (changes: object = {}) =>
    readCustomerEdit(state({ ...known, ...changes }), 'en', { readAmount: amounts, readAddress: addresses });

  it('is read with its segments, years and amounts', () => {
    expect(read()).toEqual({
      kind: 'filled',
      values: {
        name: 'Anna Holm',
        email: 'anna@holm.dk',
        ownerId: 'U7',
        source: 'Messe',
        segments: ['VIP', 'Kontor'],
        relationshipYears: 2.5,
        cost: { amountMinor: 30_000, currency: 'DKK' },
        recommendedById: 8,
        reward: { amountMinor: 5_000, currency: 'DKK' },
        lossesTakenBack: ['L1'],
      },
    });
  });

  it('is not known where a field is empty; 0 years are 0', () => {
    const self = { name: typed(''), email: typed(null), owner: members() };
    expect(read(self)).toMatchObject({ values: { name: null, email: null, ownerId: null } });
    const empty = { segments: typed(null), source: typed(null), years: typed('0'), cost: typed(null) };
    expect(read({ ...empty, recommender: chosen(null), reward: typed(null), losses: ticked() })).toMatchObject({
      values: { source: null, segments: [], relationshipYears: 0, cost: null, recommendedById: null, reward: null },
    });
  });

  it('loses the recommender and what was paid, where nobody is ticked', () => {
    expect(read({ 'no-recommender': ticked('nobody') })).toMatchObject({
      values: { recommendedById: null, reward: null },
    });
  });

  it.each([
    [{ years: typed('101') }, 'years'],
    [{ years: typed('soon') }, 'years'],
    [{ cost: typed('much') }, 'cost'],
    [{ reward: typed('much') }, 'reward'],
    [{ segments: typed('x'.repeat(61)) }, 'segments'],
    [{ recommender: chosen(null) }, 'reward'],
  ])('is refused under the field: %j', (changes, block) => {
    const filled = read(changes);
    expect(filled.kind === 'errors' && Object.keys(filled.errors)).toEqual([block]);
  });
});

describe('a recommendation that a person notes', () => {
  const noted = {
    outcome: chosen('won'),
    customer: chosen('7'),
    reward: typed('50'),
    value: typed(null),
    day: date('2026-11-20'),
    note: typed(null),
  };
  const read = (changes: object = {}) => readRecommendation(state({ ...noted, ...changes }), 'en', today, amounts);

  it('won somebody, or nobody with what was lost', () => {
    expect(read()).toMatchObject({ values: { outcome: 'won', wonId: 7, reward: { amountMinor: 5_000 }, value: null } });
    expect(
      read({ outcome: chosen('lost'), customer: chosen(null), reward: typed(''), value: typed('240') }),
    ).toMatchObject({
      values: { outcome: 'lost', wonId: null, reward: null, value: { amountMinor: 24_000 } },
    });
  });

  it.each([
    [{ customer: chosen(null) }, 'customer'],
    [{ day: date('2026-11-23') }, 'day'],
    [{ day: date(null) }, 'day'],
    [{ outcome: chosen('lost') }, 'reward'],
    [{ value: typed('5') }, 'value'],
    [{ reward: typed('much') }, 'reward'],
  ])('is refused under the field: %j', (changes, block) => {
    const filled = read(changes);
    expect(filled.kind === 'errors' && Object.keys(filled.errors)).toEqual([block]);
  });
});

describe('spend and rates that a person enters', () => {
  const spent = { amount: typed('300'), from: date('2026-11-01'), until: date('2026-11-30'), source: typed('Messe') };
  const read = (changes: object = {}) => readSpend(state({ ...spent, ...changes }), 'en', amounts);

  it('are of a period with its last day, or of one day', () => {
    const [from, to] = [dayFromIso('2026-11-01'), dayFromIso('2026-12-01')];
    expect(read()).toMatchObject({ values: { from, to, source: 'Messe', amount: { amountMinor: 30_000 } } });
    expect(read({ until: date(null), source: typed(null) })).toMatchObject({ values: { to: from + 1, source: null } });
  });

  it.each([
    [{ amount: typed('') }, 'amount'],
    [{ amount: typed('much') }, 'amount'],
    [{ from: date(null) }, 'from'],
    [{ until: date('2026-10-31') }, 'until'],
  ])('are refused under the field: %j', (changes, block) => {
    const filled = read(changes);
    expect(filled.kind === 'errors' && Object.keys(filled.errors)).toEqual([block]);
  });

  it.each([
    ['da', 'eur', '7,4605', { currency: 'EUR', rate: 7.4605 }],
    ['da', '€', '7.461', ['rate']],
    ['en', '€', '7,461', ['rate']],
    ['en', 'EUR', '7.461', { currency: 'EUR', rate: 7.461 }],
    ['en', 'DKK', '1', ['currency']],
    ['en', 'QQQ', 'much', ['currency', 'rate']],
    ['en', '', '', ['currency', 'rate']],
    ['en', 'EUR', '0', ['rate']],
  ] as const)('a rate typed in %s: %s at %s', (locale, currency, rate, expected) => {
    const reader = rateReader({ locale, settings: { ...defaultSettings, currency: 'DKK' } });
    const values = state({ currency: typed(currency), rate: typed(rate), day: date('2026-11-01') });
    const filled = readRateEntry(values, locale, reader);
    if (Array.isArray(expected)) expect(filled.kind === 'errors' && Object.keys(filled.errors)).toEqual(expected);
    else expect(filled).toMatchObject({ values: expected });
  });

  it.each([
    ['da', '1.234,50', 123_450, 'DKK'],
    ['nb', '1 234,50 nok', 123_450, 'NOK'],
    ['da', '1.234', 123_400, 'DKK'],
    ['en', '1,234', 123_400, 'DKK'],
    ['en', '300 EUR', 30_000, 'EUR'],
    ['en', 'JPY 1000', 1_000, 'JPY'],
  ] as const)('an amount typed in %s: %s', (locale, text, amountMinor, currency) => {
    const amount = amountReader({ locale, settings: { ...defaultSettings, currency: 'DKK' } })(text);
    expect(amount).toEqual({ amountMinor, currency });
    // As it stands in a form to be changed it means the same.
    expect(amountReader({ locale, settings: defaultSettings })(amountText({ amountMinor, currency }, locale))).toEqual(
      amount,
    );
  });
});

describe('a form that came to nothing', () => {
  const sent = (name: string) => {
    const view = views(plainTyped, 'en')[name];
    if (!view) throw new Error(`There is no form ${name}.`);
    return view as SentForm['view'];
  };

  it('says why on top, once however often, and keeps what it carries', () => {
    const once = keptForm({ view: sent('settings'), values: {} }, 'Not now.', 'en');
    const twice = keptForm({ view: once as SentForm['view'], values: {} }, 'Not yet.', 'en');
    expect(JSON.stringify(twice.blocks[0])).toContain('Not yet.');
    expect(JSON.stringify(twice)).not.toContain('Not now.');
    expect(twice.blocks).toHaveLength(once.blocks.length);
    expect(twice.private_metadata).toBe(sent('settings').private_metadata);
    expect(validateView(twice)).toEqual([]);
  });

  it('leaves empty what was emptied, and takes no choice that a field does not offer', () => {
    const block = (element: object) => [
      { type: 'input', block_id: 'b', label: { type: 'plain_text', text: 'B' }, element },
    ];
    const kept = (element: object, value: object) =>
      withFilled(block({ action_id: 'a', ...element }) as never, { b: { a: value } })[0];
    const option = { text: { type: 'plain_text', text: 'One' }, value: '1' };
    expect(JSON.stringify(kept({ type: 'plain_text_input', initial_value: 'x' }, typed(null)))).not.toContain(
      'initial',
    );
    const menu = { type: 'static_select', options: [option], initial_option: option };
    expect(JSON.stringify(kept(menu, chosen('2')))).not.toContain('initial');
    expect(kept(menu, chosen('1'))).toMatchObject({ element: { initial_option: option } });
    const boxes = { type: 'checkboxes', options: [option] };
    expect(kept(boxes, ticked('1', '2'))).toMatchObject({ element: { initial_options: [option] } });
  });
});

describe('a correction', () => {
  const answer = {
    answerId: 7,
    customer: null,
    rung: null,
    kind: 'nps',
    day: 20_000,
    score: 3,
    given: null,
    cliMean: null,
    source: null,
    negative: true,
  } as const;
  const formOf = (comment: string) =>
    correctionView(
      { customer: { id: 1, externalId: 'K1', shownName: 'Anna' }, orders: [], answers: [{ ...answer, comment }] },
      'answer:7',
      'en',
    );

  it('leaves a comment that is longer than Slack’s fields as it is', () => {
    const fields = (comment: string) => formOf(comment).blocks.map(({ block_id: id }) => id);
    expect(fields('x'.repeat(3000))).toContain('comment answer:7');
    expect(fields('x'.repeat(3001))).not.toContain('comment answer:7');
    expect(JSON.stringify(formOf('x'.repeat(3001)))).toContain('The comment is too long for this form');
    const values = {
      what: { 'correction.what': chosen('answer:7') },
      'score answer:7': { 'correction.score': typed('4') },
    };
    expect(readCorrection(values, 'answer:7', 'en', () => null)).toEqual({
      kind: 'filled',
      values: { kind: 'answer', answerId: 7, score: 4 },
    });
  });
});
