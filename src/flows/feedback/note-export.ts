import type { Context } from '../../context.ts';
import type { VoiceQuery } from '../../loyalty/voice-query.ts';

/** Notes who had answers as a file. @param actor a member's id, or "shell" */
export async function noteVoicesExport(
  { audit }: Pick<Context['store'], 'audit'>,
  at: Date,
  actor: string,
  query: VoiceQuery,
): Promise<void> {
  await audit.add(at, actor, 'answers.exported', 'answers', { query });
}
