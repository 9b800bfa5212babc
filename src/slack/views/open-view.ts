import { setTimeout as pause } from 'node:timers/promises';
import type { ModalView } from '@slack/types';
import type { ViewsOpenResponse, ViewsUpdateArguments } from '@slack/web-api';
import { outcomeOf } from '../../delivery/call-outcome.ts';
import { slackRefusal } from '../../delivery/slack-refusal.ts';
import { explain } from '../../errors.ts';
import { drawProblem } from '../../messages/kit/problem.ts';
import { failedView } from '../../messages/modals/waiting-view.ts';
import type { Locale } from '../../text/define-text.ts';
import type { Connection } from '../identify-member.ts';
import { sayTo } from '../say-to.ts';
import { asSlacks } from '../slack-busy.ts';
import { tryAgain } from '../try-again.ts';
import { type NotOpened, notRedrawnWords } from './not-opened.ts';

/** A modal, and what is shown in it as soon as it is there. */
interface Opening {
  readonly view: ModalView;
  readonly later?: () => Promise<ModalView>;
  readonly locale: Locale;
  readonly memberId: string;
}

/** What is known of a modal when whoever waits for it has to be told something. */
export interface OpenedModal {
  /** Null: it is there. */
  readonly problem: NotOpened | null;
  /** Shows in it what comes later, also where Slack's answer came late. */
  finish(): Promise<void>;
}

/**
 * Opens a modal before anything else, as a trigger lives for three seconds. It is asked for once: a trigger that was used
 * is refused, whatever came of it.
 *
 * @param patienceMs after which nobody waits for Slack's answer any more
 */
export async function openModal(
  connection: Connection,
  triggerId: string,
  { view, later, ...viewer }: Opening,
  patienceMs = 10_000,
): Promise<OpenedModal> {
  const { client, log, workspaceId } = connection;
  let opened: ViewsOpenResponse | null = null;
  const opening = client.views.open({ trigger_id: triggerId, view }).then(
    (answer) => {
      opened = answer;
      // Nothing can be shown later in a modal whose id nobody knows.
      return answer.view?.id || !later ? null : ('unsure' as const);
    },
    (thrown: unknown) => problemOf(thrown),
  );
  const limit = new AbortController();
  const late = pause(patienceMs, 'unsure' as const, { signal: limit.signal }).catch(() => 'unsure' as const);
  const problem = await Promise.race([opening, late]);
  limit.abort();
  if (problem) log.info('modal-not-opened', { workspaceId, why: problem });
  return {
    problem,
    async finish() {
      await opening;
      const next = opened && (await later?.());
      const { id, hash } = opened?.view ?? {};
      if (next && id) await replaceView(connection, { view_id: id, view: next, ...(hash && { hash }) }, viewer);
    },
  };
}

function problemOf(thrown: unknown): NotOpened | null {
  const refusal = slackRefusal(thrown);
  // Something else that came of the same press has opened it.
  if (refusal === 'exchanged_trigger_id') return null;
  if (refusal === 'expired_trigger_id') return 'late';
  return outcomeOf(thrown).kind === 'uncertain' ? 'unsure' : 'refused';
}

/** Whose modal it is, and what is to be said where it cannot be shown. */
interface Viewer {
  readonly memberId: string;
  readonly locale: Locale;
  /** What was filled in stays: nothing takes the place of a form. */
  readonly keeps?: boolean;
}

/** Shows something else in a modal. Where that cannot be shown, whoever looks at it is told. */
export async function replaceView(
  connection: Connection,
  change: ViewsUpdateArguments & { readonly view_id: string },
  { memberId, locale, keeps = false }: Viewer,
): Promise<void> {
  const { client, log, workspaceId } = connection;
  try {
    await tryAgain(() => client.views.update(change));
  } catch (cause) {
    const refusal = slackRefusal(cause);
    // Whoever closed it waits for nothing.
    if (refusal === 'not_found' || refusal === 'view_not_found') return;
    log.error('modal-not-redrawn', { workspaceId, why: outcomeOf(cause).why });
    const isFree = !keeps && refusal !== 'hash_conflict';
    const said = isFree ? explain(asSlacks(cause, log), locale, log) : notRedrawnWords(locale, keeps);
    const view = failedView(locale, said);
    const isTold = isFree && (await client.views.update({ view_id: change.view_id, view }).then(yes, no));
    if (!isTold) await sayTo(connection, { responseUrl: null, channelId: null, memberId }).surely(drawProblem(said));
  }
}

const yes = () => true;
const no = () => false;
