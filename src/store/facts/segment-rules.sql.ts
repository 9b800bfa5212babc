import { moneyTallies } from '../../loyalty/counts/kept-read.ts';
import type { CustomerQuery } from '../../loyalty/customer-query.ts';
import { textColumn } from '../database/arrays.ts';
import { epochDay, instant, int, json, orNull, statement, text } from '../database/statement.ts';

export const keptRules = statement(
  `SELECT r.id, r.name, r.rule, r.currency, w.segments_day - ${epochDay} AS day
   FROM segment_rules r JOIN workspaces w ON w.id = r.workspace_id WHERE r.workspace_id = $1 ORDER BY r.id`,
  [int],
  { id: int, name: text, rule: json<Partial<CustomerQuery>>(), currency: text, day: orNull(int) },
);

/** Writes nothing where one is called that already. */
export const addRule = statement(
  `INSERT INTO segment_rules (workspace_id, name, folded, rule, currency, created_by, created_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (workspace_id, folded) DO NOTHING`,
  [int, text, text, json(), text, orNull(text), instant],
);

export const removeRule = statement(`DELETE FROM segment_rules WHERE workspace_id = $1 AND id = $2`, [int, int]);

export const renameRule = statement(
  `UPDATE segment_rules SET name = $3, folded = $4 WHERE workspace_id = $1 AND id = $2`,
  [int, int, text, text],
);

export const keepAsOf = statement(`UPDATE workspaces SET segments_day = ${epochDay} + $2::int WHERE id = $1`, [
  int,
  int,
]);

/** Whether anybody has a tag that folds to this. */
export const tagInUse = statement(
  `SELECT shown FROM spellings s WHERE s.workspace_id = $1 AND s.kind = 'tag' AND s.folded = $2
     AND EXISTS (SELECT FROM customer_tags t WHERE t.workspace_id = $1 AND t.tag = s.shown)`,
  [int, text],
  { shown: text },
);

export const spellTag = statement(
  `INSERT INTO spellings (workspace_id, kind, folded, shown) VALUES ($1, 'tag', $2, $3)
   ON CONFLICT (workspace_id, kind, folded) DO UPDATE SET shown = excluded.shown`,
  [int, text, text],
);

// Counts of a segment that nobody is in any more, in all stripes: else it would go on to be known.

export const forgetTallies = statement(
  `DELETE FROM tallies WHERE workspace_id = $1 AND figure LIKE '%/segment%'
     AND CASE WHEN ${moneyTallies.map((name) => `figure LIKE '${name}/%'`).join(' OR ')} THEN segment = ANY(${textColumn(3)})
       ELSE segment = $2 END`,
  [int, text, text],
);

export const forgetStays = statement(
  `DELETE FROM stay_counts WHERE workspace_id = $1 AND figure LIKE '%/segment%' AND segment = $2`,
  [int, text],
);

const ofSegment = `workspace_id = $1 AND dimension = 'segment' AND part = $2`;

export const moveTargets = statement(`UPDATE targets SET part = $3 WHERE ${ofSegment}`, [int, text, text]);
export const moveWatches = statement(`UPDATE figure_watches SET part = $3 WHERE ${ofSegment}`, [int, text, text]);
export const dropTargets = statement(`DELETE FROM targets WHERE ${ofSegment}`, [int, text]);
export const dropWatches = statement(`DELETE FROM figure_watches WHERE ${ofSegment}`, [int, text]);
