// What can be asked, and how long the database takes to answer it.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { answerWords } from '../../dist/commands/index.js';
import { contextOf } from '../../dist/context.js';
import { figures } from '../../dist/loyalty/figures/index.js';
import { openDatabase } from '../../dist/store/database/database.js';
import { openStore } from '../../dist/store/store.js';
import { asOf } from './fill.mjs';

const parts = { rung: 'rung:repeat', country: 'country:dk', segment: 'segment:vip', source: 'source:web' };
const ofAnswers = { ...parts, source: 'source:survey' };

/** Everything that a person can type of figures; windows that end today, and calendars. */
export const questions = [
  'overview',
  'ladder',
  'ladder 365',
  ...Object.entries(figures).flatMap(([name, figure]) => {
    const of = ['nps', 'csat', 'cli'].includes(name) ? ofAnswers : parts;
    // Amounts by rung are counted: docs/decisions/0025-rungs-of-windows.md.
    const dimensions = figure.dimensions.filter((one) => one !== 'rung' || figure.unit !== 'money');
    return [
      name,
      `${name} 365`,
      `${name} last quarter`,
      ...dimensions.map((one) => `${name} ${of[one]}`),
      ...dimensions.map((one) => `${name} by ${one}`),
      ...['months', 'weeks', 'quarters', 'days'].map((step) => `${name} trend ${step}`),
      `${name} trend months ${of[dimensions.includes('segment') ? 'segment' : dimensions[0]]}`,
    ];
  }),
  'cohorts',
  'clv CUSTOMER',
  'customer CUSTOMER',
  'customer kunde',
  'followups open',
  'prediction',
  'at-risk',
];

/**
 * A store whose statements are timed, from the question that is sent to the answer that is read. They are sent one after
 * another, so that none waits for another's turn.
 */
export async function openTimed(url) {
  const database = await openDatabase({ kind: 'server', url });
  let statements = [];
  let last = Promise.resolve();
  const inTurn = (question, ask) => {
    const answer = last.then(async () => {
      // What the answer before is worked into goes first, or its time would be told as the database's.
      await nextTurn();
      const began = performance.now();
      const found = await ask();
      statements.push({ text: question.text ?? question, values: question.values, ms: performance.now() - began });
      return found;
    });
    last = answer.catch(() => undefined);
    return answer;
  };
  const { pool, reader } = database;
  const timed = {
    ...database,
    pool: {
      connect: () => pool.connect(),
      query: (text, values) => inTurn({ text, values }, () => pool.query(text, values)),
    },
    reader: { query: (question) => inTurn(question, () => reader.query(question)) },
  };
  return {
    database,
    /** The statements since the last call. */
    taken() {
      const all = statements;
      statements = [];
      return all;
    },
    store: openStore(timed),
  };
}

/** Asks as a member does, the question who asks included. @returns its statements */
export async function ask({ store, taken }, workspaceId, typed) {
  taken();
  const own = store.of(workspaceId);
  const { settings } = await own.arrival('U0NOBODY');
  const deps = { store, now: () => new Date(asOf * 86_400_000 - 43_200_000), log: {}, nudgeDelivery: () => undefined };
  const asking = { ...contextOf(deps, workspaceId), settings, memberId: null, role: 'admin', asOf, windowDays: null };
  const answered = await answerWords(asking, typed);
  if (answered.kind !== 'reply' || answered.reply.kind === 'help')
    throw new Error(`${typed}: not answered with figures`);
  return taken();
}
