import { textColumn } from '../database/arrays.ts';
import { bool, epochDay, int, ints, json, orNull, statement, text } from '../database/statement.ts';

export const campaignIds = statement(
  `WITH made AS (
     INSERT INTO campaigns (workspace_id, name, folded)
     SELECT $1, name, folded FROM (
       SELECT DISTINCT ON (folded) name, folded, place FROM unnest(${textColumn(2)}, ${textColumn(3)})
         WITH ORDINALITY AS n(name, folded, place) ORDER BY folded, place
     ) AS first ORDER BY place
     ON CONFLICT DO NOTHING RETURNING id, folded
   ) SELECT id, folded FROM made
   UNION ALL SELECT id, folded FROM campaigns WHERE workspace_id = $1 AND folded = ANY(${textColumn(3)})`,
  [int, text, text],
  { id: int, folded: text },
);

const columns = `campaign_id AS "campaignId", customer_id AS "customerId", variant,
  contacted_day - ${epochDay} AS "contactedDay", delivered, responded, responded_day - ${epochDay} AS "respondedDay"`;
const contact = {
  campaignId: int,
  customerId: int,
  variant: text,
  contactedDay: int,
  delivered: bool,
  responded: bool,
  respondedDay: orNull(int),
};

export const contactsOf = statement(
  `SELECT ${columns} FROM campaign_contacts
   WHERE workspace_id = $1 AND campaign_id = ANY($2::int[]) AND customer_id = ANY($3::int[])`,
  [int, ints, ints],
  contact,
);

export const contactsOfCustomers = statement(
  `SELECT ${columns} FROM campaign_contacts WHERE workspace_id = $1 AND customer_id = ANY($2::int[])`,
  [int, ints],
  contact,
);

export const upsertContacts = statement(
  `INSERT INTO campaign_contacts
     (workspace_id, campaign_id, customer_id, variant, contacted_day, delivered, responded, responded_day)
   SELECT $1, "campaignId", "customerId", variant, ${epochDay} + "contactedDay", delivered, responded,
     ${epochDay} + "respondedDay"
   FROM jsonb_to_recordset($2::jsonb) AS n("campaignId" int, "customerId" int, variant text, "contactedDay" int,
     delivered boolean, responded boolean, "respondedDay" int)
   ON CONFLICT (workspace_id, campaign_id, customer_id) DO UPDATE
   SET variant = excluded.variant, contacted_day = excluded.contacted_day, delivered = excluded.delivered,
       responded = excluded.responded, responded_day = excluded.responded_day`,
  [int, json()],
);

export const removeContacts = statement(
  `DELETE FROM campaign_contacts WHERE workspace_id = $1 AND campaign_id = $2 RETURNING ${columns}`,
  [int, int],
  contact,
);

export const contactSums = statement(
  `SELECT campaign_id AS "campaignId", variant, contacted_day - ${epochDay} AS day, count(*)::int AS contacted,
     count(*) FILTER (WHERE delivered)::int AS delivered, count(*) FILTER (WHERE responded)::int AS responded
   FROM campaign_contacts WHERE workspace_id = $1 GROUP BY 1, 2, 3`,
  [int],
  { campaignId: int, variant: text, day: int, contacted: int, delivered: int, responded: int },
);
