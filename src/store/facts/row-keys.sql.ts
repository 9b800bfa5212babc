import { textColumn } from '../database/arrays.ts';
import { eachOf, instant, int, orNull, statement, text } from '../database/statement.ts';

/** The tables whose rows are known by a key of their content where they have no id of their own. */
const keyedTables = ['orders', 'answers', 'acquisition_spend', 'lost_recommendations'] as const;

/** Rows of two shops may have one key; where only one of two says whose it is, they may be the same. */
const isOfShop = (table: string) =>
  table === 'orders' ? ` AND (t.shop = coalesce(n.shop, '') OR t.shop = '' OR coalesce(n.shop, '') = '')` : '';

/** Of rows with these keys, which imports brought or last changed them, and how many each; but for one import. */
export const broughtBy = eachOf(keyedTables, (table) =>
  statement(
    `SELECT i.file_name AS "fileName", i.created_at AS at, count(*)::int AS count
     FROM ${table} t LEFT JOIN imports i ON i.workspace_id = t.workspace_id AND i.id = t.import_id
     WHERE t.workspace_id = $1 AND t.external_id = ANY(${textColumn(2)}) AND t.import_id IS DISTINCT FROM $4
       AND EXISTS (SELECT FROM unnest(${textColumn(2)}, ${textColumn(3)}) AS n(key, shop) WHERE n.key = t.external_id${isOfShop(table)})
     GROUP BY i.id, i.file_name, i.created_at ORDER BY i.id NULLS FIRST`,
    [int, text, text, int],
    { fileName: orNull(text), at: orNull(instant), count: int },
  ),
);

/**
 * A score of nobody on a day may be that of a response with a number, or one that was counted elsewhere. It is taken for
 * the response's where it came in before numbers of responses were read.
 */
const isNoOther = `
         AND (t.import_id IS NULL OR t.customer_id IS NOT NULL OR t.at IS NOT NULL OR n.id NOT LIKE 'response:%')`;

/** Of several former keys that are known for one the first is renewed: no two rows may come to the same. */
const renewal = (table: string, condition: string) => {
  const isOrders = table === 'orders';
  const [ofShop, itsShop] = isOrders ? [', t.shop', ' AND r.shop = n.shop'] : ['', ''];
  return statement(
    `UPDATE ${table} r SET external_id = n.id FROM (
       SELECT DISTINCT ON (n.id, n.shop) n.id, t.external_id AS former${ofShop}
       FROM unnest(${textColumn(2)}, ${textColumn(3)}, ${textColumn(4)}) WITH ORDINALITY AS n(former, id, shop, place)
       JOIN ${table} t ON t.workspace_id = $1 AND t.external_id = n.former${isOfShop(table)}${condition}
       ORDER BY n.id, n.shop, ${isOrders ? "t.shop = coalesce(n.shop, '') DESC, " : ''}n.place
     ) AS n
     WHERE r.workspace_id = $1 AND r.external_id = n.former${itsShop}
       AND NOT EXISTS (SELECT FROM ${table} k WHERE k.workspace_id = $1 AND k.external_id = n.id${isOrders ? ' AND k.shop = n.shop' : ''})`,
    [int, text, text, text],
  );
};

export const renewKeys = eachOf(keyedTables, (table) => renewal(table, table === 'answers' ? isNoOther : ''));

/** The same where a person said that they are the same rows. */
export const giveKeys = eachOf(keyedTables, (table) => renewal(table, ''));
