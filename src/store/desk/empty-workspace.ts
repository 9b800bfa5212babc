import type { Sql } from '../database/sql.ts';
import { emptyTable, forgetRecommenders, isTouched } from './empty-workspace.sql.ts';

/** Takes everything out of a workspace of the sandbox, so that a company can be opened in it anew. */
export async function emptyWorkspace(sql: Sql, workspaceId: number): Promise<void> {
  await sql.run(forgetRecommenders, [workspaceId]);
  for (const statement of Object.values(emptyTable)) await sql.run(statement, [workspaceId]);
}

/** Whether anybody has done anything in a sample company since it was opened. */
export async function wasTouched(sql: Sql, workspaceId: number): Promise<boolean> {
  return (await sql.rows(isTouched, [workspaceId]))[0]?.touched ?? false;
}
