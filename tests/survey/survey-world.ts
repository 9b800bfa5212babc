import { afterAll, beforeAll } from 'vitest';
import { makeCustomer } from '../../src/flows/customers/make-customer.ts';
import { inviteCustomer, surveyPath } from '../../src/flows/surveys/invite-customer.ts';
import { type OpenServer, openServer } from '../../src/http/open-server.ts';
import type { Survey } from '../../src/loyalty/survey.ts';
import { surveyPages } from '../../src/survey/survey-pages.ts';
import { type FlowWorld, flowWorld } from '../flows/flow-world.ts';
import { type DatabaseKind, databaseKinds, type TestDatabase } from '../support/database.ts';

/** The pages of surveys over HTTP, of a workspace called Kaffebar in a real store. */
export interface SurveyWorld {
  readonly flow: FlowWorld;
  /** Faults that were logged. */
  readonly faults: readonly string[];
  /** `http://127.0.0.1:port`. */
  readonly base: string;
  /** Asks a new customer. @returns the address of the page */
  link(survey?: Survey, language?: string): Promise<string>;
}

/** As it stands from the first test of a suite to its last. */
export function useSurveyWorld(): SurveyWorld {
  let database: TestDatabase;
  let server: OpenServer;
  let flow: FlowWorld;
  const faults: string[] = [];
  let customers = 0;
  beforeAll(async () => {
    const kind = databaseKinds[0] as DatabaseKind;
    database = await kind.open();
    flow = await flowWorld(kind, database);
    const log = { info: () => undefined, error: (event: string) => void faults.push(event) };
    const contextOf = (id: number) => (id === flow.workspaceId ? flow.context : null);
    server = await openServer(surveyPages({ contextOf, log }), 0, '127.0.0.1');
  });
  afterAll(async () => {
    await server.stop();
    await database.close();
  });
  return {
    faults,
    get flow() {
      return flow;
    },
    get base() {
      return `http://127.0.0.1:${server.port}`;
    },
    async link(survey = 'nps', language) {
      customers += 1;
      const wanted = { externalId: `K${customers}`, name: 'Anna Holm', email: null, ownerId: null };
      const { customer } = await makeCustomer(flow.context, wanted, 'U1');
      if (language) await flow.context.transaction((tx) => tx.customers.update([{ ...customer, language }]));
      const outcome = await inviteCustomer(flow.context, { customerId: customer.id, survey }, 'U1');
      if (outcome.kind !== 'invited') throw new Error(outcome.kind);
      return `http://127.0.0.1:${server.port}${surveyPath(flow.workspaceId, outcome.invitation)}`;
    },
  };
}
