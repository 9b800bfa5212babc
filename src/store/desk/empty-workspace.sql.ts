import { bool, int, statement } from '../database/statement.ts';

/** All that a workspace holds but its own row and its settings: what hangs from something else goes before it. */
const emptiedTables = [
  'refused_rows',
  'column_choices',
  'predictions',
  'prediction_runs',
  'campaign_contacts',
  'campaigns',
  'customer_words',
  'customer_tags',
  'segment_rules',
  'customer_standings',
  'rung_changes',
  'pins',
  'mails',
  'invitations',
  'mail_stops',
  'follow_up_events',
  'answers',
  'respondents',
  'follow_ups',
  'lost_recommendations',
  'orders',
  'customers',
  'spellings',
  'acquisition_spend',
  'currency_rates',
  'tallies',
  'stay_counts',
  'job_runs',
  'schedules',
  'targets',
  'figure_watches',
  'figure_checks',
  'outbox',
  'lanes',
  'obstacles',
  'review_canvases',
  'requests',
  'import_changes',
  'imports',
  'audit',
  'members',
] as const;

/** Only a workspace of the sandbox is ever emptied. */
const ofSandbox = 'workspace_id = (SELECT id FROM workspaces WHERE id = $1 AND sandbox)';

export const forgetRecommenders = statement(
  `UPDATE customers SET recommended_by_id = NULL WHERE ${ofSandbox} AND recommended_by_id IS NOT NULL`,
  [int],
);

export const emptyTable = Object.fromEntries(
  emptiedTables.map((table) => [table, statement(`DELETE FROM ${table} WHERE ${ofSandbox}`, [int])]),
);

/** Whether anybody has done anything in it since it was opened. */
export const isTouched = statement(
  `SELECT EXISTS (SELECT FROM imports WHERE workspace_id = $1) OR EXISTS (SELECT FROM requests WHERE workspace_id = $1)
     OR EXISTS (SELECT FROM members WHERE workspace_id = $1)
     OR EXISTS (SELECT FROM follow_up_events WHERE workspace_id = $1 AND member_id <> 'sample')
     OR EXISTS (SELECT FROM answers WHERE workspace_id = $1 AND external_id NOT LIKE 'NA-%')
     OR EXISTS (SELECT FROM audit WHERE workspace_id = $1 AND actor <> 'sample' AND action <> 'target.set') AS touched`,
  [int],
  { touched: bool },
);
