import type { WebClient } from '@slack/web-api';
import type { Context } from '../../context.ts';
import { findFile } from '../../delivery/files.ts';
import { readImportPlan } from '../../delivery/import-plan.ts';
import { settledAhead } from '../../flows/imports/look-ahead.ts';
import { type OpenedImport, runImports } from '../../flows/imports/run-imports.ts';
import { readRows } from '../../ingest/read-rows.ts';
import { zoneOf } from '../../ingest/zone-of.ts';
import { type Runner, runner } from '../../runner.ts';
import type { StoredImport } from '../../store/desk/imports.ts';

export interface ImportRunnerNeeds extends Context {
  readonly client: WebClient;
  readonly apiUrl: string;
}

/** Works off the imports that were started in Slack, whose files stay there. */
export function importRunner(needs: ImportRunnerNeeds): Runner {
  const stopping = new AbortController();
  const { run, stop } = runner('imports', needs.log, (isStopped) =>
    runImports(needs, (taken) => openImport(needs, taken, stopping.signal), isStopped),
  );
  return {
    run,
    async stop() {
      const stopped = stop();
      // A file that is on its way is not waited for; the next start reads it anew, and goes on where this one was.
      stopping.abort();
      await stopped;
    },
  };
}

async function openImport(needs: ImportRunnerNeeds, taken: StoredImport, signal: AbortSignal): Promise<OpenedImport> {
  const { store, client, apiUrl } = needs;
  const { plan: asLookedAt, followUps, makeCustomers, others } = readImportPlan(taken.options);
  const plan = others ? { ...asLookedAt, others: taken.fileName } : asLookedAt;
  const { timeZone } = await store.settings.read();
  const { open } = await findFile(client, apiUrl, taken.fileId, signal);
  const zone = zoneOf(timeZone);
  const ahead = await settledAhead(needs, plan, () => readRows(open, plan, zone), taken.id);
  const rows = readRows(open, plan, zone, ahead);
  return { ahead, kind: plan.kind, readIn: timeZone, rows, followUps, makeCustomers, sameNumber: plan.sameNumber };
}
