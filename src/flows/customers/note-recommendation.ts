import type { Context } from '../../context.ts';
import type { NewRecommendation } from '../../loyalty/facts/recommendation.ts';
import type { Impossible } from '../imports/impossible-row.ts';
import { recommendationRecorder } from '../imports/record-recommendations.ts';

/** Notes a recommendation that a person entered. @returns why it was not taken; null: it is noted */
export async function noteRecommendation(
  context: Context,
  recommendation: NewRecommendation,
  memberId: string,
): Promise<Impossible | null> {
  return context.transaction(async (tx) => {
    const { ladderRules } = await tx.settings.hold();
    const recorder = recommendationRecorder(context, tx, ladderRules, false);
    const [refused] = await recorder.take([recommendation]);
    if (refused) return refused.why;
    await recorder.settle();
    const ids = await tx.customers.idsOf([recommendation.recommender]);
    await tx.audit.add(
      context.now(),
      memberId,
      'recommendation.noted',
      `customer:${ids.get(recommendation.recommender)}`,
      { outcome: recommendation.outcome },
    );
    return null;
  });
}
