import type { ActResult } from '../page-api.ts';
import { Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import { app } from '../state/first-day.ts';
import { newId } from '../state/ids.ts';
import { emitEvent } from '../workspace/events.ts';
import { workflowToken } from '../workspace/installation.ts';
import { actorOf, type Doing } from './result.ts';

/** Runs a function that manifest.yml declares, as a workflow's step would. */
export function runFunction(sandbox: Sandbox, act: Doing<'run-function'>): ActResult {
  const { day } = actorOf(sandbox, act);
  const declared = sandbox.manifest.functions[act.callbackId];
  if (!declared) throw new Refusal('unknown_function');
  const id = newId('Fx');
  sandbox.executions.set(id, {
    id,
    workspace: day.id,
    callbackId: act.callbackId,
    state: 'running',
    outputs: {},
    error: null,
  });
  emitEvent(sandbox, day.id, 'function_executed', {
    type: 'function_executed',
    function: {
      id: `Fn${act.callbackId}`,
      callback_id: act.callbackId,
      title: declared.title,
      description: '',
      type: 'app',
      input_parameters: [],
      output_parameters: [],
      app_id: app.id,
      date_created: 0,
      date_updated: 0,
      date_deleted: 0,
    },
    inputs: act.inputs,
    function_execution_id: id,
    workflow_execution_id: newId('Fx'),
    bot_access_token: workflowToken(day),
  });
  return { ok: true, id };
}
