import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import { anyObject, type Call, json, method } from './method.ts';

const id = z.string().min(1);

export const functions = {
  'functions.completeSuccess': method({
    args: z.object({ function_execution_id: id, outputs: json(anyObject) }),
    run: (call, args) => {
      settle(call, args.function_execution_id, { state: 'done', outputs: args.outputs, error: null });
      return {};
    },
  }),
  'functions.completeError': method({
    args: z.object({ function_execution_id: id, error: id }),
    run: (call, args) => {
      settle(call, args.function_execution_id, { state: 'failed', outputs: {}, error: args.error });
      return {};
    },
  }),
};

function settle({ sandbox, day }: Call, executionId: string, outcome: object): void {
  const execution = sandbox.executions.get(executionId);
  if (!execution || execution.workspace !== day.id) throw new Refusal('function_execution_not_found');
  if (execution.state !== 'running') throw new Refusal('function_execution_not_in_a_running_state');
  sandbox.executions.set(executionId, { ...execution, ...outcome });
}
